using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Indicators;

/// <summary>A value that says what bad looks like, by somebody's word and for a time. Immutable.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">In its plain form: lower case where case does not count, a network with its length.</param>
/// <param name="From">Who says so, and where.</param>
public sealed record Indicator(IndicatorKind Kind, string Value, KnowledgeSource From)
{
    /// <summary>From when it holds; null where the source does not say.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Until when its source says that it holds, exclusive; null where it does not say and <see cref="IndicatorLife"/> decides.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What it is a sign of, in the source's words: a malware, an actor, a title; null where it does not say.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The STIX identifiers of the actors, malware or tools that its source says it is a sign of; empty where it names none by identifier. A <see cref="Label"/> alone is a
    /// name, and names are shared.
    /// </summary>
    public IReadOnlyList<string> Refs { get; init; } = [];

    /// <summary>How sure its source is, 0 to 100; null where it does not say.</summary>
    public int? Confidence { get; init; }
}
