using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>How a number must relate to a rule's number.</summary>
public enum NumberComparison
{
    /// <summary>The same number, however written: 16 equals <c>0x10</c>.</summary>
    Equal,

    /// <summary>Less: <c>lt</c>.</summary>
    Less,

    /// <summary>Less or the same: <c>lte</c>.</summary>
    LessOrEqual,

    /// <summary>Greater: <c>gt</c>.</summary>
    Greater,

    /// <summary>Greater or the same: <c>gte</c>.</summary>
    GreaterOrEqual,
}

/// <summary>The value is a number, or text that is written as one, and compares with the rule's.</summary>
public sealed class NumberMatcher : ValueMatcher
{
    internal NumberMatcher(NumberComparison comparison, SigmaNumber number)
        : base(HashCode.Combine(23, comparison, number))
    {
        Comparison = comparison;
        Number = number;
    }

    /// <summary>How the value must relate to <see cref="Number"/>.</summary>
    public NumberComparison Comparison { get; }

    /// <summary>The rule's number.</summary>
    public SigmaNumber Number { get; }

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        Number.TryCompare(value, out int order) && Holds(Comparison, order);

    /// <inheritdoc/>
    public override string ToString() => $"{Sign(Comparison)} {Number}";

    internal static bool Holds(NumberComparison comparison, int order) =>
        comparison switch
        {
            NumberComparison.Less => order < 0,
            NumberComparison.LessOrEqual => order <= 0,
            NumberComparison.Greater => order > 0,
            NumberComparison.GreaterOrEqual => order >= 0,
            _ => order == 0,
        };

    internal static string Sign(NumberComparison comparison) =>
        comparison switch
        {
            NumberComparison.Less => "<",
            NumberComparison.LessOrEqual => "<=",
            NumberComparison.Greater => ">",
            NumberComparison.GreaterOrEqual => ">=",
            _ => "=",
        };

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is NumberMatcher number && Comparison == number.Comparison && Number == number.Number;
}
