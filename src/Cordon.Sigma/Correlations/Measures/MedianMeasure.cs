using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary><c>value_median</c>: the middle one of a field's numbers, or the mean of the two in the middle.</summary>
internal sealed class MedianMeasure(Criteria criteria) : IMeasure
{
    private readonly List<decimal> _sorted = [];

    public void Add(WindowEntry entry)
    {
        int at = _sorted.BinarySearch(entry.Number);
        _sorted.Insert(at < 0 ? ~at : at, entry.Number);
    }

    public void Remove(WindowEntry entry) => _sorted.RemoveAt(_sorted.BinarySearch(entry.Number));

    public bool Holds(out double? figure)
    {
        int middle = _sorted.Count / 2;
        decimal median = _sorted.Count % 2 == 1 ? _sorted[middle] : (_sorted[middle - 1] + _sorted[middle]) / 2;
        figure = (double)median;
        return criteria.Hold((double)median);
    }
}
