using System.Buffers;
using System.Globalization;
using Cordon.Evtx;

namespace Cordon.Bench;

/// <summary>Measures one thread inside the process, all rows in turn in each round.</summary>
internal static class InsideTable
{
    private static readonly int[] RuleCounts = [10, 100, 1_000, int.MaxValue];

    /// <summary>Processor time of each row, the median of all rounds, against MD5 of the same bytes.</summary>
    public static void Run(
        Rules rules,
        Inputs inputs,
        int rounds,
        Report report,
        Bars bars,
        (double Megabytes, double Records) wanted
    )
    {
        List<(string What, Action Work)> rows =
        [
            ("MD5 of the bytes", () => Yardstick.Md5(inputs)),
            ("walk the records", () => inputs.ForEach(rules.Fields, static _ => { })),
            (
                "read channel, provider, code",
                () => inputs.ForEach(rules.Fields, static e => _ = e.Channel.Length + e.Provider.Length + (e.Code ?? 0))
            ),
            ("JSON of all records", () => Json(inputs)),
        ];
        Scanned[] scans =
        [
            .. RuleCounts
                .Where(c => c == int.MaxValue || c < rules.All.Length)
                .Select(count => new Scanned(rules.Take(count), inputs)),
        ];
        foreach (Scanned scan in scans)
        {
            scan.Run();
            rows.Add(
                (
                    string.Create(CultureInfo.InvariantCulture, $"{scan.Rules:N0} rules: {scan.Findings:N0} findings"),
                    scan.Run
                )
            );
        }

        double[] seconds = Timing.InTurns([.. rows.Select(static r => r.Work)], rounds);
        report.Table(
            "inside",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}: {inputs.Megabytes:F0} MB, {inputs.Records:N0} records, {(double)inputs.Bytes / inputs.Records:F0} bytes each; one thread in this process, medians of {rounds} rounds"
            ),
            "what",
            "MB/s",
            "records/s",
            "ns/record",
            "times MD5's speed",
            "cost, times 100 rules"
        );
        int hundred = rows.FindIndex(static r => r.What.StartsWith("100 rules", StringComparison.Ordinal));
        int firstScan = rows.Count - scans.Length;
        foreach ((int index, (string what, Action _)) in rows.Index())
        {
            report.Row(
                what,
                inputs.Megabytes / seconds[index],
                inputs.Records / seconds[index],
                seconds[index] * 1e9 / inputs.Records,
                seconds[0] / seconds[index],
                hundred >= 0 && index >= firstScan ? seconds[index] / seconds[hundred] : null
            );
        }

        report.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rules are taken evenly from all {rules.All.Length:N0}, in the order of their paths: the n-th of k is that at n times {rules.All.Length:N0} / k."
            )
        );
        report.Say(scans[^1].PerMillion());
        bars.Throughput(
            $"{inputs.Name.Split(' ')[0]}, inside the process",
            wanted,
            inputs.Megabytes / seconds[^1],
            inputs.Records / seconds[^1],
            inputs.Megabytes / seconds[0]
        );
        if (hundred >= 0 && inputs.Name == "quiet")
        {
            bars.AtMost(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"quiet, cost of {rules.All.Length:N0} rules in that of 100"
                ),
                1.5,
                seconds[^1] / seconds[hundred]
            );
        }
    }

    /// <summary>Bytes allocated for each record: for reading it, and for evaluating all rules where none matches and where one does.</summary>
    public static void RunAllocation(Rules rules, Inputs inputs, Report report)
    {
        var scan = new Scanned(rules, inputs);
        scan.Run();
        scan.Run();
        long walk = Timing.Once(() => inputs.ForEach(rules.Fields, static _ => { })).Allocated;
        (long bytes, long records) without = default;
        (long bytes, long records) with = default;
        scan.Run(
            (matched, bytes) =>
            {
                ref (long Bytes, long Records) kind = ref matched ? ref with : ref without;
                kind.Bytes += bytes;
                kind.Records++;
            }
        );
        report.Table("allocation", inputs.Name, "what", "records", "bytes/record");
        report.Row("reading, without rules", (double)inputs.Records, (double)walk / inputs.Records);
        report.Row(
            "all rules, on records without a match",
            (double)without.records,
            (double)without.bytes / without.records
        );
        if (with.records > 0)
        {
            report.Row("all rules, on records with a match", (double)with.records, (double)with.bytes / with.records);
        }
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
