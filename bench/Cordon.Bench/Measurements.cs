using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Sigma;

namespace Cordon.Bench;

/// <summary>Measures in one process, so that ratios within a run can be compared.</summary>
internal static class Measurements
{
    private const int Runs = 5;

    public static int Run(Rules rules, Inputs inputs)
    {
        long records = inputs.ForEach(rules.Fields, static _ => { });
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"## {inputs.Name}: {inputs.Bytes / 1e6:F0} MB, {records:N0} records"
            )
        );
        Console.WriteLine("| what | MB/s | records/s | ns/record | bytes allocated/record |");
        Console.WriteLine("|---|---|---|---|---|");
#pragma warning disable CA5351 // A yardstick for reading bytes, nothing secret.
        Print("MD5 of the bytes", inputs, records, Timing.Best(Runs, () => Hash(inputs)));
#pragma warning restore CA5351
        Print(
            "walk the records",
            inputs,
            records,
            Timing.Best(Runs, () => inputs.ForEach(rules.Fields, static _ => { }))
        );
        Print("walk by the reader alone", inputs, records, Timing.Best(Runs, () => Walk(inputs, verify: true)));
        Print("walk, checksums not verified", inputs, records, Timing.Best(Runs, () => Walk(inputs, verify: false)));
        Print(
            "read channel, provider and code",
            inputs,
            records,
            Timing.Best(
                Runs,
                () => inputs.ForEach(rules.Fields, static e => _ = e.Channel.Length + e.Provider.Length + (e.Code ?? 0))
            )
        );
        Print("JSON of all records", inputs, records, Timing.Best(2, () => Json(inputs)));
        foreach (int count in (int[])[10, 100, 1_000, int.MaxValue])
        {
            Rules some = rules.Take(count);
            CompiledEvaluator evaluator = some.Compile().CreateEvaluator();
            List<int> held = [];
            long findings = 0;
            Action scan = () =>
                inputs.ForEach(
                    rules.Fields,
                    e =>
                    {
                        evaluator.Evaluate(e, held);
                        findings += held.Count;
                    }
                );
            scan();
            findings = 0;
            scan();
            long found = findings;
            Print($"{some.All.Length:N0} rules ({found:N0} findings)", inputs, records, Timing.Best(Runs, scan));
        }

        return 0;
    }

    private static void Print(string what, Inputs inputs, long records, Timing timing) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {inputs.Bytes / timing.Cpu.TotalSeconds / 1e6:F0} | {records / timing.Cpu.TotalSeconds:N0} | {timing.Cpu.TotalNanoseconds / records:F0} | {(double)timing.Allocated / records:F2} |"
            )
        );

    private static void Hash(Inputs inputs)
    {
        byte[] buffer = new byte[1 << 16];
#pragma warning disable CA5351
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        foreach (string path in inputs.Paths)
        {
            using FileStream stream = File.OpenRead(path);
            for (int read; (read = stream.Read(buffer)) > 0; )
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
    }

    private static void Walk(Inputs inputs, bool verify)
    {
        var reader = new EvtxReader(EvtxOptions.Default with { VerifyChecksums = verify });
        ForEachRecord(inputs, reader, static _ => { });
    }

    private static void Json(Inputs inputs)
    {
        var output = new ArrayBufferWriter<byte>(1 << 20);
        ForEachRecord(
            inputs,
            new EvtxReader(),
            reader =>
            {
                output.ResetWrittenCount();
                reader.Current.WriteJson(output);
            }
        );
    }

    private static void ForEachRecord(Inputs inputs, EvtxReader reader, Action<EvtxReader> onRecord)
    {
        foreach (string path in inputs.Paths)
        {
            EvtxFile file;
            try
            {
                file = EvtxFile.Open(path);
            }
            catch (EvtxException)
            {
                continue;
            }

            using (file)
            {
                for (long chunk = 0; chunk < file.ChunkCount; chunk++)
                {
                    if (reader.Open(file, chunk))
                    {
                        while (reader.Read())
                        {
                            onRecord(reader);
                        }
                    }
                }
            }
        }
    }
}
