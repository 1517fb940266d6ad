namespace Cordon.Detection.Coverage;

/// <summary>What one part of a log, or all parts so far, hold of one stream. Kept small: a cell for each hour and a run for each stretch of numbers.</summary>
internal sealed class StreamPart(StreamKey key, string written)
{
    /// <summary>Seven years of hours; records of later hours are counted only.</summary>
    private const int MaxHours = 61_320;
    private const int MaxRuns = 20_000;
    private const int MaxClears = 100;
    private static readonly long Earliest = new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly Dictionary<int, HourCell> _hours = [];
    private int _hour = -1;
    private HourCell _cell;
    private RecordRun _run;
    private bool _hasRun;

    public StreamKey Key => key;

    /// <summary>The next stream whose name hashes alike; see <see cref="CoverageRecorder"/>.</summary>
    public StreamPart? Next { get; set; }

    /// <summary>The writer's name as it stands in the log, which is compared sooner than without regard to case.</summary>
    public string Written => written;

    /// <summary>The stream of the processes in this one, once it is known.</summary>
    public StreamPart? Processes { get; set; }

    public long Records { get; private set; }

    public long Throttled { get; set; }

    public IReadOnlyDictionary<int, HourCell> Hours => _hours;

    public List<RecordRun> Runs { get; } = [];

    /// <summary>Whether there are more runs of numbers than are kept: a log from which somebody chose records.</summary>
    public bool HasTooManyRuns { get; private set; }

    /// <summary>When the log was emptied.</summary>
    public List<DateTime> Clears { get; } = [];

    /// <summary>Adds a record. Allocates nothing within an hour and a run.</summary>
    public void Add(DateTime? time, ulong? number)
    {
        Records++;
        long ticks = time?.Ticks ?? 0;
        if (ticks >= Earliest)
        {
            int hour = (int)(ticks / TimeSpan.TicksPerHour);
            if (hour != _hour)
            {
                FlushHour();
                _hour = hour;
                _cell = new HourCell(ticks, ticks, 0);
            }

            _cell += new HourCell(ticks, ticks, 1);
        }

        if (number is { } n)
        {
            AddNumber(n, ticks);
        }
    }

    public void Clear(DateTime time)
    {
        if (Clears.Count < MaxClears)
        {
            Clears.Add(time);
        }
    }

    /// <summary>To be called when all records were added, before it is read.</summary>
    public void Finish()
    {
        FlushHour();
        if (_hasRun)
        {
            AddRun(_run);
            _hasRun = false;
        }
    }

    /// <summary>Adds what another part holds of the same stream. The order of parts does not matter.</summary>
    public void Add(StreamPart part)
    {
        Records += part.Records;
        Throttled += part.Throttled;
        HasTooManyRuns |= part.HasTooManyRuns;
        foreach ((int hour, HourCell cell) in part._hours)
        {
            AddHour(hour, cell);
        }

        foreach (RecordRun run in part.Runs)
        {
            AddRun(run);
        }

        foreach (DateTime clear in part.Clears)
        {
            Clear(clear);
        }
    }

    private void AddNumber(ulong number, long ticks)
    {
        if (_hasRun && number == _run.End + 1)
        {
            _run = _run with { End = number, Last = Math.Max(_run.Last, ticks) };
            return;
        }

        if (_hasRun)
        {
            AddRun(_run);
        }

        _run = new RecordRun(number, number, ticks, ticks);
        _hasRun = true;
    }

    private void AddRun(RecordRun run)
    {
        if (Runs.Count < MaxRuns)
        {
            Runs.Add(run);
        }
        else
        {
            HasTooManyRuns = true;
        }
    }

    private void FlushHour()
    {
        if (_hour >= 0 && _cell.Count > 0)
        {
            AddHour(_hour, _cell);
        }

        _hour = -1;
        _cell = default;
    }

    private void AddHour(int hour, HourCell cell)
    {
        if (_hours.TryGetValue(hour, out HourCell known))
        {
            _hours[hour] = known + cell;
        }
        else if (_hours.Count < MaxHours)
        {
            _hours.Add(hour, cell);
        }
    }
}
