using System.Buffers.Binary;

namespace Cordon.Sigma.Caching;

/// <summary>A section of a pack: entries of any length, found by their number.</summary>
/// <remarks>
/// Count and length of the content (4 bytes each, little-endian, as all numbers of fixed size), where each entry ends, the content.
/// </remarks>
internal sealed class PackTable
{
    private const int HeadSize = 2 * sizeof(uint);
    private readonly byte[] _pack;
    private readonly int _ends;
    private readonly int _content;
    private readonly int _length;

    /// <summary>Opens the section that begins at a place of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="at">Where the section begins; afterwards, where it has ended.</param>
    /// <param name="end">Where it must have ended at the latest.</param>
    /// <exception cref="PackFaultException">It does not fit.</exception>
    public PackTable(byte[] pack, ref int at, int end)
    {
        _pack = pack;
        if (end - at < HeadSize)
        {
            throw new PackFaultException("a section has no room");
        }

        uint count = BinaryPrimitives.ReadUInt32LittleEndian(pack.AsSpan(at));
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(pack.AsSpan(at + sizeof(uint)));
        _ends = at + HeadSize;
        long content = _ends + ((long)count * sizeof(uint));
        if (content + length > end)
        {
            throw new PackFaultException("a section is larger than its pack");
        }

        Count = (int)count;
        _content = (int)content;
        _length = (int)length;
        at = _content + _length;
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>An entry.</summary>
    /// <exception cref="PackFaultException">There is none with this number, or it ends where it cannot.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new PackFaultException("an entry is not there");
            }

            uint start = index == 0 ? 0 : EndOf(index - 1);
            uint end = EndOf(index);
            if (start > end || end > (uint)_length)
            {
                throw new PackFaultException("an entry ends where it cannot");
            }

            return _pack.AsSpan(_content + (int)start, (int)(end - start));
        }
    }

    private uint EndOf(int index) =>
        BinaryPrimitives.ReadUInt32LittleEndian(_pack.AsSpan(_ends + (index * sizeof(uint))));
}
