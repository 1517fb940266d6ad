namespace Cordon.Sigma.Conditions;

/// <summary>A condition as written, before search identifiers are looked up. Offsets count from the start of its text.</summary>
internal abstract record ConditionNode(int Offset);

/// <summary>The name of a search.</summary>
internal sealed record NameNode(string Name, int Offset) : ConditionNode(Offset)
{
    public override string ToString() => Name;
}

/// <summary><c>1 of</c> or <c>all of</c>, a pattern of names or <c>them</c> (<see cref="Pattern"/> null).</summary>
internal sealed record OfNode(bool IsAll, string? Pattern, int Offset) : ConditionNode(Offset)
{
    public override string ToString() => $"{(IsAll ? "all" : "1")} of {Pattern ?? "them"}";
}

/// <summary>Negation.</summary>
internal sealed record NotNode(ConditionNode Operand, int Offset) : ConditionNode(Offset)
{
    public override string ToString() => Operand is BinaryNode ? $"not ({Operand})" : $"not {Operand}";
}

/// <summary>A chain of <c>and</c> or of <c>or</c>, with two operands or more.</summary>
internal sealed record BinaryNode(bool IsAnd, IReadOnlyList<ConditionNode> Operands, int Offset) : ConditionNode(Offset)
{
    public override string ToString() =>
        string.Join(
            IsAnd ? " and " : " or ",
            Operands.Select(operand =>
                operand is BinaryNode inner && (inner.IsAnd == IsAnd || IsAnd) ? $"({inner})" : $"{operand}"
            )
        );
}
