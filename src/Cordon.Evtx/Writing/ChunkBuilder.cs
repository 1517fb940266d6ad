using System.Buffers.Binary;
using System.IO.Hashing;

namespace Cordon.Evtx.Writing;

/// <summary>One chunk in the making: its records, and the names and templates that its records share.</summary>
internal sealed class ChunkBuilder
{
    public const int Size = 0x10000;
    public const int HeaderSize = 0x200;

    private const int NameBuckets = 64;
    private const int TemplateBuckets = 32;
    private const int NameTable = 0x80;
    private const int TemplateTable = 0x180;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _templates = [];
    private readonly uint[] _nameHeads = new uint[NameBuckets];
    private readonly uint[] _templateHeads = new uint[TemplateBuckets];

    // The tables as they were before the record that is being written, for when it does not fit.
    private readonly uint[] _savedNameHeads = new uint[NameBuckets];
    private readonly uint[] _savedTemplateHeads = new uint[TemplateBuckets];

    private ulong _firstNumber;
    private ulong _firstId;
    private ulong _lastId;
    private int _lastRecord;
    private int _free;

    public ChunkBuilder() => Clear();

    public ChunkBuffer Buffer { get; } = new();

    public int RecordCount { get; private set; }

    public void Clear()
    {
        Buffer.Clear();
        Buffer.Position = HeaderSize;
        _free = HeaderSize;
        RecordCount = 0;
        _names.Clear();
        _templates.Clear();
        Array.Clear(_nameHeads);
        Array.Clear(_templateHeads);
    }

    /// <summary>Remembers the state that <see cref="Reject"/> goes back to.</summary>
    public void Begin()
    {
        _nameHeads.CopyTo(_savedNameHeads);
        _templateHeads.CopyTo(_savedTemplateHeads);
    }

    /// <summary>Takes what was written since <see cref="Begin"/> as a record.</summary>
    public void Accept(ulong number, ulong id)
    {
        if (RecordCount == 0)
        {
            _firstNumber = number;
            _firstId = id;
        }

        _lastId = id;
        _lastRecord = _free;
        _free = Buffer.Position;
        RecordCount++;
    }

    /// <summary>
    /// Takes back what was written since <see cref="Begin"/>. The chunk can only be finished then: names and
    /// templates of the rejected record are still known by content.
    /// </summary>
    public void Reject()
    {
        var end = Math.Min(Buffer.Position, Size);
        Buffer.Chunk[_free..end].Clear();
        Buffer.Position = _free;
        _savedNameHeads.CopyTo(_nameHeads);
        _savedTemplateHeads.CopyTo(_templateHeads);
    }

    /// <summary>Writes the offset of a name, and the name itself where it is the chunk's first of that text.</summary>
    public void WriteName(string name)
    {
        if (_names.TryGetValue(name, out var known))
        {
            Buffer.WriteUInt32((uint)known);
            return;
        }

        var offset = Buffer.Position + sizeof(uint);
        var hash = NameHash.Of(name);
        Buffer.WriteUInt32((uint)offset);
        Buffer.WriteUInt32(Link(_nameHeads, hash, offset));
        Buffer.WriteUInt16(hash);
        Buffer.WriteUInt16((ushort)name.Length);
        Buffer.WriteChars(name);
        Buffer.WriteUInt16(0);
        _names.Add(name, offset);
    }

    /// <summary>
    /// Writes the offset of a template's definition. Where the answer is true, the definition is the chunk's first
    /// and has to follow here; the link to the next one of its bucket is written already.
    /// </summary>
    public bool WriteTemplateOffset(Guid id)
    {
        if (_templates.TryGetValue(id, out var known))
        {
            Buffer.WriteUInt32((uint)known);
            return false;
        }

        var offset = Buffer.Position + sizeof(uint);
        Buffer.WriteUInt32((uint)offset);
        Buffer.WriteUInt32(Link(_templateHeads, NameHash.Of(id), offset));
        _templates.Add(id, offset);
        return true;
    }

    /// <summary>Writes the header; the answer is the whole chunk.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        var chunk = Buffer.Chunk;
        "ElfChnk\0"u8.CopyTo(chunk);
        BinaryPrimitives.WriteUInt64LittleEndian(chunk[0x08..], _firstNumber);
        BinaryPrimitives.WriteUInt64LittleEndian(chunk[0x10..], _firstNumber + (ulong)RecordCount - 1);
        BinaryPrimitives.WriteUInt64LittleEndian(chunk[0x18..], _firstId);
        BinaryPrimitives.WriteUInt64LittleEndian(chunk[0x20..], _lastId);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[0x28..], 0x80);
        BinaryPrimitives.WriteInt32LittleEndian(chunk[0x2C..], _lastRecord);
        BinaryPrimitives.WriteInt32LittleEndian(chunk[0x30..], _free);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[0x34..], Crc32.HashToUInt32(chunk[HeaderSize.._free]));
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[0x78..], 1);
        WriteTable(chunk[NameTable..], _nameHeads);
        WriteTable(chunk[TemplateTable..], _templateHeads);

        // The checksum leaves out itself and the flags before it.
        var checksum = new Crc32();
        checksum.Append(chunk[..0x78]);
        checksum.Append(chunk[0x80..HeaderSize]);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[0x7C..], checksum.GetCurrentHashAsUInt32());
        return chunk;
    }

    /// <summary>Puts an entry at the head of its bucket; the answer is the entry that was there before.</summary>
    private static uint Link(uint[] heads, ushort hash, int offset)
    {
        ref var head = ref heads[hash % heads.Length];
        var next = head;
        head = (uint)offset;
        return next;
    }

    private static void WriteTable(Span<byte> target, uint[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[(sizeof(uint) * i)..], heads[i]);
        }
    }
}
