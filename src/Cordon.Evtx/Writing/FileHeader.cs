using System.Buffers.Binary;
using System.IO.Hashing;

namespace Cordon.Evtx.Writing;

/// <summary>The header of a log file.</summary>
internal static class FileHeader
{
    /// <summary>The block that the header stands in.</summary>
    public const int BlockSize = 0x1000;

    public static void Write(Span<byte> block, EvtxWriterOptions options, long chunks, ulong nextRecordId)
    {
        block.Clear();
        "ElfFile\0"u8.CopyTo(block);
        BinaryPrimitives.WriteInt64LittleEndian(block[0x10..], Math.Max(0, chunks - 1));
        BinaryPrimitives.WriteUInt64LittleEndian(block[0x18..], nextRecordId);
        BinaryPrimitives.WriteUInt32LittleEndian(block[0x20..], 0x80);
        BinaryPrimitives.WriteUInt16LittleEndian(block[0x24..], (ushort)options.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(block[0x26..], 3);
        BinaryPrimitives.WriteUInt16LittleEndian(block[0x28..], BlockSize);
        BinaryPrimitives.WriteUInt16LittleEndian(
            block[0x2A..],
            options.SaturateChunkCount ? (ushort)Math.Min(chunks, ushort.MaxValue) : unchecked((ushort)chunks)
        );
        BinaryPrimitives.WriteUInt32LittleEndian(block[0x7C..], Crc32.HashToUInt32(block[..0x78]));
    }
}
