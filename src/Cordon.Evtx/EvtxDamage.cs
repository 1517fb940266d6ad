namespace Cordon.Evtx;

/// <summary>Something wrong at one place of an event log. It costs no more than that place: reading goes on.</summary>
/// <param name="File">The file, as it was named to the library.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Chunk">Index of the chunk from the start of the file, or -1 for the file header.</param>
/// <param name="Offset">Byte offset in the file.</param>
/// <param name="RecordId">The record's own number, where it is known.</param>
/// <param name="Message">What was found and, where there is something to do, what to do; for people.</param>
public sealed record EvtxDamage(
    string File,
    EvtxDamageKind Kind,
    long Chunk,
    long Offset,
    ulong? RecordId,
    string Message
)
{
    /// <summary>One line: file, place, message.</summary>
    public override string ToString() =>
        RecordId is { } id
            ? $"{File}: chunk {Chunk}, offset 0x{Offset:x}, record {id}: {Message}"
            : $"{File}: chunk {Chunk}, offset 0x{Offset:x}: {Message}";
}
