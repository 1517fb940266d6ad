using System.Buffers;
using System.Buffers.Binary;

namespace Cordon.Sigma.Caching;

/// <summary>Puts a <see cref="PackTable"/> together, entry by entry.</summary>
internal sealed class PackTableBuilder
{
    private readonly List<int> _ends = [];
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>How many bytes the section takes.</summary>
    public long Size => (2L * sizeof(uint)) + ((long)_ends.Count * sizeof(uint)) + _content.WrittenCount;

    /// <summary>Adds an entry and gives its number.</summary>
    public int Add(ReadOnlySpan<byte> entry)
    {
        _content.Write(entry);
        _ends.Add(_content.WrittenCount);
        return _ends.Count - 1;
    }

    /// <summary>Writes the section.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        WriteNumber(output, _ends.Count);
        WriteNumber(output, _content.WrittenCount);
        foreach (int end in _ends)
        {
            WriteNumber(output, end);
        }

        output.Write(_content.WrittenSpan);
    }

    private static void WriteNumber(IBufferWriter<byte> output, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), number);
        output.Advance(sizeof(int));
    }
}
