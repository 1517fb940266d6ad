using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The value's written form as a whole fits a pattern.</summary>
public sealed class StringMatcher : ValueMatcher
{
    internal StringMatcher(StringPattern pattern, bool isCased)
        : base(HashCode.Combine(21, pattern, isCased))
    {
        Pattern = pattern;
        IsCased = isCased;
    }

    /// <summary>The pattern.</summary>
    public StringPattern Pattern { get; }

    /// <summary>Whether upper and lower case differ; otherwise comparison is ordinal, ignoring case (one UTF-16 unit at a time).</summary>
    public bool IsCased { get; }

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        value.Kind is not (FieldKind.Missing or FieldKind.Null)
        && Pattern.IsMatch(value.Text, IsCased ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"fits '{Pattern}'{(IsCased ? " (cased)" : "")}";

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is StringMatcher text && IsCased == text.IsCased && Pattern.Equals(text.Pattern);
}
