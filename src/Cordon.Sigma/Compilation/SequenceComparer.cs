namespace Cordon.Sigma.Compilation;

/// <summary>Arrays of numbers are equal where their numbers are.</summary>
internal sealed class SequenceComparer : IEqualityComparer<int[]>
{
    public static SequenceComparer Instance { get; } = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = new HashCode();
        foreach (int number in obj)
        {
            hash.Add(number);
        }

        return hash.ToHashCode();
    }
}
