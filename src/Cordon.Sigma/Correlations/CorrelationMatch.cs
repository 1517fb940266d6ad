namespace Cordon.Sigma;

/// <summary>A correlation that matched: from when its condition first held until it held no longer. Immutable.</summary>
/// <param name="Correlation">Index of the correlation in its set.</param>
/// <param name="Group">The values of <c>group-by</c>, in its order, as the first event has them.</param>
/// <param name="First">Time of the first event (ticks, UTC).</param>
/// <param name="Last">Time of the last event (ticks, UTC).</param>
/// <param name="EventCount">How many events it rests on.</param>
/// <param name="Figure">The figure that fulfilled the condition; of several the one farthest from not doing so. Null for temporal correlations without one.</param>
/// <param name="References">
/// The events' references, by time, without repeats; of more than <see cref="CorrelationLimits.MaxCited"/> the first and the last ones. Of
/// a correlation that builds on others those of the events that these rest on.
/// </param>
public sealed record CorrelationMatch(
    int Correlation,
    IReadOnlyList<string> Group,
    long First,
    long Last,
    long EventCount,
    double? Figure,
    IReadOnlyList<long> References
);
