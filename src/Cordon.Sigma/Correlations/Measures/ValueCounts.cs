using System.Runtime.InteropServices;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary>How often each value is in a window. Values that differ in nothing but case are one, as in rules.</summary>
internal sealed class ValueCounts
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many different values there are.</summary>
    public int Distinct => _counts.Count;

    /// <summary>How many values there are in all.</summary>
    public long Total { get; private set; }

    /// <summary>How often each is there.</summary>
    public IEnumerable<long> Counts => _counts.Values;

    public long Of(string value) => _counts.GetValueOrDefault(value);

    public void Add(string value)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _)++;
        Total++;
    }

    public void Remove(string value)
    {
        long left = _counts[value] - 1;
        Total--;
        if (left == 0)
        {
            _counts.Remove(value);
        }
        else
        {
            _counts[value] = left;
        }
    }
}
