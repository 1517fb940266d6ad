namespace Cordon.Events;

/// <summary>Where an event was read and who wrote it, owning its memory.</summary>
public sealed record EventOrigin
{
    /// <summary>The path as given or found below it.</summary>
    public required string Source { get; init; }

    /// <summary>Byte offset of the record in its source.</summary>
    public long Position { get; init; }

    /// <summary>The record's own number, where the log has one.</summary>
    public ulong? RecordId { get; init; }

    /// <summary>The product in Sigma's words, or empty.</summary>
    public string Product { get; init; } = "";

    /// <summary>The Windows channel, or empty.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The Windows provider, or empty.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The computer that wrote the event, or empty.</summary>
    public string Computer { get; init; } = "";

    /// <summary>The event's code, where there is one.</summary>
    public long? Code { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime? Time { get; init; }

    /// <summary>True for a record carved out of slack space.</summary>
    public bool IsRecovered { get; init; }

    /// <summary>Copies the origin of the event that <paramref name="source"/> shows now.</summary>
    public static EventOrigin Of(LogEvent source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new EventOrigin
        {
            Source = source.Source,
            Position = source.Position,
            RecordId = source.RecordId,
            Product = source.Product.ToString(),
            Channel = source.Channel.ToString(),
            Provider = source.Provider.ToString(),
            Computer = source.Computer.ToString(),
            Code = source.Code,
            Time = source.Time,
            IsRecovered = source.IsRecovered,
        };
    }
}
