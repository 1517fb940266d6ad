using Cordon.Sigma.Expressions;

namespace Cordon.Sigma;

/// <summary>One named search of a detection, such as <c>selection</c>.</summary>
/// <param name="Name">The name that the condition refers to.</param>
/// <param name="Line">Line of the name in the file, from 1.</param>
/// <param name="Expression">What it tests.</param>
public sealed record SearchIdentifier(string Name, int Line, SigmaExpression Expression);
