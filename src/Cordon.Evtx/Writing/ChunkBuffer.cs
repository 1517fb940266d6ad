using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cordon.Evtx.Writing;

/// <summary>The bytes of one chunk, written from front to back.</summary>
/// <remarks>
/// It grows past the size of a chunk while a record that does not fit is written, so that the record's whole size is
/// known; the growth is given back when the chunk is cleared.
/// </remarks>
internal sealed class ChunkBuffer
{
    /// <summary>Where growth ends: by then nobody needs to know how much too large the record is.</summary>
    private const int MaxSize = 64 << 20;

    /// <summary>Room for a chunk and for the record that turns out not to fit any more, which ends every chunk.</summary>
    private const int InitialSize = 2 * ChunkBuilder.Size;

    private byte[] _bytes = new byte[InitialSize];

    public int Position { get; set; }

    /// <summary>The chunk, without what was written past its end.</summary>
    public Span<byte> Chunk => _bytes.AsSpan(0, ChunkBuilder.Size);

    public void Clear()
    {
        if (_bytes.Length > InitialSize)
        {
            _bytes = new byte[InitialSize];
        }
        else
        {
            Chunk.Clear();
        }

        Position = 0;
    }

    /// <summary>The next <paramref name="count"/> bytes, which have to be written: they can hold anything.</summary>
    public Span<byte> Take(int count)
    {
        var start = Position;
        if (count > _bytes.Length - start)
        {
            if (count > MaxSize - start)
            {
                throw new EvtxRecordTooLargeException((int)Math.Min((long)start + count, int.MaxValue));
            }

            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, start + count));
        }

        Position = start + count;
        return _bytes.AsSpan(start, count);
    }

    public void WriteByte(byte value) => Take(1)[0] = value;

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void WriteChars(ReadOnlySpan<char> text)
    {
        var target = Take(checked(2 * text.Length));
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(text).CopyTo(target);
            return;
        }

        for (var i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target[(2 * i)..], text[i]);
        }
    }

    /// <summary>Writes a place for the size in bytes of what follows; the answer goes to <see cref="CloseSize"/>.</summary>
    public int ReserveSize()
    {
        WriteUInt32(0);
        return Position;
    }

    /// <summary>Says how much was written since <see cref="ReserveSize"/>.</summary>
    public void CloseSize(int start) => PatchUInt32(start - sizeof(uint), Position - start);

    /// <summary>Writes into a place taken before.</summary>
    public void PatchUInt32(int at, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(at, sizeof(int)), value);

    /// <inheritdoc cref="PatchUInt32"/>
    public void PatchUInt16(int at, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(at, sizeof(ushort)), value);
}
