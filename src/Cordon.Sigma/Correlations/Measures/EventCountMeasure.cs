using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary><c>event_count</c>: how many events there are.</summary>
internal sealed class EventCountMeasure(Criteria criteria) : IMeasure
{
    private long _count;

    public void Add(WindowEntry entry) => _count++;

    public void Remove(WindowEntry entry) => _count--;

    public bool Holds(out double? figure)
    {
        figure = _count;
        return criteria.Hold(_count);
    }
}
