using Cordon.Sigma.Expressions;

namespace Cordon.Sigma;

/// <summary>A detection that lies in memory.</summary>
/// <param name="Searches">The named searches, in the file's order.</param>
/// <param name="Condition">The condition, with every search put in its place.</param>
internal sealed record Detection(IReadOnlyList<SearchIdentifier> Searches, SigmaExpression Condition) : IDetection;
