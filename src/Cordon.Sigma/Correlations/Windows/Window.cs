using Cordon.Sigma.Correlations.Measures;

namespace Cordon.Sigma.Correlations.Windows;

/// <summary>
/// The events of one group that are near one another in time. Its state follows from the events accepted and nothing else: no
/// clock, no chance, no input or output.
/// </summary>
internal abstract class Window(string[] group, long span, IMeasure measure, int maxCited)
{
    /// <summary>The values of <c>group-by</c> as the first event has them.</summary>
    public string[] Group { get; } = group;

    /// <summary>
    /// The last instant at which an event still belongs to the window. When a later one comes, <see cref="Close"/> is called and the
    /// window is gone.
    /// </summary>
    public abstract long Deadline { get; }

    /// <summary>The group in one text, for putting windows in an order that does not depend on that of events.</summary>
    public string Key { get; } = string.Join('\0', group).ToUpperInvariant();

    /// <summary>Whether events came that <see cref="Settle"/> has not looked at.</summary>
    public bool IsTouched { get; set; }

    /// <summary>How many events it holds.</summary>
    public int Count => Entries.Count;

    /// <summary>The reference of the event that came last.</summary>
    public long LastReference { get; private set; } = long.MinValue;

    protected long Span => span;

    protected IMeasure Measure => measure;

    protected Queue<WindowEntry> Entries { get; } = [];

    /// <summary>Takes an event that happened at or after all others and not after <see cref="Deadline"/>.</summary>
    public void Accept(WindowEntry entry)
    {
        LastReference = entry.References[^1];
        OnAccept(entry);
    }

    /// <summary>All events of an instant have come: those of the same time are looked at together, whatever their order.</summary>
    public abstract void Settle(IWindowSink sink);

    /// <summary>Time has passed <see cref="Deadline"/>.</summary>
    public abstract void Close(IWindowSink sink);

    protected abstract void OnAccept(WindowEntry entry);

    protected Episode NewEpisode() => new(maxCited);

    /// <summary>Adds events to an episode, and hands those on that bring a combination of values that is new to it.</summary>
    protected static void Extend(Episode episode, IReadOnlyList<WindowEntry> entries, long time, IWindowSink sink)
    {
        foreach (WindowEntry entry in entries)
        {
            episode.Add(entry);
        }

        foreach (var combination in entries.GroupBy(static e => e.Carried, CarriedComparer.Instance))
        {
            if (episode.IsNew(combination.Key))
            {
                sink.OnHeld(time, combination.Key, [.. combination]);
            }
        }
    }
}
