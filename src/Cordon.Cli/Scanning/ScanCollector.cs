using Cordon.Cli.Terminal;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Intelligence.Sightings;
using Cordon.Reporting;

namespace Cordon.Cli.Scanning;

/// <summary>Takes what a scan yields: counts it, writes it, moves the progress line on.</summary>
internal sealed class ScanCollector(
    FindingTally tally,
    ScanFiles? files,
    ScanProgress progress,
    Investigation investigation,
    Func<string, string> organisationOf
) : IScanOutput
{
    private readonly List<SourceReport> _sources = [];

    /// <summary>The indicators that were seen.</summary>
    public SightingCounter Sightings { get; } = new();

    /// <summary>The sources met, in order.</summary>
    public IReadOnlyList<SourceReport> Sources => _sources;

    /// <inheritdoc/>
    public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings)
    {
        if (_sources.Count == 0 || !ReferenceEquals(_sources[^1], part.Source))
        {
            _sources.Add(part.Source);
        }

        part.Source.Add(report);
        investigation.Add(findings);
        Add(findings);
        progress.Add(part.Bytes, part.IsLast ? 1 : 0, findings.Count);
    }

    /// <inheritdoc/>
    public void OnCorrelations(IReadOnlyList<Finding> findings)
    {
        investigation.Add(findings);
        Add(findings);
        progress.Add(0, 0, findings.Count);
    }

    /// <summary>Analytics found something.</summary>
    public void OnAnalytics(IReadOnlyList<Finding> findings)
    {
        Add(findings);
        progress.Add(0, 0, findings.Count);
    }

    private void Add(IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            tally.Add(finding);
            files?.Add(finding);
            if (finding.Rule.Kind == FindingKind.Indicator)
            {
                Sightings.Add(finding, organisationOf(finding.Event.Source));
            }
        }
    }
}
