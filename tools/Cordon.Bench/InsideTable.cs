using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Sigma;

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
            ("MD5 of the bytes", () => Hash(inputs)),
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

        var timings = rows.ConvertAll(static _ => new List<Timing>());
        // The first round is not counted: in it the code is compiled, and the files come into memory.
        for (int round = 0; round <= rounds; round++)
        {
            foreach ((int index, (string _, Action work)) in rows.Index())
            {
                Timing timing = Timing.Once(work);
                if (round > 0)
                {
                    timings[index].Add(timing);
                }
            }
        }

        double[] seconds = [.. timings.Select(static t => Timing.Median(t.Select(static one => one.Cpu.TotalSeconds)))];
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

    private sealed class Scanned(Rules rules, Inputs inputs)
    {
        private readonly CompiledEvaluator _evaluator = rules.Compile().CreateEvaluator();
        private readonly List<int> _held = [];

        public int Rules => rules.All.Length;

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

        /// <summary>Tells of each record whether a rule matched, and how many bytes evaluating allocated.</summary>
        public void Run(Action<bool, long> onRecord) =>
            inputs.ForEach(
                rules.Fields,
                e =>
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    _evaluator.Evaluate(e, _held);
                    onRecord(_held.Count > 0, GC.GetAllocatedBytesForCurrentThread() - before);
                }
            );

        /// <summary>Findings of each level in a million records, in words.</summary>
        public string PerMillion()
        {
            var levels = new SortedDictionary<Level, long>();
            inputs.ForEach(
                rules.Fields,
                e =>
                {
                    _evaluator.Evaluate(e, _held);
                    foreach (int rule in _held)
                    {
                        Level level = rules.All[rule].Level;
                        levels[level] = levels.GetValueOrDefault(level) + 1;
                    }
                }
            );
            IEnumerable<string> counts = levels.Select(l =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{l.Value * 1e6 / inputs.Records:N0} {l.Key.ToString().ToLowerInvariant()}"
                )
            );
            return $"Findings of all rules in a million records: {(levels.Count > 0 ? string.Join(", ", counts) : "none")}.";
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
