using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>
/// Checks a log byte by byte against the format's description, with code of its own: nothing here is shared with the writer
/// or the reader. Throws where anything is off.
/// </summary>
internal sealed class EvtxAudit
{
    private const int FileHeaderSize = 0x1000;
    private const int ChunkSize = 0x10000;
    private const int ChunkHeaderSize = 0x200;

    private EvtxAudit() { }

    public ushort MinorVersion { get; private init; }

    public ushort HeaderChunkCount { get; private init; }

    public List<AuditedChunk> Chunks { get; } = [];

    public IEnumerable<AuditedRecord> Records => Chunks.SelectMany(chunk => chunk.Records);

    public static EvtxAudit Of(ReadOnlySpan<byte> log)
    {
        Assert.True(log.Length >= FileHeaderSize, "no file header");
        Assert.Equal("ElfFile\0"u8.ToArray(), log[..8].ToArray());
        Assert.Equal(0ul, U64(log, 8));
        Assert.Equal(0x80u, U32(log, 0x20));
        Assert.Equal(3, U16(log, 0x26));
        Assert.Equal(FileHeaderSize, U16(log, 0x28));
        Assert.Equal(0u, U32(log, 0x78));
        Assert.Equal(Crc32.HashToUInt32(log[..0x78]), U32(log, 0x7C));
        Assert.Equal(0, (log.Length - FileHeaderSize) % ChunkSize);
        var count = (log.Length - FileHeaderSize) / ChunkSize;
        Assert.Equal((ulong)Math.Max(0, count - 1), U64(log, 0x10));

        var audit = new EvtxAudit { MinorVersion = U16(log, 0x24), HeaderChunkCount = U16(log, 0x2A) };
        ulong number = 1;
        for (var i = 0; i < count; i++)
        {
            var chunk = AuditChunk(log.Slice(FileHeaderSize + (i * ChunkSize), ChunkSize), number);
            audit.Chunks.Add(chunk);
            number += (ulong)chunk.Records.Count;
        }

        if (audit.Records.Any())
        {
            Assert.Equal(audit.Records.Max(record => record.Id) + 1, U64(log, 0x18));
        }

        return audit;
    }

    private static AuditedChunk AuditChunk(ReadOnlySpan<byte> chunk, ulong firstNumber)
    {
        Assert.Equal("ElfChnk\0"u8.ToArray(), chunk[..8].ToArray());
        Assert.Equal(0x80u, U32(chunk, 0x28));
        var lastRecord = (int)U32(chunk, 0x2C);
        var free = (int)U32(chunk, 0x30);
        Assert.InRange(free, ChunkHeaderSize + 1, ChunkSize);
        Assert.Equal(Crc32.HashToUInt32(chunk[ChunkHeaderSize..free]), U32(chunk, 0x34));
        byte[] covered = [.. chunk[..0x78], .. chunk[0x80..ChunkHeaderSize]];
        Assert.Equal(Crc32.HashToUInt32(covered), U32(chunk, 0x7C));
        Assert.Equal(-1, chunk[free..].IndexOfAnyExcept((byte)0));

        var binXml = new BinXmlAudit(chunk[..free].ToArray());
        var result = new AuditedChunk();
        var at = ChunkHeaderSize;
        while (at < free)
        {
            Assert.Equal(0, at % 8);
            Assert.Equal(0x00002A2Au, U32(chunk, at));
            var size = (int)U32(chunk, at + 4);
            Assert.InRange(size, 28, free - at);
            Assert.Equal((uint)size, U32(chunk, at + size - 4));
            var end = binXml.Record(at + 24);
            Assert.InRange(at + size - 4 - end, 0, 7);
            result.Records.Add(new AuditedRecord(U64(chunk, at + 8), U64(chunk, at + 16), size));
            lastRecord -= at + size == free ? at : 0;
            at += size;
        }

        Assert.Equal(free, at);
        Assert.Equal(0, lastRecord);
        Assert.Equal(firstNumber, U64(chunk, 0x08));
        Assert.Equal(firstNumber + (ulong)result.Records.Count - 1, U64(chunk, 0x10));
        Assert.Equal(result.Records[0].Id, U64(chunk, 0x18));
        Assert.Equal(result.Records[^1].Id, U64(chunk, 0x20));

        // What records refer to is exactly what the tables list, and everything is in its bucket.
        result.Names = Chains(chunk, 0x80, 64, binXml.Names.Keys, offset => U16(binXml.Bytes, offset + 4));
        result.Templates = Chains(chunk, 0x180, 32, binXml.Templates, offset => TemplateHash(binXml.Bytes, offset + 4));
        Assert.Equal(binXml.Names.Count, binXml.Names.Values.Distinct(StringComparer.Ordinal).Count());
        return result;
    }

    private static int Chains(
        ReadOnlySpan<byte> chunk,
        int table,
        int buckets,
        IEnumerable<int> expected,
        Func<int, int> hash
    )
    {
        var found = new HashSet<int>();
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            for (var offset = (int)U32(chunk, table + (4 * bucket)); offset != 0; offset = (int)U32(chunk, offset))
            {
                Assert.True(found.Add(offset), "an entry is listed twice");
                Assert.Equal(bucket, hash(offset) % buckets);
            }
        }

        Assert.Equal(expected.Order(), found.Order());
        return found.Count;
    }

    private static int TemplateHash(byte[] bytes, int at)
    {
        var hash = 0;
        for (var i = 0; i < 16; i += 2)
        {
            hash = unchecked((hash * 65599) + U16(bytes, at + i));
        }

        return hash & 0xFFFF;
    }

    internal static ushort U16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    internal static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    internal static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    internal static string Text(ReadOnlySpan<byte> bytes) => Encoding.Unicode.GetString(bytes);
}

internal sealed record AuditedRecord(ulong Id, ulong FileTime, int Size);

internal sealed class AuditedChunk
{
    public List<AuditedRecord> Records { get; } = [];

    public int Names { get; set; }

    public int Templates { get; set; }
}
