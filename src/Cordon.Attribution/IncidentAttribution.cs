namespace Cordon.Attribution;

/// <summary>Who may be behind one incident. Immutable.</summary>
public sealed record IncidentAttribution
{
    /// <summary>The incident's id.</summary>
    public required string IncidentId { get; init; }

    /// <summary>Whether it is held for somebody's.</summary>
    public required AttributionStatus Status { get; init; }

    /// <summary>The hypotheses, the likeliest first; of equal ones that with less against it.</summary>
    public required IReadOnlyList<Hypothesis> Hypotheses { get; init; }

    /// <summary>What sources say of those who are listed, with denials; bounded.</summary>
    public IReadOnlyList<RelatedClaim> Claims { get; init; } = [];

    /// <summary>What was met and says nothing, and why: too old, shared, the organisation's own, common to all; one sentence each, bounded.</summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];

    /// <summary>Listed actors that share names, so that they may be one as others delimit them; never merged. One sentence each.</summary>
    public IReadOnlyList<string> Overlaps { get; init; } = [];

    /// <summary>What would change the order or the words, one sentence each; never empty.</summary>
    public required IReadOnlyList<string> WouldChange { get; init; }

    /// <summary>The likeliest named actor; null where none is listed.</summary>
    public Hypothesis? Leading => Hypotheses.FirstOrDefault(static h => h.Kind == HypothesisKind.Actor);
}
