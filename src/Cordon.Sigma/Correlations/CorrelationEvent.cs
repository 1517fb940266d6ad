namespace Cordon.Sigma;

/// <summary>An event for which a rule held, as one correlation sees it. Immutable.</summary>
/// <param name="Correlation">Index of the correlation in its set.</param>
/// <param name="Position">The rule's place among those of the correlation.</param>
/// <param name="Time">When it happened: 100 ns steps since 0001-01-01T00:00:00Z.</param>
/// <param name="Reference">The caller's name for the event; equal for the same event, and ascending where times are equal.</param>
/// <param name="Fields">The values that <see cref="CorrelationInput.Fields"/> asks for; null where the event has none.</param>
public sealed record CorrelationEvent(
    int Correlation,
    int Position,
    long Time,
    long Reference,
    IReadOnlyList<string?> Fields
);
