using System.Buffers.Binary;
using System.IO.Hashing;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>
/// Damages sound logs in the ways that logs are found damaged. Checksums stay right unless the damage is the checksum, so that
/// a test shows one fault at a time.
/// </summary>
internal static class EvtxDamager
{
    public const int FileHeaderSize = 0x1000;
    public const int ChunkSize = 0x10000;

    private const int FirstRecord = 0x200;

    public static int ChunkCount(byte[] log) => (log.Length - FileHeaderSize) / ChunkSize;

    public static Span<byte> Chunk(byte[] log, int chunk) =>
        log.AsSpan(FileHeaderSize + (chunk * ChunkSize), ChunkSize);

    /// <summary>Sets the flag of a log that was not closed.</summary>
    public static void MarkDirty(byte[] log) => log[0x78] |= 1;

    public static void BreakFileChecksum(byte[] log) => log[0x7C] ^= 0xFF;

    public static void BreakHeaderChecksum(byte[] log, int chunk) => Chunk(log, chunk)[0x7C] ^= 0xFF;

    public static void BreakDataChecksum(byte[] log, int chunk)
    {
        Chunk(log, chunk)[0x34] ^= 0xFF;
        RepairHeader(Chunk(log, chunk));
    }

    /// <summary>Sets the chunk count in the file header to what it is not.</summary>
    public static void SetChunkCount(byte[] log, ushort count)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(log.AsSpan(0x2A), count);
        RepairFileHeader(log);
    }

    /// <summary>Sets the time in every record's header to 0, as in exported logs.</summary>
    public static void ClearRecordTimes(byte[] log)
    {
        for (var i = 0; i < ChunkCount(log); i++)
        {
            var chunk = Chunk(log, i);
            foreach (var offset in RecordOffsets(chunk))
            {
                chunk.Slice(offset + 16, 8).Clear();
            }

            Repair(chunk);
        }
    }

    /// <summary>Changes one record's size to 0 and leaves its copy at the end.</summary>
    public static void ClearRecordSize(byte[] log, int chunk, int record)
    {
        var bytes = Chunk(log, chunk);
        bytes.Slice(RecordOffsets(bytes)[record] + 4, 4).Clear();
        Repair(bytes);
    }

    /// <summary>Puts empty slots, all zero, before a chunk; the file header does not count them.</summary>
    public static byte[] InsertEmptySlots(byte[] log, int before, int count)
    {
        var at = FileHeaderSize + (before * ChunkSize);
        return [.. log.AsSpan(0, at), .. new byte[count * ChunkSize], .. log.AsSpan(at)];
    }

    /// <summary>Cuts bytes off the end.</summary>
    public static byte[] Truncate(byte[] log, int bytes) => log[..^bytes];

    /// <summary>Moves chunks from the front to the end, as in a circular log that began anew at the front.</summary>
    public static byte[] Rotate(byte[] log, int chunks)
    {
        var at = FileHeaderSize + (chunks * ChunkSize);
        byte[] result =
        [
            .. log.AsSpan(0, FileHeaderSize),
            .. log.AsSpan(at),
            .. log.AsSpan(FileHeaderSize, at - FileHeaderSize),
        ];
        var count = ChunkCount(log);
        BinaryPrimitives.WriteInt64LittleEndian(result.AsSpan(0x08), (count - chunks) % count);
        BinaryPrimitives.WriteInt64LittleEndian(result.AsSpan(0x10), (count - chunks + count - 1) % count);
        RepairFileHeader(result);
        return result;
    }

    /// <summary>Keeps a chunk's first records; the others lie past the free-space offset from then on.</summary>
    public static void CutIntoSlack(byte[] log, int chunk, int keep)
    {
        var bytes = Chunk(log, chunk);
        var offsets = RecordOffsets(bytes);
        var last = offsets[keep - 1];
        BinaryPrimitives.WriteInt32LittleEndian(bytes[0x2C..], last);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[0x30..], offsets[keep]);
        BinaryPrimitives.WriteUInt64LittleEndian(
            bytes[0x10..],
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[0x08..]) + (ulong)keep - 1
        );
        bytes.Slice(last + 8, 8).CopyTo(bytes[0x20..]);
        Repair(bytes);
    }

    /// <summary>
    /// Writes a newer chunk's live part over an older one, as a circular log does: of the older records, those that the newer
    /// ones did not reach stay in the slack, the first of them cut.
    /// </summary>
    public static void Overwrite(byte[] log, int older, int newer)
    {
        var source = Chunk(log, newer);
        var free = BinaryPrimitives.ReadInt32LittleEndian(source[0x30..]);
        source[..free].CopyTo(Chunk(log, older));
    }

    public static List<int> RecordOffsets(ReadOnlySpan<byte> chunk)
    {
        var offsets = new List<int>();
        var free = BinaryPrimitives.ReadInt32LittleEndian(chunk[0x30..]);
        for (var at = FirstRecord; at < free; at += BinaryPrimitives.ReadInt32LittleEndian(chunk[(at + 4)..]))
        {
            offsets.Add(at);
        }

        return offsets;
    }

    /// <summary>Makes a chunk's checksums right after its bytes were changed.</summary>
    public static void Repair(Span<byte> chunk)
    {
        var free = BinaryPrimitives.ReadInt32LittleEndian(chunk[0x30..]);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[0x34..], Crc32.HashToUInt32(chunk[FirstRecord..free]));
        RepairHeader(chunk);
    }

    private static void RepairHeader(Span<byte> chunk)
    {
        byte[] covered = [.. chunk[..0x78], .. chunk[0x80..FirstRecord]];
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[0x7C..], Crc32.HashToUInt32(covered));
    }

    private static void RepairFileHeader(byte[] log) =>
        BinaryPrimitives.WriteUInt32LittleEndian(log.AsSpan(0x7C), Crc32.HashToUInt32(log.AsSpan(0, 0x78)));
}
