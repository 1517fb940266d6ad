using Cordon.Sigma.Correlations.Measures;

namespace Cordon.Sigma.Correlations.Windows;

/// <summary>
/// A window that ends at each event in turn and reaches back by the timespan, its edge included. The condition is looked at
/// whenever events have come; what holds from one time to the next is one episode, and one match.
/// </summary>
internal sealed class SlidingWindow(string[] group, long span, IMeasure measure, int maxCited)
    : Window(group, span, measure, maxCited)
{
    private readonly List<WindowEntry> _new = [];
    private Episode? _episode;
    private long _last;

    public override long Deadline => _last + Span;

    public override void Settle(IWindowSink sink)
    {
        if (Measure.Holds(out double? figure))
        {
            bool isFirst = _episode is null;
            _episode ??= NewEpisode();
            _episode.Note(figure);
            Extend(_episode, isFirst ? [.. Entries] : _new, _last, sink);
        }
        else
        {
            Close(sink);
        }

        _new.Clear();
    }

    public override void Close(IWindowSink sink)
    {
        if (_episode is not null)
        {
            sink.OnEnded(_episode);
            _episode = null;
        }
    }

    protected override void OnAccept(WindowEntry entry)
    {
        _last = entry.Time;
        while (Entries.TryPeek(out WindowEntry? oldest) && oldest.Time < entry.Time - Span)
        {
            Measure.Remove(Entries.Dequeue());
        }

        Entries.Enqueue(entry);
        Measure.Add(entry);
        _new.Add(entry);
    }
}
