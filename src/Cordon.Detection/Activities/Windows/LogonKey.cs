using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Cordon.Detection.Activities.Windows;

/// <summary>Writes what makes two logons equal into borrowed memory.</summary>
internal ref struct LogonKey(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private int _length;

    public readonly ReadOnlySpan<char> Text => _buffer[.._length];

    /// <summary>Adds a part in lower case; what does not fit is cut, as names of that length are no names.</summary>
    public void Add(ReadOnlySpan<char> part)
    {
        int room = Math.Min(Math.Min(part.Length, WindowsText.MaxLength), _buffer.Length - _length - 1);
        if (room < 0)
        {
            return;
        }

        int written = part[..room].ToLowerInvariant(_buffer[_length..]);
        _length += written;
        _buffer[_length++] = '\0';
    }

    public void Add(long number)
    {
        Span<char> target = _buffer[_length..];
        if (target.Length < sizeof(long) / sizeof(char))
        {
            return;
        }

        BinaryPrimitives.WriteInt64LittleEndian(MemoryMarshal.AsBytes(target), number);
        _length += sizeof(long) / sizeof(char);
    }
}
