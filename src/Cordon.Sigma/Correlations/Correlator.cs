using System.Globalization;
using System.Text;
using Cordon.Sigma.Correlations;
using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma;

/// <summary>
/// Runs correlations over events in the order of their times. The same events give the same matches: there is no clock, and nothing
/// depends on when or how often it is called. Used by one thread at a time.
/// </summary>
public sealed class Correlator : IWindowSink
{
    // Beyond these, sums of as many numbers as limits allow would no longer be exact.
    private const decimal LargestNumber = 1_000_000_000_000_000;
    private const int Decimals = 6;

    private readonly CorrelationSet _set;
    private readonly CorrelationLimits _limits;
    private readonly CorrelationLosses[] _losses;
    private readonly Dictionary<string[], Window>[] _windows;
    private readonly PriorityQueue<Open, (long Deadline, Open Open)> _deadlines;
    private readonly PriorityQueue<Open, Open> _touched;
    private ICollection<CorrelationMatch> _matches = [];
    private CorrelationPlan _current = null!;
    private Window _currentWindow = null!;
    private long _now = long.MinValue;
    private int _groups;
    private int _events;

    private readonly record struct Open(CorrelationPlan Plan, Window Window);

    /// <summary>Makes one that has seen nothing yet.</summary>
    /// <param name="set">The correlations.</param>
    /// <param name="limits">Bounds; <see cref="CorrelationLimits.Default"/> where null.</param>
    public Correlator(CorrelationSet set, CorrelationLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        _set = set;
        _limits = limits ?? CorrelationLimits.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(_limits.MaxGroups, 1, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(_limits.MaxEvents, 1, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(_limits.MaxCited, 2, nameof(limits));
        _losses = [.. set.Plans.Select(static _ => new CorrelationLosses())];
        _touched = new PriorityQueue<Open, Open>(Comparer<Open>.Create(InOrder));
        _deadlines = new PriorityQueue<Open, (long Deadline, Open Open)>(
            Comparer<(long Deadline, Open Open)>.Create(
                static (a, b) => a.Deadline != b.Deadline ? a.Deadline.CompareTo(b.Deadline) : InOrder(a.Open, b.Open)
            )
        );
        _windows = [.. set.Plans.Select(static _ => new Dictionary<string[], Window>(CarriedComparer.Instance))];
    }

    /// <summary>What each correlation could not take into account so far, by its index.</summary>
    public IReadOnlyList<CorrelationLosses> Losses => _losses;

    /// <summary>Takes an event.</summary>
    /// <param name="event">The event. One that happened before the last one is left out and counted as late.</param>
    /// <param name="matches">Gets the matches that ended before it, in the order in which they ended.</param>
    /// <exception cref="ArgumentException">The event is for no correlation of the set, or does not give what that asks for.</exception>
    public void Accept(CorrelationEvent @event, ICollection<CorrelationMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(matches);
        if (
            (uint)@event.Correlation >= (uint)_set.Plans.Length
            || (uint)@event.Position >= (uint)_set.Plans[@event.Correlation].Rules
            || @event.Fields.Count != _set.Plans[@event.Correlation].InputNames.Count()
        )
        {
            throw new ArgumentException("The event does not fit the set of correlations.", nameof(@event));
        }

        CorrelationPlan plan = _set.Plans[@event.Correlation];
        if (@event.Time < _now)
        {
            _losses[plan.Index].Late++;
            return;
        }

        _matches = matches;
        if (@event.Time > _now)
        {
            GoTo(@event.Time);
        }

        Feed(plan, @event.Position, @event.Time, @event.Fields, 1, [@event.Reference], isBase: true);
    }

    /// <summary>Closes all windows: no further event will come.</summary>
    /// <param name="matches">Gets the matches that were still open.</param>
    public void Finish(ICollection<CorrelationMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        _matches = matches;
        GoTo(long.MaxValue);
    }

    void IWindowSink.OnHeld(long time, string?[] carried, IReadOnlyList<WindowEntry> entries)
    {
        foreach (CorrelationPlan.Outer outer in _current.Outers)
        {
            string?[] fields = [.. outer.Sources.Select(s => carried[s])];
            long events = entries.Sum(static e => e.Events);
            Feed(outer.Plan, outer.Position, time, fields, events, Cited(entries), isBase: false);
        }
    }

    void IWindowSink.OnEnded(Episode episode)
    {
        if (_current.Reports)
        {
            _matches.Add(
                new CorrelationMatch(
                    _current.Index,
                    _currentWindow.Group,
                    episode.First,
                    episode.Last,
                    episode.EventCount,
                    episode.Figure,
                    episode.References
                )
            );
        }
    }

    // The first and the last ones, where there are more than a match cites.
    private long[] Cited(IReadOnlyList<WindowEntry> entries)
    {
        long[] all = [.. entries.SelectMany(static e => e.References).Distinct()];
        int most = _limits.MaxCited;
        return all.Length <= most ? all : [.. all[..((most + 1) / 2)], .. all[^(most / 2)..]];
    }

    // Correlations that others build on come first; groups in an order of their own, so that the order of events of the same
    // time, and so the files that they came from, make no difference.
    private static int InOrder(Open a, Open b)
    {
        int byDepth = a.Plan.Depth.CompareTo(b.Plan.Depth);
        int byPlan = byDepth != 0 ? byDepth : a.Plan.Index.CompareTo(b.Plan.Index);
        return byPlan != 0 ? byPlan : string.CompareOrdinal(a.Window.Key, b.Window.Key);
    }

    private void GoTo(long time)
    {
        Settle();
        while (_deadlines.TryPeek(out Open open, out (long Deadline, Open) due) && due.Deadline < time)
        {
            _deadlines.Dequeue();
            if (open.Window.Deadline > due.Deadline)
            {
                _deadlines.Enqueue(open, (open.Window.Deadline, open));
                continue;
            }

            _windows[open.Plan.Index].Remove(open.Window.Group);
            _groups--;
            _events -= open.Window.Count;
            (_current, _currentWindow) = open;
            open.Window.Close(this);
            Settle();
        }

        _now = time;
    }

    private void Settle()
    {
        while (_touched.TryDequeue(out Open open, out _))
        {
            open.Window.IsTouched = false;
            (_current, _currentWindow) = open;
            open.Window.Settle(this);
        }
    }

    private void Feed(
        CorrelationPlan plan,
        int position,
        long time,
        IReadOnlyList<string?> fields,
        long events,
        long[] references,
        bool isBase
    )
    {
        CorrelationLosses losses = _losses[plan.Index];
        int groups = plan.Source.GroupBy.Count;
        string[] group = new string[groups];
        for (int i = 0; i < groups; i++)
        {
            if (fields[i] is not { } value)
            {
                losses.WithoutGroup++;
                return;
            }

            group[i] = value;
        }

        int values = plan.ValueNames.Count;
        decimal number = 0;
        string? combined = null;
        if (values > 0 && !TryReadValue(plan, fields, groups, values, out combined, out number))
        {
            losses.WithoutValue++;
            return;
        }

        Dictionary<string[], Window> windows = _windows[plan.Index];
        if (!windows.TryGetValue(group, out Window? window))
        {
            if (_groups >= _limits.MaxGroups)
            {
                losses.BeyondLimits++;
                return;
            }

            window = plan.NewWindow(group, _limits.MaxCited);
        }
        else if (isBase && plan.CountsEventsOnce && window.LastReference == references[0])
        {
            return;
        }

        if (_events >= _limits.MaxEvents)
        {
            losses.BeyondLimits++;
            return;
        }

        string?[] carried = plan.Carried.Count == 0 ? [] : [.. fields.Skip(groups + values)];
        var entry = new WindowEntry(time, position, combined, number, carried, events, references);
        bool isNew = window.Count == 0;
        int before = window.Count;
        if (isNew)
        {
            windows.Add(group, window);
            _groups++;
        }

        window.Accept(entry);
        _events += window.Count - before;
        var open = new Open(plan, window);
        if (isNew)
        {
            _deadlines.Enqueue(open, (window.Deadline, open));
        }

        if (!window.IsTouched)
        {
            window.IsTouched = true;
            _touched.Enqueue(open, open);
        }
    }

    private static bool TryReadValue(
        CorrelationPlan plan,
        IReadOnlyList<string?> fields,
        int first,
        int count,
        out string? combined,
        out decimal number
    )
    {
        combined = null;
        number = 0;
        for (int i = first; i < first + count; i++)
        {
            if (fields[i] is null)
            {
                return false;
            }
        }

        if (plan.NeedsNumber)
        {
            return TryReadNumber(fields[first]!, out number);
        }

        combined = count == 1 ? fields[first] : Combine(fields, first, count);
        return true;
    }

    private static bool TryReadNumber(string text, out decimal number)
    {
        bool isNumber = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? TryReadHexadecimal(text, out number)
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        if (!isNumber || Math.Abs(number) > LargestNumber)
        {
            return false;
        }

        number = Math.Round(number, Decimals);
        return true;
    }

    private static bool TryReadHexadecimal(string text, out decimal number)
    {
        bool isNumber = ulong.TryParse(
            text.AsSpan(2),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out ulong bits
        );
        number = bits;
        return isNumber;
    }

    // Lengths keep "a" and "bc" apart from "ab" and "c".
    private static string Combine(IReadOnlyList<string?> fields, int first, int count)
    {
        var text = new StringBuilder();
        for (int i = first; i < first + count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{fields[i]!.Length}:").Append(fields[i]);
        }

        return text.ToString();
    }
}
