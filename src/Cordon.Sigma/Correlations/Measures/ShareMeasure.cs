using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary>
/// <c>value_percentile</c>: which values make up a share of the window's events, in percent, that fulfils the condition. The
/// specification's example, processes that were at most 1 % of all, reads so.
/// </summary>
internal sealed class ShareMeasure(Criteria criteria) : IMeasure
{
    private readonly ValueCounts _values = new();

    public void Add(WindowEntry entry) => _values.Add(entry.Value!);

    public void Remove(WindowEntry entry) => _values.Remove(entry.Value!);

    /// <remarks>Of several shares that fulfil it the smallest is the figure.</remarks>
    public bool Holds(out double? figure)
    {
        figure = null;
        foreach (long count in _values.Counts)
        {
            double share = ShareOf(count);
            if (criteria.Hold(share) && (figure is null || share < figure))
            {
                figure = share;
            }
        }

        return figure is not null;
    }

    public bool Concerns(WindowEntry entry) => criteria.Hold(ShareOf(_values.Of(entry.Value!)));

    private double ShareOf(long count) => 100.0 * count / _values.Total;
}
