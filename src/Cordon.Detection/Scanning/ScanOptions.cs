using Cordon.Detection.Activities;
using Cordon.Detection.Coverage;
using Cordon.Events;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Scanning;

/// <summary>What a scan looks at and with how many threads.</summary>
public sealed record ScanOptions
{
    /// <summary>Worker threads, at least 1; by default one for each processor. The findings do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Events before this instant (UTC) are left out; null for no bound. An event without a time is always looked at.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Events at or after this instant (UTC) are left out; null for no bound.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Takes what events say that somebody did; null where nobody asks.</summary>
    public ActivityCollector? Activities { get; init; }

    /// <summary>Takes what the logs cover; null where nobody asks.</summary>
    public CoverageTracker? Coverage { get; init; }

    /// <summary>Looks for indicators in events; null where nobody asks.</summary>
    public IIndicatorMatcher? Indicators { get; init; }

    /// <summary>
    /// Of so many findings of one rule on one computer, the first of them, the fields are wanted: of later ones they may be missing, which saves copying
    /// what nobody looks at. At least 0; null where all are wanted. Findings of indicators always have theirs.
    /// </summary>
    public int? MostAlike { get; init; }

    /// <summary>Whose a log is, by its path; always the same object for the same organisation. <see cref="Coverage"/> is told.</summary>
    public Func<string, Organisation> OrganisationOf { get; init; } = static _ => Organisation.Unnamed;
}
