using Cordon.Detection.Correlating;
using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Sigma;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Detection.Tests;

/// <summary>Scans as the command does, and keeps what it yields.</summary>
internal sealed class Scanner : IScanOutput
{
    private readonly List<SourceReport> _sources = [];
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<SourceReport> Sources => _sources;

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<Finding> CorrelationFindings => [.. _findings.Where(f => f.Correlation is not null)];

    public CorrelationReport? Correlations { get; private set; }

    public static Scanner Scan(
        string rules,
        IEnumerable<string> paths,
        ScanOptions? options = null,
        EvtxOptions? evtx = null
    )
    {
        var fields = new FieldTable();
        RuleSet set = RuleSet.Parse(rules, options: SigmaOptions.Default with { Fields = fields });
        Assert.Empty(set.Problems);
        return Scan(set, fields, paths, options, evtx);
    }

    public static Scanner Scan(
        RuleSet rules,
        FieldTable fields,
        IEnumerable<string> paths,
        ScanOptions? options = null,
        EvtxOptions? evtx = null
    )
    {
        RuleEngine engine = RuleEngine.Build(rules.Rules, LogSourceMap.Default, fields, rules.Correlations);
        Assert.Empty(engine.Correlations.Problems);
        var scanner = new Scanner();
        scanner.Correlations = Scanning.Scan.Run(
            new LogReader(fields, evtx).Open(LogFinder.Find(paths)),
            engine,
            options ?? new ScanOptions { Threads = 2 },
            scanner
        );
        return scanner;
    }

    public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings)
    {
        if (_sources.Count == 0 || !ReferenceEquals(_sources[^1], part.Source))
        {
            _sources.Add(part.Source);
        }

        part.Source.Add(report);
        _findings.AddRange(findings);
    }

    public void OnCorrelations(IReadOnlyList<Finding> findings) => _findings.AddRange(findings);
}
