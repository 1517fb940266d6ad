using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Cordon.Evtx;
using Cordon.Sigma;

namespace Cordon.Bench;

/// <summary>Measures one thread inside the process, all rows in turn in each round.</summary>
internal static class InsideTable
{
    private static readonly int[] RuleCounts = [10, 100, 1_000, int.MaxValue];

    /// <summary>Processor time of each row, the median of all rounds, against MD5 of the same bytes.</summary>
    public static void Run(Rules rules, Inputs inputs, int rounds, Report report)
    {
        List<(string What, Action Work)> rows =
        [
            ("MD5 of the bytes", () => Hash(inputs)),
            ("walk the records", () => inputs.ForEach(rules.Fields, static _ => { })),
            (
                "read channel, provider, code",
                () => inputs.ForEach(rules.Fields, static e => _ = e.Channel.Length + e.Provider.Length + (e.Code ?? 0))
            ),
            ("JSON of all records", () => Json(inputs)),
        ];
        foreach (Rules some in RuleCounts.Where(c => c == int.MaxValue || c < rules.All.Length).Select(rules.Take))
        {
            var scan = new Scanned(some, inputs);
            scan.Run();
            rows.Add(
                (
                    $"{some.All.Length.ToString("N0", CultureInfo.InvariantCulture)} rules: {scan.Findings.ToString("N0", CultureInfo.InvariantCulture)} findings",
                    scan.Run
                )
            );
        }

        var timings = rows.ConvertAll(static _ => new List<Timing>());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((int index, (string _, Action work)) in rows.Index())
            {
                timings[index].Add(Timing.Once(work));
            }
        }

        double[] seconds = [.. timings.Select(static t => Timing.Median(t.Select(static one => one.Cpu.TotalSeconds)))];
        report.Table(
            "inside",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}: {inputs.Megabytes:F0} MB, {inputs.Records:N0} records, {(double)inputs.Bytes / inputs.Records:F0} bytes each; one thread"
            ),
            "what",
            "MB/s",
            "records/s",
            "ns/record",
            "times MD5"
        );
        foreach ((int index, (string what, Action _)) in rows.Index())
        {
            report.Row(
                what,
                inputs.Megabytes / seconds[index],
                inputs.Records / seconds[index],
                seconds[index] * 1e9 / inputs.Records,
                seconds[0] / seconds[index]
            );
        }

        if (rules.All.Length > 100)
        {
            report.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rules.All.Length:N0} rules cost {seconds[^1] / seconds[rows.FindIndex(static r => r.What.StartsWith("100 rules", StringComparison.Ordinal))]:F2} times what 100 do (every {rules.All.Length / 100}th, in the order of their files)."
                )
            );
        }
    }

    /// <summary>Bytes allocated for each record beyond what reading it without rules allocates.</summary>
    public static void RunAllocation(Rules rules, Inputs inputs, Report report)
    {
        var scan = new Scanned(rules, inputs);
        scan.Run();
        scan.Run();
        long walk = Timing.Once(() => inputs.ForEach(rules.Fields, static _ => { })).Allocated;
        long with = Timing.Once(scan.Run).Allocated;
        report.Table("allocation", inputs.Name, "what", "bytes/record");
        report.Row("reading", (double)walk / inputs.Records);
        report.Row("reading, with all rules", (double)with / inputs.Records);
    }

    /// <summary>For a profiler to look at: nothing but the events and the rules.</summary>
    public static int Repeat(int count, Rules rules, Inputs inputs)
    {
        var scan = new Scanned(rules, inputs);
        for (int run = 0; run < count; run++)
        {
            Console.WriteLine($"{inputs.Megabytes / Timing.Once(scan.Run).Cpu.TotalSeconds:F0} MB/s");
        }

        return 0;
    }

    private sealed class Scanned(Rules rules, Inputs inputs)
    {
        private readonly CompiledEvaluator _evaluator = rules.Compile().CreateEvaluator();
        private readonly List<int> _held = [];

        public long Findings { get; private set; }

        public void Run()
        {
            Findings = 0;
            inputs.ForEach(
                rules.Fields,
                e =>
                {
                    _evaluator.Evaluate(e, _held);
                    Findings += _held.Count;
                }
            );
        }
    }

    private static void Hash(Inputs inputs)
    {
        byte[] buffer = new byte[1 << 16];
#pragma warning disable CA5351 // A yardstick for reading bytes, nothing secret.
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

    private static void Json(Inputs inputs)
    {
        var output = new ArrayBufferWriter<byte>(1 << 20);
        var reader = new EvtxReader();
        foreach (string path in inputs.Paths)
        {
            using var file = EvtxFile.Open(path);
            for (long chunk = 0; chunk < file.ChunkCount; chunk++)
            {
                if (!reader.Open(file, chunk))
                {
                    continue;
                }

                while (reader.Read())
                {
                    output.ResetWrittenCount();
                    reader.Current.WriteJson(output);
                }
            }
        }
    }
}
