using Cordon.Detection.Activities;
using Cordon.Detection.Analytics;
using Cordon.Detection.Analytics.Sector;
using Cordon.Detection.Coverage;
using Cordon.Events;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Incidents.Organisations;
using Cordon.Sector.Warnings;

namespace Cordon.Cli.Scanning;

/// <summary>What a scan does beyond rules: takes activities out of the logs, runs analytics over them, and puts all findings together to incidents.</summary>
internal sealed class Investigation : IDisposable
{
    private readonly OrganisationFinder _organisations;
    private readonly AnalyticSettings _settings;
    private readonly FindingKeeper _findings;
    private readonly List<Warning> _warnings = [];

    /// <summary>Makes one.</summary>
    /// <param name="fields">The table that events are asked with.</param>
    /// <param name="organisations">Whose a log is.</param>
    /// <param name="settings">Thresholds of analytics.</param>
    /// <param name="memoryBytes">How many bytes of activities are kept in memory, as for <see cref="ActivityCollector"/>.</param>
    public Investigation(
        FieldTable fields,
        OrganisationFinder organisations,
        AnalyticSettings settings,
        long memoryBytes = ActivityCollector.DefaultMemoryBytes
    )
    {
        (_organisations, _settings) = (organisations, settings);
        _findings = new FindingKeeper(organisations.Of);
        Activities = new ActivityCollector(fields, organisations.Of, memoryBytes: memoryBytes);
    }

    /// <summary>To be given to the scan.</summary>
    public ActivityCollector Activities { get; }

    /// <summary>To be given to the scan.</summary>
    public CoverageTracker Coverage { get; } = new();

    /// <summary>Who is to be warned, once <see cref="Conclude"/> is done.</summary>
    public IReadOnlyList<Warning> Warnings => _warnings;

    /// <summary>Takes findings of rules.</summary>
    public void Add(IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Runs the analytics, hands on their findings, and makes the reports, in the order of the organisations.</summary>
    /// <param name="onFindings">Is given what the analytics found.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="IOException">Activities that were put into a temporary file can't be read.</exception>
    public IReadOnlyList<OrganisationReport> Conclude(
        Action<IReadOnlyList<Finding>> onFindings,
        CancellationToken cancel
    )
    {
        // One organisation's activities are in memory at a time: what all have taught is known when the second pass begins.
        var knowledge = new SectorKnowledge();
        List<IReadOnlyList<Finding>> own = [];
        foreach (Organisation organisation in _organisations.Organisations)
        {
            cancel.ThrowIfCancellationRequested();
            ActivityTimeline timeline = Activities.TimelineOf(organisation);
            IReadOnlyList<Finding> found = AnalyticSuite.Run(timeline, _settings, cancel);
            knowledge.Learn(timeline, _settings, found, cancel);
            own.Add(found);
        }

        List<OrganisationReport> reports = [];
        foreach ((Organisation organisation, IReadOnlyList<Finding> alone) in _organisations.Organisations.Zip(own))
        {
            cancel.ThrowIfCancellationRequested();
            ActivityTimeline timeline = Activities.TimelineOf(organisation);
            Finding[] found = [.. alone, .. SectorAnalytic.Run(timeline, _settings, knowledge, alone, cancel)];
            onFindings(found);
            OrganisationReport report = IncidentBuilder.Build(
                new IncidentInput
                {
                    Organisation = organisation,
                    Findings = [.. _findings.Of(organisation), .. found],
                    SignIns = timeline.SignIns,
                    Actions = timeline.Actions,
                    Mails = timeline.Mails,
                    WebRequests = timeline.WebRequests,
                    Coverage = Coverage.Streams(organisation),
                },
                cancel
            );
            _warnings.AddRange(
                WarningMaker.Make(
                    new WarningInput
                    {
                        Report = report,
                        SignIns = timeline.SignIns,
                        Actions = timeline.Actions,
                        Mails = timeline.Mails,
                        WebRequests = timeline.WebRequests,
                    },
                    cancel
                )
            );
            reports.Add(report with { Losses = [.. report.Losses, .. Losses(organisation)] });
        }

        return reports;
    }

    /// <inheritdoc/>
    public void Dispose() => Activities.Dispose();

    private IEnumerable<string> Losses(Organisation organisation)
    {
        if (_findings.LossesOf(organisation) is var findings and > 0)
        {
            yield return $"{findings} findings that repeat others of the same rule on the same computer were counted only.";
        }

        if (Activities.LossesOf(organisation) is var activities and > 0)
        {
            yield return $"{activities} sign-ins, actions, mails and requests were left out: there are more than {ActivityCollector.DefaultLimit}.";
        }
    }
}
