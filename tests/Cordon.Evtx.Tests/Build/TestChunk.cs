using System.Buffers.Binary;
using System.IO.Hashing;

namespace Cordon.Evtx.Tests.Build;

/// <summary>A chunk under construction.</summary>
internal sealed class TestChunk
{
    private int _end = 512;
    private int _last = 512;

    public byte[] Bytes { get; } = new byte[65_536];

    public ulong FirstId { get; private set; }

    public ulong LastId { get; private set; }

    /// <summary>Where the next record begins.</summary>
    public int Here => _end;

    /// <summary>Adds a record; answers where it begins.</summary>
    public int Add(ulong id, Action<XmlBytes> content, DateTime? time = null)
    {
        var xml = new XmlBytes(_end + 24);
        content(xml);
        byte[] body = xml.ToArray();
        int length = (24 + body.Length + 4 + 7) / 8 * 8;
        int start = _end;
        Span<byte> record = Bytes.AsSpan(start, length);
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x2A2A);
        BinaryPrimitives.WriteInt32LittleEndian(record[4..], length);
        BinaryPrimitives.WriteUInt64LittleEndian(record[8..], id);
        BinaryPrimitives.WriteInt64LittleEndian(record[16..], (time ?? TestLog.Noon).ToFileTimeUtc());
        body.CopyTo(record[24..]);
        BinaryPrimitives.WriteInt32LittleEndian(record[(length - 4)..], length);
        FirstId = _last == 512 && start == 512 ? id : FirstId;
        LastId = id;
        _last = start;
        _end += length;
        return start;
    }

    /// <summary>Writes the header over what was added; <paramref name="freeSpace"/> where it is to lie about the end.</summary>
    public TestChunk Seal(int? freeSpace = null)
    {
        Span<byte> bytes = Bytes;
        "ElfChnk\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], FirstId);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], LastId);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], FirstId);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[32..], LastId);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[40..], 128);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[44..], _last);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[48..], freeSpace ?? _end);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[52..], Crc32.HashToUInt32(bytes[512..(freeSpace ?? _end)]));
        BinaryPrimitives.WriteInt32LittleEndian(bytes[120..], 1);
        var crc = new Crc32();
        crc.Append(bytes[..120]);
        crc.Append(bytes[128..512]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[124..], crc.GetCurrentHashAsUInt32());
        return this;
    }
}
