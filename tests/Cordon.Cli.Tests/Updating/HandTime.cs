namespace Cordon.Cli.Tests.Updating;

/// <summary>A clock that stands still; its timers go off when the test says so.</summary>
internal sealed class HandTime : TimeProvider
{
    private readonly List<HandTimer> _timers = [];

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(callback, state, dueTime);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets the timers that are due after a span, and still wanted, go off.</summary>
    public void GoOff(TimeSpan due)
    {
        HandTimer[] timers;
        lock (_timers)
        {
            timers = [.. _timers.Where(t => t.Due == due)];
        }

        Array.ForEach(timers, static t => t.Fire());
    }

    private sealed class HandTimer(TimerCallback callback, object? state, TimeSpan due) : ITimer
    {
        private bool _isGone;

        public TimeSpan Due { get; private set; } = due;

        public void Fire()
        {
            if (!_isGone)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose() => _isGone = true;

        public ValueTask DisposeAsync()
        {
            _isGone = true;
            return ValueTask.CompletedTask;
        }
    }
}
