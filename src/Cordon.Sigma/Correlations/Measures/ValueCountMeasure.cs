using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary><c>value_count</c>: how many different values, or combinations of values, there are.</summary>
internal sealed class ValueCountMeasure(Criteria criteria) : IMeasure
{
    private readonly ValueCounts _values = new();

    public void Add(WindowEntry entry) => _values.Add(entry.Value!);

    public void Remove(WindowEntry entry) => _values.Remove(entry.Value!);

    public bool Holds(out double? figure)
    {
        figure = _values.Distinct;
        return criteria.Hold(_values.Distinct);
    }
}
