using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary>
/// <c>temporal_ordered</c>: events of all rules in the rules' order, or, with a condition, of as many of the first rules as it says.
/// Events of the same time are in whichever order is wanted: clocks are coarser than events.
/// </summary>
internal sealed class OrderMeasure : IMeasure
{
    private readonly Criteria? _criteria;

    // For each rule: of all chains of the rules up to it, when the one began that began last. No longer chain begins later.
    private readonly long[] _begun;
    private readonly HashSet<int> _atThisTime = [];
    private long _time = long.MinValue;
    private long _gone = long.MinValue;

    /// <summary>Makes it for an empty window.</summary>
    /// <param name="rules">How many rules there are.</param>
    /// <param name="criteria">What the number of rules in order must fulfil; null for all of them.</param>
    public OrderMeasure(int rules, Criteria? criteria)
    {
        _criteria = criteria;
        _begun = new long[rules];
        Array.Fill(_begun, long.MinValue);
    }

    public void Add(WindowEntry entry)
    {
        if (entry.Time != _time)
        {
            _time = entry.Time;
            _atThisTime.Clear();
        }

        _atThisTime.Add(entry.Position);
        for (int rule = entry.Position; rule < _begun.Length && _atThisTime.Contains(rule); rule++)
        {
            _begun[rule] = rule == 0 ? entry.Time : Math.Max(_begun[rule], _begun[rule - 1]);
        }
    }

    public void Remove(WindowEntry entry) => _gone = entry.Time;

    public bool Holds(out double? figure)
    {
        int steps = 0;
        while (steps < _begun.Length && _begun[steps] > _gone)
        {
            steps++;
        }

        figure = _criteria is null ? null : steps;
        return _criteria?.Hold(steps) ?? steps == _begun.Length;
    }
}
