namespace Cordon.Events;

/// <summary>What a correlation rests on: which events, how many, over what time. Immutable.</summary>
public sealed record CorrelationFacts
{
    /// <summary>When the first of the events happened, UTC.</summary>
    public required DateTime First { get; init; }

    /// <summary>When the last of the events happened, UTC; not before <see cref="First"/>.</summary>
    public required DateTime Last { get; init; }

    /// <summary>How many events there are; <see cref="Events"/> may hold fewer.</summary>
    public required long EventCount { get; init; }

    /// <summary>The figure that fulfilled the condition, such as a count of values; null for correlations that reckon with none.</summary>
    public double? Figure { get; init; }

    /// <summary>The events, by time; of very many the first and the last ones. Never empty.</summary>
    public required IReadOnlyList<EventOrigin> Events { get; init; }
}
