using Cordon.Events;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Bench;

/// <summary>The logs that are measured, held open as a list of paths.</summary>
internal sealed record Inputs(string Name, string[] Paths, long Bytes)
{
    // Kept, as a scan keeps it: to make one takes as long as reading some megabytes.
    private LogReader? _reader;
    private FieldTable? _fields;
    private long? _records;

    /// <summary>How many megabytes (of 1,000,000 bytes) there are.</summary>
    public double Megabytes => Bytes / 1e6;

    /// <summary>How many records there are.</summary>
    public long Records => _records ??= ForEach(new FieldTable(), static _ => { });

    public static Inputs Of(string name, params string[] paths)
    {
        FoundLog[] found = [.. LogFinder.Find(paths).Where(f => f.Refusal is null)];
        return new Inputs(name, [.. found.Select(f => f.Path)], found.Sum(f => f.Bytes));
    }

    /// <summary>Shows every event to <paramref name="onEvent"/>, on this thread; answers how many there were.</summary>
    public long ForEach(FieldTable fields, Action<LogEvent> onEvent)
    {
        if (_reader is null || !ReferenceEquals(_fields, fields))
        {
            (_reader, _fields) = (new LogReader(fields), fields);
        }

        long records = 0;
        foreach (EventPart part in _reader.Open(LogFinder.Find(Paths)))
        {
            records += part.Read(onEvent).Records;
        }

        return records;
    }
}
