using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary><c>value_sum</c> and <c>value_avg</c>: the sum of a field, or its arithmetic mean. Exact: what leaves takes away what it brought.</summary>
internal sealed class SumMeasure(Criteria criteria, bool isAverage) : IMeasure
{
    private decimal _sum;
    private long _count;

    public void Add(WindowEntry entry)
    {
        _sum += entry.Number;
        _count++;
    }

    public void Remove(WindowEntry entry)
    {
        _sum -= entry.Number;
        _count--;
    }

    public bool Holds(out double? figure)
    {
        // Decimals know a negative zero; nobody wants to read it.
        double value = (double)(isAverage ? _sum / _count : _sum) + 0.0;
        figure = value;
        return criteria.Hold(value);
    }
}
