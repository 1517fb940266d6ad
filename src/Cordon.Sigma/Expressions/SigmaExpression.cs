namespace Cordon.Sigma.Expressions;

/// <summary>
/// What an event must fulfil, as an immutable tree: <see cref="AndExpression"/>, <see cref="OrExpression"/>,
/// <see cref="NotExpression"/> and <see cref="CertainExpression"/> over <see cref="SigmaPredicate"/>s.
/// </summary>
/// <remarks>
/// The hierarchy is closed. Two expressions are equal when they have the same structure and equal predicates; hash codes are
/// computed once. So equal tests of different rules can be found and evaluated once.
/// </remarks>
public abstract class SigmaExpression : IEquatable<SigmaExpression>
{
    private readonly int _hash;

    private protected SigmaExpression(int hash, long weight) => (_hash, Weight) = (hash, weight);

    /// <summary>How many predicates it is when shared parts are written out each time.</summary>
    internal long Weight { get; }

    /// <summary>Its predicates in the order in which the rule names them; one that repeats comes each time.</summary>
    public IEnumerable<SigmaPredicate> Predicates()
    {
        Stack<SigmaExpression> open = new([this]);
        while (open.TryPop(out SigmaExpression? current))
        {
            switch (current)
            {
                case AndExpression and:
                    PushReversed(open, and.Operands);
                    break;
                case OrExpression or:
                    PushReversed(open, or.Operands);
                    break;
                case NotExpression not:
                    open.Push(not.Operand);
                    break;
                case CertainExpression certain:
                    open.Push(certain.Operand);
                    break;
                default:
                    yield return (SigmaPredicate)current;
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(SigmaExpression? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && EqualsCore(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as SigmaExpression);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _hash;

    private protected abstract bool EqualsCore(SigmaExpression other);

    private static void PushReversed(Stack<SigmaExpression> open, IReadOnlyList<SigmaExpression> operands)
    {
        for (int i = operands.Count - 1; i >= 0; i--)
        {
            open.Push(operands[i]);
        }
    }
}

/// <summary>Holds when all its operands hold.</summary>
public sealed class AndExpression : SigmaExpression
{
    internal AndExpression(SigmaExpression[] operands)
        : base(OperandList.Hash(1, operands), OperandList.Weigh(operands))
    {
        Items = operands;
        Operands = Array.AsReadOnly(operands);
    }

    /// <summary>Two or more expressions, in the order in which the rule names them.</summary>
    public IReadOnlyList<SigmaExpression> Operands { get; }

    /// <summary>The same, for loops that run on every event.</summary>
    internal SigmaExpression[] Items { get; }

    /// <inheritdoc/>
    public override string ToString() => OperandList.Join(" and ", Operands);

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is AndExpression and && OperandList.Equal(Operands, and.Operands);
}

/// <summary>Holds when at least one of its operands holds.</summary>
public sealed class OrExpression : SigmaExpression
{
    internal OrExpression(SigmaExpression[] operands)
        : base(OperandList.Hash(2, operands), OperandList.Weigh(operands))
    {
        Items = operands;
        Operands = Array.AsReadOnly(operands);
    }

    /// <summary>Two or more expressions, in the order in which the rule names them.</summary>
    public IReadOnlyList<SigmaExpression> Operands { get; }

    /// <summary>The same, for loops that run on every event.</summary>
    internal SigmaExpression[] Items { get; }

    /// <inheritdoc/>
    public override string ToString() => OperandList.Join(" or ", Operands);

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is OrExpression or && OperandList.Equal(Operands, or.Operands);
}

/// <summary>Holds when its operand does not.</summary>
public sealed class NotExpression : SigmaExpression
{
    internal NotExpression(SigmaExpression operand)
        : base(HashCode.Combine(3, operand), operand.Weight) => Operand = operand;

    /// <summary>What must not hold.</summary>
    public SigmaExpression Operand { get; }

    /// <inheritdoc/>
    public override string ToString() => $"not {Operand}";

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is NotExpression not && Operand.Equals(not.Operand);
}

/// <summary>
/// Holds when it is certain that its operand does: what cannot be said counts as not holding. No rule can write it; it stands
/// around what filters and tuning take away.
/// </summary>
public sealed class CertainExpression : SigmaExpression
{
    internal CertainExpression(SigmaExpression operand)
        : base(HashCode.Combine(4, operand), operand.Weight) => Operand = operand;

    /// <summary>What must be certain.</summary>
    public SigmaExpression Operand { get; }

    /// <inheritdoc/>
    public override string ToString() => $"certainly {Operand}";

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is CertainExpression certain && Operand.Equals(certain.Operand);
}
