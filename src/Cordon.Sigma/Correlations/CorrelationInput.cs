namespace Cordon.Sigma;

/// <summary>What a correlation needs of the events of one of its rules.</summary>
/// <param name="Correlation">Index of the correlation in its set.</param>
/// <param name="Position">The rule's place among those of the correlation, from 0.</param>
/// <param name="Fields">
/// The fields whose values <see cref="CorrelationEvent.Fields"/> are to give, in this order, under the names that the rule's
/// events have (aliases are put in): first those of <c>group-by</c>, then those of the condition, then those that correlations
/// ask for which build on this one.
/// </param>
public sealed record CorrelationInput(int Correlation, int Position, IReadOnlyList<string> Fields);
