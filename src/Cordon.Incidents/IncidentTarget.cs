using Cordon.Events;

namespace Cordon.Incidents;

/// <summary>An account, host, mailbox or recipient that an incident aimed at, with what came of it.</summary>
public sealed record IncidentTarget
{
    /// <summary>What it is.</summary>
    public required Observable Observable { get; init; }

    /// <summary>What came of it. It cites at least one <see cref="Evidence"/>.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Probability that the outcome is right, 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>How access was had, in words (<c>the spraying tool itself</c>, <c>a later sign-in from the same address</c>); empty where there was none.</summary>
    public string Mechanism { get; init; } = "";

    /// <summary>Reasons, strongest first; bounded.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The defenders' answer; null where none was seen.</summary>
    public Containment? Containment { get; init; }

    /// <summary>Logs without which nothing better can be said, and how to get them; empty unless the outcome is <see cref="Outcome.Unknown"/>.</summary>
    public IReadOnlyList<MissingLog> MissingLogs { get; init; } = [];
}
