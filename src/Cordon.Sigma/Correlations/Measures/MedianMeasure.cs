using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary><c>value_median</c>: the middle one of a field's numbers, or the mean of the two in the middle.</summary>
/// <remarks>The lower and the upper half are kept sorted, so that coming and going cost the logarithm of how many there are.</remarks>
internal sealed class MedianMeasure(Criteria criteria) : IMeasure
{
    // Equal numbers are told apart by when they came; entries leave in that order.
    private readonly SortedSet<(decimal Number, long Order)> _lower = [];
    private readonly SortedSet<(decimal Number, long Order)> _upper = [];
    private long _came;
    private long _left;

    public void Add(WindowEntry entry)
    {
        (decimal, long) added = (entry.Number, _came++);
        (_lower.Count > 0 && added.CompareTo(_lower.Max) < 0 ? _lower : _upper).Add(added);
        Balance();
    }

    public void Remove(WindowEntry entry)
    {
        (decimal, long) gone = (entry.Number, _left++);
        if (!_lower.Remove(gone))
        {
            _upper.Remove(gone);
        }

        Balance();
    }

    public bool Holds(out double? figure)
    {
        decimal median = _lower.Count == _upper.Count ? (_lower.Max.Number + _upper.Min.Number) / 2 : _lower.Max.Number;
        double value = (double)median + 0.0;
        figure = value;
        return criteria.Hold(value);
    }

    // The lower half has as many as the upper one, or one more.
    private void Balance()
    {
        if (_lower.Count > _upper.Count + 1)
        {
            Move(_lower, _lower.Max, _upper);
        }
        else if (_lower.Count < _upper.Count)
        {
            Move(_upper, _upper.Min, _lower);
        }
    }

    private static void Move(
        SortedSet<(decimal Number, long Order)> from,
        (decimal Number, long Order) one,
        SortedSet<(decimal Number, long Order)> to
    )
    {
        from.Remove(one);
        to.Add(one);
    }
}
