using System.Runtime.ExceptionServices;
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
    // About 0.5 kB each, and as much again for what is made of them.
    private const int MaxActivitiesAtOnce = 400_000;

    private readonly OrganisationFinder _organisations;
    private readonly int _threads;
    private readonly AnalyticSettings _settings;
    private readonly FindingKeeper _findings;
    private readonly List<Warning> _warnings = [];

    // Where all of them fit into memory together: what was worked out of a timeline is kept with it.
    private readonly Dictionary<Organisation, ActivityTimeline> _timelines = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes one.</summary>
    /// <param name="fields">The table that events are asked with.</param>
    /// <param name="organisations">Whose a log is.</param>
    /// <param name="settings">Thresholds of analytics.</param>
    /// <param name="threads">How many organisations are looked at side by side, where memory allows.</param>
    /// <param name="memoryBytes">How many bytes of activities are kept in memory, as for <see cref="ActivityCollector"/>.</param>
    public Investigation(
        FieldTable fields,
        OrganisationFinder organisations,
        AnalyticSettings settings,
        int threads,
        long memoryBytes = ActivityCollector.DefaultMemoryBytes
    )
    {
        (_organisations, _settings, _threads) = (organisations, settings, threads);
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
        // What all organisations have taught is known when the second pass begins.
        var knowledge = new SectorKnowledge();
        (IReadOnlyList<Finding> Found, SectorLesson Lesson)[] own = ForEach(
            (_, timeline) =>
            {
                IReadOnlyList<Finding> found = AnalyticSuite.Run(timeline, _settings, cancel);
                return (found, SectorKnowledge.LessonOf(timeline, _settings, found, cancel));
            },
            cancel
        );
        foreach ((_, SectorLesson lesson) in own)
        {
            knowledge.Learn(lesson);
        }

        List<OrganisationReport> reports = [];
        foreach (
            (IReadOnlyList<Finding> found, OrganisationReport report, IReadOnlyList<Warning> warnings) in ForEach(
                (index, timeline) => Report(timeline, own[index].Found, knowledge, cancel),
                cancel
            )
        )
        {
            onFindings(found);
            reports.Add(report);
            _warnings.AddRange(warnings);
        }

        return reports;
    }

    private (IReadOnlyList<Finding> Found, OrganisationReport Report, IReadOnlyList<Warning> Warnings) Report(
        ActivityTimeline timeline,
        IReadOnlyList<Finding> alone,
        SectorKnowledge knowledge,
        CancellationToken cancel
    )
    {
        Organisation organisation = timeline.Organisation;
        Finding[] found = [.. alone, .. SectorAnalytic.Run(timeline, _settings, knowledge, alone, cancel)];
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
        IReadOnlyList<Warning> warnings = WarningMaker.Make(
            new WarningInput
            {
                Report = report,
                SignIns = timeline.SignIns,
                Actions = timeline.Actions,
                Mails = timeline.Mails,
                WebRequests = timeline.WebRequests,
            },
            cancel
        );
        return (found, report with { Losses = [.. report.Losses, .. Losses(organisation)] }, warnings);
    }

    // Looks at organisations side by side, as many as may be in memory together. Results are in the order of the organisations.
    private T[] ForEach<T>(Func<int, ActivityTimeline, T> look, CancellationToken cancel)
    {
        IReadOnlyList<Organisation> organisations = _organisations.Organisations;
        var results = new T[organisations.Count];
        bool areKept = organisations.Sum(o => (long)Activities.CountOf(o)) <= MaxActivitiesAtOnce;
        var reading = new Lock();
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = AtOnce() };
        try
        {
            Parallel.For(
                0,
                organisations.Count,
                options,
                index =>
                {
                    ActivityTimeline timeline;
                    lock (reading)
                    {
                        if (!_timelines.TryGetValue(organisations[index], out timeline!))
                        {
                            timeline = Activities.TimelineOf(organisations[index]);
                            if (areKept)
                            {
                                _timelines.Add(organisations[index], timeline);
                            }
                        }
                    }

                    results[index] = look(index, timeline);
                }
            );
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return results;
    }

    private int AtOnce()
    {
        int count = 0;
        int together = 0;
        foreach (int own in _organisations.Organisations.Select(Activities.CountOf).OrderDescending().Take(_threads))
        {
            together += own;
            if (count > 0 && together > MaxActivitiesAtOnce)
            {
                break;
            }

            count++;
        }

        return Math.Max(1, count);
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
