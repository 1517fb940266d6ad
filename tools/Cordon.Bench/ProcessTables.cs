using System.Globalization;

namespace Cordon.Bench;

/// <summary>Measures whole processes: Cordon's and others', in turn in each round.</summary>
internal sealed class ProcessTables(Rules rules, Report report, string work)
{
    private const string Cordon = "./cordon";
    private const long Mebibyte = 1 << 20;

    private static readonly string[] Others = ["evtxexport", "evtx_dump"];

    private IEnumerable<string> RuleOptions => rules.Paths.SelectMany(static p => new[] { "--rules", p });

    /// <summary>The same bytes read by each program.</summary>
    public void Compare(Inputs inputs, int rounds)
    {
        List<(string What, Func<ChildProcess.Cost> Run)> rows = [];
        if (ChildProcess.IsThere("md5sum"))
        {
            rows.Add(("md5sum", () => ChildProcess.Run("md5sum", inputs.Paths)));
        }

        foreach (string other in Others.Where(ChildProcess.IsThere))
        {
            rows.Add((other, () => Each(inputs, path => ChildProcess.Run(other, path))));
        }

        rows.Add(("cordon evtx dump", () => ChildProcess.Run(Cordon, ["evtx", "dump", .. inputs.Paths])));
        for (int threads = 1; threads <= Environment.ProcessorCount; threads *= 2)
        {
            int with = threads;
            rows.Add(
                (
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"cordon scan, {rules.All.Length:N0} rules, {with} threads"
                    ),
                    () => Scan(inputs.Paths, with)
                )
            );
        }

        // The first call keeps what rules give; it is not measured here.
        Scan(inputs.Paths, 1);
        var costs = rows.ConvertAll(static _ => new List<ChildProcess.Cost>());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((int index, (string _, Func<ChildProcess.Cost> run)) in rows.Index())
            {
                costs[index].Add(run());
            }
        }

        report.Table(
            "processes",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}: {inputs.Megabytes:F0} MB, {inputs.Records:N0} records; start included"
            ),
            "what",
            "wall s",
            "processor s",
            "MB/s",
            "records/s",
            "times the first",
            "peak MiB"
        );
        double first = 0;
        foreach ((int index, (string what, Func<ChildProcess.Cost> _)) in rows.Index())
        {
            double wall = Timing.Median(costs[index].Select(static c => c.Wall));
            first = index == 0 ? wall : first;
            report.Row(
                what,
                wall,
                Timing.Median(costs[index].Select(static c => c.Cpu)),
                inputs.Megabytes / wall,
                inputs.Records / wall,
                first / wall,
                (double)costs[index].Max(static c => c.Peak) / Mebibyte
            );
        }
    }

    /// <summary>The same log, longer and longer.</summary>
    public void Sizes(Inputs inputs, long[] sizes)
    {
        report.Table(
            "size",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}, cut or repeated; all rules, {Environment.ProcessorCount} threads; one run each"
            ),
            "MB",
            "wall s",
            "processor s",
            "MB/s",
            "peak MiB"
        );
        foreach (long size in sizes)
        {
            string path = Path.Combine(work, "size.evtx");
            try
            {
                long bytes = ChunkLog.Repeat(path, inputs.Paths, size);
                ChildProcess.Cost cost = Scan([path], Environment.ProcessorCount);
                report.Row(
                    (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture),
                    cost.Wall,
                    cost.Cpu,
                    bytes / 1e6 / cost.Wall,
                    (double)cost.Peak / Mebibyte
                );
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Starting, with and without what is kept of rules.</summary>
    public void Start(int rounds)
    {
        const string Small = "samples/ws-assay07/Microsoft-Windows-PowerShell%4Operational.evtx";
        (string What, Func<ChildProcess.Cost> Run)[] rows =
        [
            ("cordon --version", static () => ChildProcess.Run(Cordon, "--version")),
            ("scan of a small log, built-in rules", static () => ChildProcess.Run(Cordon, "scan", Small)),
            (
                $"scan of a small log, {rules.All.Length} rules, nothing kept",
                () => ChildProcess.Run(Cordon, ["scan", Small, "--no-cache", .. RuleOptions])
            ),
            (
                $"scan of a small log, {rules.All.Length} rules, kept",
                () => ChildProcess.Run(Cordon, ["scan", Small, .. RuleOptions])
            ),
            (
                $"scan of all samples, {rules.All.Length} rules, kept",
                () => ChildProcess.Run(Cordon, ["scan", "samples", .. RuleOptions])
            ),
        ];
        report.Table("start", "whole processes, through the script", "what", "wall ms", "processor ms", "peak MiB");
        foreach ((string what, Func<ChildProcess.Cost> run) in rows)
        {
            run();
            ChildProcess.Cost[] costs = [.. Enumerable.Range(0, rounds).Select(_ => run())];
            report.Row(
                what,
                Timing.Median(costs.Select(static c => c.Wall)) * 1_000,
                Timing.Median(costs.Select(static c => c.Cpu)) * 1_000,
                (double)costs.Max(static c => c.Peak) / Mebibyte
            );
        }
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

    private ChildProcess.Cost Scan(string[] paths, int threads) =>
        ChildProcess.Run(
            Cordon,
            ["scan", .. paths, .. RuleOptions, "--quiet", "--threads", threads.ToString(CultureInfo.InvariantCulture)]
        );
}
