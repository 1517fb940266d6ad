using System.Buffers.Binary;
using System.IO.Hashing;

namespace Cordon.Samples.Shape;

/// <summary>
/// Gives a sound log the marks that logs from real computers bear: a ring that has come round, a header that was not written back
/// because the computer ran, old records behind the new ones.
/// </summary>
internal static class SeizedFile
{
    private const int HeaderSize = 0x1000;
    private const int ChunkSize = 0x10000;
    private const int FirstChunk = 0x08;
    private const int LastChunk = 0x10;
    private const int HeaderFlags = 0x78;
    private const int HeaderChecksum = 0x7C;
    private const int FreeSpaceOffset = 0x30;

    /// <summary>
    /// Moves the newest chunk to the front, where a full log of limited size begins to write over itself, and says so in the header.
    /// </summary>
    public static byte[] WrapAround(byte[] log)
    {
        var chunks = (log.Length - HeaderSize) / ChunkSize;
        byte[] wrapped =
        [
            .. log.AsSpan(0, HeaderSize),
            .. log.AsSpan(log.Length - ChunkSize, ChunkSize),
            .. log.AsSpan(HeaderSize, (chunks - 1) * ChunkSize),
        ];
        BinaryPrimitives.WriteInt64LittleEndian(wrapped.AsSpan(FirstChunk), 1);
        BinaryPrimitives.WriteInt64LittleEndian(wrapped.AsSpan(LastChunk), 0);
        BinaryPrimitives.WriteUInt32LittleEndian(
            wrapped.AsSpan(HeaderChecksum),
            Crc32.HashToUInt32(wrapped.AsSpan(0, HeaderFlags))
        );
        return wrapped;
    }

    /// <summary>Sets the flag of a log that was copied while Windows had it open. No checksum covers it.</summary>
    public static byte[] MarkDirty(byte[] log)
    {
        log[HeaderFlags] |= 1;
        return log;
    }

    /// <summary>Puts what is left of an older log behind the free space of the newest chunk, as clearing a log does.</summary>
    /// <param name="log">The log as it is now.</param>
    /// <param name="older">The log that was there before; its last chunk is used.</param>
    public static byte[] LeaveOldRecords(byte[] log, byte[] older)
    {
        var chunk = log.AsSpan(log.Length - ChunkSize);
        var free = (int)BinaryPrimitives.ReadUInt32LittleEndian(chunk[FreeSpaceOffset..]);
        older.AsSpan(older.Length - ChunkSize)[free..].CopyTo(chunk[free..]);
        return log;
    }
}
