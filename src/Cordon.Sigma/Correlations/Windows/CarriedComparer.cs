using System.Diagnostics.CodeAnalysis;

namespace Cordon.Sigma.Correlations.Windows;

/// <summary>Compares combinations of values; what differs in nothing but case is the same, as in rules.</summary>
internal sealed class CarriedComparer : IEqualityComparer<string?[]>
{
    public static CarriedComparer Instance { get; } = new();

    public bool Equals(string?[]? x, string?[]? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && x.AsSpan().SequenceEqual(y, StringComparer.OrdinalIgnoreCase));

    public int GetHashCode([DisallowNull] string?[] obj)
    {
        var hash = new HashCode();
        foreach (string? value in obj)
        {
            hash.Add(value, StringComparer.OrdinalIgnoreCase);
        }

        return hash.ToHashCode();
    }
}
