namespace Cordon.Events;

/// <summary>A rule, an indicator or an analytic that held for an event, or for several. Owns its memory; immutable.</summary>
public sealed record Finding
{
    /// <summary>
    /// 32 hexadecimal digits, derived from the rule, the source, the record's place and number: the same input gives the same id.
    /// Worked out whenever it is asked for.
    /// </summary>
    public string Id => FindingId.Of(this);

    /// <summary>What held.</summary>
    public required FindingRule Rule { get; init; }

    /// <summary>The event for which it held; of several the first.</summary>
    public required EventOrigin Event { get; init; }

    /// <summary>
    /// The event's fields in the event's order, System fields left out; a name that repeats has several values. Of a correlation
    /// the fields that its events have in common (<c>group-by</c>).
    /// </summary>
    public required IReadOnlyList<SnapshotField> Fields { get; init; }

    /// <summary>What a correlation rests on; null where one event was enough.</summary>
    public CorrelationFacts? Correlation { get; init; }

    /// <summary>Observables and their part in it: whom it concerns, where it came from. Empty where nobody took them out yet.</summary>
    public IReadOnlyList<FindingEntity> Entities { get; init; } = [];

    /// <summary>Why it fired, in one sentence with its numbers; empty for rules, whose title says it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When the event happened, UTC, with all its digits; null where the record does not say.</summary>
    public DateTime? Time => Event.Time;
}
