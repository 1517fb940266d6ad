namespace Cordon.Sigma.Compilation;

/// <summary>A node of an expression, laid out in one array: children follow their parent, and <paramref name="End"/> is behind the last of them.</summary>
internal readonly record struct CompiledNode(NodeKind Kind, int Value, int End);
