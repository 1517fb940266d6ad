using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>One test of one event: a leaf of a <see cref="SigmaExpression"/>.</summary>
public abstract class SigmaPredicate : SigmaExpression
{
    private protected SigmaPredicate(int hash)
        : base(hash, weight: 1) { }
}

/// <summary>Holds when at least one value of a field fulfils a matcher. Fails where the field is missing.</summary>
public sealed class FieldExpression : SigmaPredicate
{
    internal FieldExpression(string field, FieldId fieldId, ValueMatcher matcher)
        : base(HashCode.Combine(10, field, matcher))
    {
        Field = field;
        FieldId = fieldId;
        Matcher = matcher;
    }

    /// <summary>The field's name as the rule writes it.</summary>
    public string Field { get; }

    /// <summary>Its id in the table that the rules were loaded with.</summary>
    public FieldId FieldId { get; }

    /// <summary>What a value must fulfil.</summary>
    public ValueMatcher Matcher { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field} {Matcher}";

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is FieldExpression field
        && string.Equals(Field, field.Field, StringComparison.Ordinal)
        && Matcher.Equals(field.Matcher);
}

/// <summary>Holds when the event has a field, whatever its value, null and empty included.</summary>
public sealed class FieldExistsExpression : SigmaPredicate
{
    internal FieldExistsExpression(string field, FieldId fieldId)
        : base(HashCode.Combine(11, field))
    {
        Field = field;
        FieldId = fieldId;
    }

    /// <summary>The field's name as the rule writes it.</summary>
    public string Field { get; }

    /// <summary>Its id in the table that the rules were loaded with.</summary>
    public FieldId FieldId { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field} exists";

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is FieldExistsExpression exists && string.Equals(Field, exists.Field, StringComparison.Ordinal);
}

/// <summary>Holds when a value of one field compares to a value of another. Fails where either is missing or null.</summary>
public sealed class FieldReferenceExpression : SigmaPredicate
{
    internal FieldReferenceExpression(
        (string Name, FieldId Id) field,
        (string Name, FieldId Id) other,
        FieldComparison comparison,
        bool isCased
    )
        : base(HashCode.Combine(12, field.Name, other.Name, comparison, isCased))
    {
        (Field, FieldId) = field;
        (OtherField, OtherFieldId) = other;
        Comparison = comparison;
        IsCased = isCased;
    }

    /// <summary>The field that is tested.</summary>
    public string Field { get; }

    /// <summary>Its id in the table that the rules were loaded with.</summary>
    public FieldId FieldId { get; }

    /// <summary>The field that it is compared with.</summary>
    public string OtherField { get; }

    /// <summary>Its id in the table that the rules were loaded with.</summary>
    public FieldId OtherFieldId { get; }

    /// <summary>How the first field's text must relate to the second's.</summary>
    public FieldComparison Comparison { get; }

    /// <summary>Whether upper and lower case differ.</summary>
    public bool IsCased { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field} {Comparison} field {OtherField}{(IsCased ? " (cased)" : "")}";

    /// <summary>Whether a value of the first field and one of the second compare as the rule wants.</summary>
    public bool Matches(FieldValue value, FieldValue other)
    {
        if (value.Kind is FieldKind.Missing or FieldKind.Null || other.Kind is FieldKind.Missing or FieldKind.Null)
        {
            return false;
        }

        StringComparison comparison = IsCased ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Comparison switch
        {
            FieldComparison.Contains => value.Text.Contains(other.Text, comparison),
            FieldComparison.StartsWith => value.Text.StartsWith(other.Text, comparison),
            FieldComparison.EndsWith => value.Text.EndsWith(other.Text, comparison),
            _ => value.Text.Equals(other.Text, comparison) || SameInteger(value, other),
        };
    }

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is FieldReferenceExpression reference
        && string.Equals(Field, reference.Field, StringComparison.Ordinal)
        && string.Equals(OtherField, reference.OtherField, StringComparison.Ordinal)
        && Comparison == reference.Comparison
        && IsCased == reference.IsCased;

    // The same number may be written as 0x10 in one field and 16 in the other.
    private static bool SameInteger(FieldValue left, FieldValue right) =>
        left.Kind is FieldKind.Integer
        && right.Kind is FieldKind.Integer
        && left.TryGetInteger(out long a)
        && right.TryGetInteger(out long b)
        && a == b;
}

/// <summary>How a field's text must relate to another field's.</summary>
public enum FieldComparison
{
    /// <summary>It is the same.</summary>
    Equals,

    /// <summary>It holds the other anywhere.</summary>
    Contains,

    /// <summary>It begins with the other.</summary>
    StartsWith,

    /// <summary>It ends with the other.</summary>
    EndsWith,
}

/// <summary>Holds when at least one value of the event, whatever its field, fulfils a matcher. Names are not searched.</summary>
public sealed class KeywordExpression : SigmaPredicate
{
    internal KeywordExpression(ValueMatcher matcher)
        : base(HashCode.Combine(13, matcher)) => Matcher = matcher;

    /// <summary>What a value must fulfil; for plain keywords a pattern that matches anywhere in the value.</summary>
    public ValueMatcher Matcher { get; }

    /// <inheritdoc/>
    public override string ToString() => $"any value {Matcher}";

    private protected override bool EqualsCore(SigmaExpression other) =>
        other is KeywordExpression keyword && Matcher.Equals(keyword.Matcher);
}
