using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Evaluation;

/// <summary>What a predicate came to for an event.</summary>
/// <param name="Predicate">The predicate.</param>
/// <param name="Truth">Whether it held.</param>
public readonly record struct PredicateResult(SigmaPredicate Predicate, Truth Truth);
