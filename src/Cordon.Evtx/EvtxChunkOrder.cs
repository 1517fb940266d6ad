using System.Buffers.Binary;

namespace Cordon.Evtx;

/// <summary>In which order the chunks of a log are to be read so that its records come oldest first.</summary>
public static class EvtxChunkOrder
{
    /// <summary>
    /// The indexes of the chunks that hold something, by the id of their first record; a circular log that has wrapped begins
    /// somewhere in its middle. Chunks whose header is foreign come last; equal ids keep the order of the file.
    /// </summary>
    /// <remarks>Reads 512 bytes of each chunk. Slots that are all zero in their header are left out.</remarks>
    public static IReadOnlyList<long> ByFirstRecord(EvtxFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var found = new List<(ulong First, long Chunk)>();
        Span<byte> head = stackalloc byte[544];
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            try
            {
                int read = file.Read(file.OffsetOf(chunk), head);
                if (read < 512 || !head[..read].ContainsAnyExcept((byte)0))
                {
                    continue;
                }
            }
            catch (IOException)
            {
                // The reader that opens this chunk says what is wrong with it.
                found.Add((ulong.MaxValue, chunk));
                continue;
            }

            found.Add((FirstRecordId(head), chunk));
        }

        found.Sort();
        return found.ConvertAll(static c => c.Chunk);
    }

    // The record itself is worth more than the header's statement, which is wrong in some logs.
    private static ulong FirstRecordId(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("ElfChnk\0"u8))
        {
            return ulong.MaxValue;
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(head[512..]) == 0x2A2A
            ? BinaryPrimitives.ReadUInt64LittleEndian(head[520..])
            : BinaryPrimitives.ReadUInt64LittleEndian(head[24..]);
    }
}
