using Cordon.Events;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Bench;

/// <summary>The logs that are measured, held open as a list of paths.</summary>
internal sealed record Inputs(string Name, string[] Paths, long Bytes)
{
    public static Inputs Of(string name, params string[] paths)
    {
        FoundLog[] found = [.. LogFinder.Find(paths).Where(f => f.Refusal is null)];
        return new Inputs(name, [.. found.Select(f => f.Path)], found.Sum(f => f.Bytes));
    }

    /// <summary>Shows every event to <paramref name="onEvent"/>, on this thread; answers how many there were.</summary>
    public long ForEach(FieldTable fields, Action<LogEvent> onEvent)
    {
        long records = 0;
        foreach (EventPart part in new LogReader(fields).Open(LogFinder.Find(Paths)))
        {
            records += part.Read(onEvent).Records;
        }

        return records;
    }
}
