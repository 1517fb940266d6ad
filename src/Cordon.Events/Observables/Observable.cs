namespace Cordon.Events;

/// <summary>Something seen in an event that can be looked for elsewhere. Two are equal where kind and value are, ignoring case.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its value as it is shown; written by whoever wrote the log, so to be escaped in every output.</param>
public readonly record struct Observable(ObservableKind Kind, string Value)
{
    /// <inheritdoc/>
    public bool Equals(Observable other) =>
        Kind == other.Kind && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Kind, Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value));
}
