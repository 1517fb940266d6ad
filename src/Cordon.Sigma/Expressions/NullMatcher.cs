using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The field is there and holds no value. Neither a missing field nor an empty text is null.</summary>
public sealed class NullMatcher : ValueMatcher
{
    private NullMatcher()
        : base(20) { }

    /// <summary>The only instance.</summary>
    public static NullMatcher Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) => value.Kind == FieldKind.Null;

    /// <inheritdoc/>
    public override string ToString() => "is null";

    private protected override bool EqualsCore(ValueMatcher other) => other is NullMatcher;
}
