namespace Cordon.Evtx.Writing;

/// <summary>An event needs more bytes than a chunk has room for.</summary>
public sealed class EvtxRecordTooLargeException : Exception
{
    /// <summary>The room for records in a chunk, in bytes: no record can be larger.</summary>
    public const int MaxSize = ChunkBuilder.Size - ChunkBuilder.HeaderSize;

    internal EvtxRecordTooLargeException(int size)
        : base($"The event needs a record of {size} bytes, and no record can be larger than {MaxSize}.") => Size = size;

    /// <summary>The size in bytes that the record would have, with its names and templates, in a chunk of its own; above
    /// 64 MiB counting ends, and it is at least this.</summary>
    public int Size { get; }

    /// <summary>The largest size possible, in bytes.</summary>
    public int Limit { get; } = MaxSize;
}
