using Cordon.Sigma.Correlations.Measures;

namespace Cordon.Sigma.Correlations.Windows;

/// <summary>
/// A window that begins with an event and lasts for the timespan, its edge included; the next one begins with the first event after
/// it. The condition is looked at when the window is over: it is one that a further event could undo, such as "fewer than".
/// </summary>
internal sealed class ClosedWindow(string[] group, long span, IMeasure measure, int maxCited)
    : Window(group, span, measure, maxCited)
{
    private long? _begun;

    public override long Deadline => _begun.GetValueOrDefault() + Span;

    public override void Settle(IWindowSink sink)
    {
        // Nothing is said before the window is over.
    }

    public override void Close(IWindowSink sink)
    {
        if (!Measure.Holds(out double? figure))
        {
            return;
        }

        Episode episode = NewEpisode();
        episode.Note(figure);
        Extend(episode, [.. Entries.Where(Measure.Concerns)], Deadline, sink);
        sink.OnEnded(episode);
    }

    protected override void OnAccept(WindowEntry entry)
    {
        _begun ??= entry.Time;
        Entries.Enqueue(entry);
        Measure.Add(entry);
    }
}
