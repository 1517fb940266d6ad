using System.Globalization;

namespace Cordon.Bench;

/// <summary>Measures whole processes: Cordon's and others'.</summary>
internal sealed class ProcessTables(Rules rules, Report report, Bars bars, string work, bool quick)
{
    private const double Mebibyte = 1 << 20;
    private const long FullSize = 4_000_000_000;
    private const string Md5 = "md5sum";

    private static readonly string[] Others = [Md5, "evtxexport", "evtx_dump"];

    private readonly CordonCommand _cordon = CordonCommand.Find();
    private readonly double _seconds = quick ? 6 : 60;
    private readonly bool _hasMd5 = ChildProcess.IsThere(Md5);

    /// <summary>The same bytes read by each program.</summary>
    public void Compare(Inputs inputs, int rounds, (double Megabytes, double Records) wanted)
    {
        var series = new Series(rounds, _seconds);
        string[] absent = [.. Others.Where(static o => !ChildProcess.IsThere(o))];
        foreach (string other in Others.Except(absent, StringComparer.Ordinal))
        {
            series.Add(
                other,
                other == Md5
                    ? () => ChildProcess.Run(other, inputs.Paths)
                    : () => Each(inputs, path => ChildProcess.Run(other, path))
            );
        }

        series.Add("cordon evtx dump", () => _cordon.Run(["evtx", "dump", .. inputs.Paths]));
        string count = rules.All.Length.ToString("N0", CultureInfo.InvariantCulture);
        string single = $"cordon scan, {count} rules, 1 thread";
        series.Add(single, () => _cordon.Scan(inputs.Paths, rules, 1));
        if (Environment.ProcessorCount > 1)
        {
            series.Add(
                string.Create(CultureInfo.InvariantCulture, $"the same, {Environment.ProcessorCount} threads"),
                () => _cordon.Scan(inputs.Paths, rules, Environment.ProcessorCount)
            );
        }

        // The first call keeps what rules give; it is not measured here.
        _cordon.Scan(inputs.Paths, rules, 1);
        IReadOnlyList<Series.Row> rows = series.Run();
        double? plain = rows.FirstOrDefault(static r => r.What == Md5)?.Wall;
        report.Table(
            "processes",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}: {inputs.Megabytes:F0} MB, {inputs.Records:N0} records; {_cordon.Build}; start included"
            ),
            "what",
            "wall s",
            "processor s",
            "MB/s",
            "records/s",
            "times md5sum's speed",
            "peak MiB",
            "runs"
        );
        foreach (Series.Row row in rows)
        {
            report.Row(
                row.What,
                row.Wall,
                row.Cpu,
                inputs.Megabytes / row.Wall,
                inputs.Records / row.Wall,
                plain / row.Wall,
                row.Peak / Mebibyte,
                (double)row.Runs
            );
        }

        foreach (Series.Row failed in rows.Where(static r => r.Fault is not null))
        {
            report.Say($"{failed.What} gave up, and is not compared: {failed.Fault}");
        }

        if (absent.Length > 0)
        {
            report.Say($"Not on this machine, so not compared: {string.Join(", ", absent)}.");
        }

        if (plain is { } seconds && rows.First(r => r.What == single).Wall is { } wall)
        {
            bars.Throughput(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{inputs.Name.Split(' ')[0]}, whole process on {inputs.Megabytes:F0} MB, start included"
                ),
                wanted,
                inputs.Megabytes / wall,
                inputs.Records / wall,
                inputs.Megabytes / seconds
            );
        }
    }

    /// <summary>The same log on one thread and on more.</summary>
    public void Cores(Inputs inputs, int rounds, long size)
    {
        int[] counts = [.. Threads(Environment.ProcessorCount)];
        WithLog(
            inputs,
            size,
            (path, bytes) =>
            {
                _cordon.Scan([path], rules, Environment.ProcessorCount);
                var series = new Series(rounds, _seconds);
                foreach (int threads in counts)
                {
                    series.Add(
                        threads.ToString(CultureInfo.InvariantCulture),
                        () => _cordon.Scan([path], rules, threads)
                    );
                }

                IReadOnlyList<Series.Row> rows = series.Run();
                report.Table(
                    "cores",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{inputs.Name}, repeated to {bytes / 1e6:F0} MB in one file; all rules; start included"
                    ),
                    "threads",
                    "wall s",
                    "processor s",
                    "MB/s",
                    "MB/s per thread",
                    "times one thread",
                    "peak MiB"
                );
                foreach ((Series.Row row, int threads) in rows.Zip(counts))
                {
                    report.Row(
                        row.What,
                        row.Wall,
                        row.Cpu,
                        bytes / 1e6 / row.Wall,
                        bytes / 1e6 / row.Wall / threads,
                        rows[0].Wall / row.Wall,
                        row.Peak / Mebibyte
                    );
                }

                Explain(rows);
            }
        );
    }

    /// <summary>The same log, longer and longer.</summary>
    public void Sizes(Inputs inputs, int rounds, long[] sizes)
    {
        report.Table(
            "size",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}, cut or repeated, in one file; all rules, {Environment.ProcessorCount} threads"
            ),
            "MB",
            "wall s",
            "processor s",
            "MB/s",
            "times md5sum's speed",
            "peak MiB",
            "runs"
        );
        foreach (long size in sizes)
        {
            WithLog(
                inputs,
                size,
                (path, bytes) =>
                {
                    _cordon.Scan([path], rules, Environment.ProcessorCount);
                    var series = new Series(rounds, _seconds);
                    string megabytes = (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
                    series.Add(megabytes, () => _cordon.Scan([path], rules, Environment.ProcessorCount));
                    if (_hasMd5)
                    {
                        series.Add(Md5, () => ChildProcess.Run(Md5, path));
                    }

                    IReadOnlyList<Series.Row> rows = series.Run();
                    Series.Row row = rows[0];
                    report.Row(
                        row.What,
                        row.Wall,
                        row.Cpu,
                        bytes / 1e6 / row.Wall,
                        rows.Count > 1 ? rows[1].Wall / row.Wall : null,
                        row.Peak / Mebibyte,
                        (double)row.Runs
                    );
                    Explain(rows);
                    if (size >= FullSize && row.Peak is { } peak)
                    {
                        bars.AtMost($"peak memory for {megabytes} MB of input, MB", 300, peak / 1e6);
                    }
                }
            );
        }
    }

    /// <summary>Starting, with and without what is kept of rules, and with the program's files not in memory.</summary>
    public void Start(int rounds)
    {
        const string Small = "samples/ws-assay07/Microsoft-Windows-PowerShell%4Operational.evtx";
        const string Version = "cordon --version";
        string withAll = string.Create(
            CultureInfo.InvariantCulture,
            $"scan of a small log, {rules.All.Length:N0} rules"
        );
        string kept = $"{withAll}, kept";
        string[] ruleFiles =
        [
            .. rules.All.Select(static r => r.Path).Where(File.Exists).Distinct(StringComparer.Ordinal),
        ];
        var series = new Series(rounds, double.PositiveInfinity);
        series.Add(Version, () => _cordon.Run("--version"));
        series.Add(
            "scan of a small log, built-in rules",
            () => _cordon.Run("scan", Small, "--rules", "rules", "--no-tuning")
        );
        series.Add(kept, () => _cordon.Scan([Small], rules, Environment.ProcessorCount));
        series.Add(
            $"{withAll}, nothing kept",
            () => _cordon.Scan([Small], rules, Environment.ProcessorCount, "--no-cache")
        );
        series.Add("scan of all samples, kept", () => _cordon.Scan(["samples"], rules, Environment.ProcessorCount));
        if (ColdFiles.IsSupported)
        {
            series.Add($"{Version}, cold", () => Cold(_cordon.Files, () => _cordon.Run("--version")));
            series.Add(
                $"{kept}, cold",
                () =>
                    Cold(
                        [.. _cordon.Files, .. ruleFiles, .. CacheFiles(), Small],
                        () => _cordon.Scan([Small], rules, Environment.ProcessorCount)
                    )
            );
        }

        _cordon.Scan([Small], rules, Environment.ProcessorCount);
        IReadOnlyList<Series.Row> rows = series.Run();
        report.Table(
            "start",
            string.Create(CultureInfo.InvariantCulture, $"whole processes; {_cordon.Build}; {rounds} runs each"),
            "what",
            "wall ms",
            "processor ms",
            "peak MiB"
        );
        foreach (Series.Row row in rows)
        {
            report.Row(row.What, row.Wall * 1_000, row.Cpu * 1_000, row.Peak / Mebibyte);
        }

        if (ColdFiles.IsSupported)
        {
            report.Say(
                "Cold: the files of the program, of the rules, of what is kept of them and of the log are read from disk."
            );
        }

        Explain(rows);
        AtMost(rows, Version, 0.03, needsAllRules: false);
        AtMost(rows, kept, 0.3, needsAllRules: true);
    }

    private void AtMost(IReadOnlyList<Series.Row> rows, string what, double seconds, bool needsAllRules)
    {
        if (rows.First(r => r.What == what).Wall is { } wall)
        {
            bars.AtMost($"{what}, ms", seconds * 1_000, wall * 1_000, needsAllRules);
        }
    }

    private void Explain(IEnumerable<Series.Row> rows)
    {
        foreach (Series.Row failed in rows.Where(static r => r.Fault is not null))
        {
            report.Say($"{failed.What} failed: {failed.Fault}");
        }
    }

    // 1, 2, 4 and so on, and all.
    private static IEnumerable<int> Threads(int all)
    {
        for (int threads = 1; threads < all; threads *= 2)
        {
            yield return threads;
        }

        yield return all;
    }

    private void WithLog(Inputs inputs, long size, Action<string, long> act)
    {
        string path = Path.Combine(work, "size.evtx");
        try
        {
            act(path, ChunkLog.Repeat(path, inputs.Paths, size));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string[] CacheFiles() =>
        Environment.GetEnvironmentVariable(BenchRun.CacheVariable) is { Length: > 0 } folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            : [];

    private static ChildProcess.Cost Cold(string[] files, Func<ChildProcess.Cost> run)
    {
        ColdFiles.Forget(files);
        return run();
    }

    private static ChildProcess.Cost Each(Inputs inputs, Func<string, ChildProcess.Cost> run)
    {
        ChildProcess.Cost[] costs = [.. inputs.Paths.Select(run)];
        return new ChildProcess.Cost(
            costs.Sum(static c => c.Wall),
            costs.Sum(static c => c.Cpu),
            costs.Max(static c => c.Peak)
        );
    }
}
