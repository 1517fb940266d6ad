namespace Cordon.Sigma.Compilation;

/// <summary>What a <see cref="CompiledNode"/> is.</summary>
internal enum NodeKind : byte
{
    /// <summary>A predicate; <see cref="CompiledNode.Value"/> is its index.</summary>
    Predicate,

    /// <summary>Tests of one field of which one must hold; <see cref="CompiledNode.Value"/> is the index of their list.</summary>
    Any,

    /// <summary>The least of its children.</summary>
    And,

    /// <summary>The greatest of its children.</summary>
    Or,

    /// <summary>The opposite of its one child.</summary>
    Not,

    /// <summary>True where its one child is, else false.</summary>
    Certain,

    /// <summary>Always the same; <see cref="CompiledNode.Value"/> is the truth.</summary>
    Constant,
}
