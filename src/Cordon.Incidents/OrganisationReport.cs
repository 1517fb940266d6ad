using Cordon.Events.Coverage;
using Cordon.Events.Organisations;

namespace Cordon.Incidents;

/// <summary>The answer for one organisation: what was tried, what came of it, and what could not be seen. Immutable.</summary>
public sealed record OrganisationReport
{
    /// <summary>The organisation.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Its incidents, worst first: by outcome, then probability, then time.</summary>
    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>What its logs cover.</summary>
    public required IReadOnlyList<LogStream> Coverage { get; init; }

    /// <summary>Findings that belong to no incident, by rule title: too common or too weak by themselves.</summary>
    public long LooseFindings { get; init; }

    /// <summary>What was left out because a limit was reached, one sentence each; empty where nothing was.</summary>
    public IReadOnlyList<string> Losses { get; init; } = [];
}
