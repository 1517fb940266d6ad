using Cordon.Events;

namespace Cordon.Incidents;

/// <summary>The findings that belong to one attempt against one organisation. Immutable.</summary>
public sealed record Incident
{
    /// <summary>32 hexadecimal digits derived from its organisation and its first findings: the same input gives the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The organisation's name; empty where it has none.</summary>
    public required string Organisation { get; init; }

    /// <summary>What it is, in one line of words: <c>Password spray against 12 accounts</c>.</summary>
    public required string Title { get; init; }

    /// <summary>When its first event happened, UTC.</summary>
    public required DateTime First { get; init; }

    /// <summary>When its last event happened, UTC.</summary>
    public required DateTime Last { get; init; }

    /// <summary>The worst of the targets' outcomes.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whom it aimed at, worst outcome first, then by name.</summary>
    public required IReadOnlyList<IncidentTarget> Targets { get; init; }

    /// <summary>Where it came from: addresses, senders, domains, tools; bounded, most frequent first.</summary>
    public IReadOnlyList<Observable> Sources { get; init; } = [];

    /// <summary>What it was done with: URLs, files, sessions, applications; bounded.</summary>
    public IReadOnlyList<Observable> Related { get; init; } = [];

    /// <summary>ATT&amp;CK techniques, sorted.</summary>
    public IReadOnlyList<string> Techniques { get; init; } = [];

    /// <summary>Its findings, by time; bounded, see <see cref="FindingCount"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How many findings there are; <see cref="Findings"/> may hold fewer.</summary>
    public required long FindingCount { get; init; }

    /// <summary>What holds it together.</summary>
    public IReadOnlyList<IncidentLink> Links { get; init; } = [];

    /// <summary>Probability that it was an attack, 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>How good the logs are that this rests on: <c>low</c>, <c>moderate</c> or <c>high</c>.</summary>
    public required string Confidence { get; init; }

    /// <summary>What to do first, most urgent first, one sentence each.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];
}
