using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>
/// A test of one value: <see cref="StringMatcher"/>, <see cref="RegexMatcher"/>, <see cref="CidrMatcher"/>,
/// <see cref="NumberMatcher"/>, <see cref="TimePartMatcher"/> or <see cref="NullMatcher"/>.
/// </summary>
/// <remarks>The hierarchy is closed; matchers are immutable, safe for concurrent use, and equal when they test the same.</remarks>
public abstract class ValueMatcher : IEquatable<ValueMatcher>
{
    private readonly int _hash;

    private protected ValueMatcher(int hash) => _hash = hash;

    /// <summary>What compiling found out about it, so that it is found out once; no part of what it is.</summary>
    internal object? Planning { get; set; }

    /// <summary>Whether the value fulfils the test. A missing value never does; a null value only <see cref="NullMatcher"/>.</summary>
    public abstract bool Matches(FieldValue value);

    /// <inheritdoc/>
    public bool Equals(ValueMatcher? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && EqualsCore(other));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as ValueMatcher);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _hash;

    private protected abstract bool EqualsCore(ValueMatcher other);
}
