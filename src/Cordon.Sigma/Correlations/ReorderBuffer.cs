namespace Cordon.Sigma;

/// <summary>
/// Puts a stream of events into the order of their times, for hosts that do not have all of them at hand: an event is kept until
/// others have come that happened later than it by the lateness allowed. Used by one thread at a time.
/// </summary>
public sealed class ReorderBuffer
{
    private readonly long _lateness;
    private readonly int _capacity;
    private readonly PriorityQueue<CorrelationEvent, (long Time, long Reference, long Number)> _kept = new();
    private long _newest = long.MinValue;
    private long _released = long.MinValue;
    private long _number;

    /// <summary>Makes an empty one.</summary>
    /// <param name="lateness">How much later than others an event may come; not negative.</param>
    /// <param name="capacity">How many events are kept at most; at least 1. When full, the oldest is let go early.</param>
    public ReorderBuffer(TimeSpan lateness, int capacity = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lateness, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _lateness = lateness.Ticks;
        _capacity = capacity;
    }

    /// <summary>Events that came too late: one that happened after them has been let go. They were dropped.</summary>
    public long Late { get; private set; }

    /// <summary>How many events are kept.</summary>
    public int Count => _kept.Count;

    /// <summary>Takes an event and hands out those whose turn has come.</summary>
    /// <param name="event">The event.</param>
    /// <param name="ordered">Gets events by time, then by reference; equal ones as they came.</param>
    public void Add(CorrelationEvent @event, ICollection<CorrelationEvent> ordered)
    {
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(ordered);
        if (@event.Time < _released)
        {
            Late++;
            return;
        }

        _kept.Enqueue(@event, (@event.Time, @event.Reference, _number++));
        _newest = Math.Max(_newest, @event.Time);
        while (
            _kept.TryPeek(out CorrelationEvent? oldest, out _)
            && (_kept.Count > _capacity || oldest.Time < _newest - _lateness)
        )
        {
            Release(ordered);
        }
    }

    /// <summary>Hands out all that is left: no further event will come.</summary>
    public void Finish(ICollection<CorrelationEvent> ordered)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        while (_kept.Count > 0)
        {
            Release(ordered);
        }
    }

    private void Release(ICollection<CorrelationEvent> ordered)
    {
        CorrelationEvent next = _kept.Dequeue();
        _released = next.Time;
        ordered.Add(next);
    }
}
