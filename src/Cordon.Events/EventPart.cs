namespace Cordon.Events;

/// <summary>
/// A piece of a log that can be read by itself, so that several threads share one file: for Windows event logs a run of chunks.
/// </summary>
public abstract class EventPart
{
    /// <summary>What the part belongs to.</summary>
    public abstract SourceReport Source { get; }

    /// <summary>How many bytes of its source the part stands for; the parts of a source add up to its length.</summary>
    public abstract long Bytes { get; }

    /// <summary>True for the part that ends its source.</summary>
    public abstract bool IsLast { get; }

    /// <summary>Reads the part and shows each event, in the part's order. The event is a cursor: valid during the call only.</summary>
    /// <param name="onEvent">Receives each event.</param>
    /// <returns>What was read and what could not be; never throws for bad content.</returns>
    public abstract PartReport Read(Action<LogEvent> onEvent);
}
