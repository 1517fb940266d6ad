using System.Runtime.InteropServices;
using System.Text;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Writes values in few bytes; a text that was written before is named by its number.</summary>
/// <remarks>What is written is read again by the same process: it has no version and no byte order of its own.</remarks>
internal sealed class PackedWriter(Stream output) : IDisposable
{
    /// <summary>Longer texts seldom repeat.</summary>
    public const int MaxRepeated = 256;

    /// <summary>So many texts are remembered.</summary>
    public const int MaxTexts = 1 << 16;

    private readonly BinaryWriter _output = new(output, Encoding.Unicode, leaveOpen: true);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public void Flag(bool value) => _output.Write(value);

    public void Flag(bool? value) => _output.Write((byte)(value is { } known ? (known ? 2 : 1) : 0));

    public void Number(long value) => _output.Write7BitEncodedInt64(value);

    public void Number(long? value)
    {
        Flag(value is not null);
        if (value is { } known)
        {
            Number(known);
        }
    }

    public void Real(double? value) => Number(value is { } known ? BitConverter.DoubleToInt64Bits(known) : null);

    public void Time(DateTime value)
    {
        _output.Write((byte)value.Kind);
        _output.Write(value.Ticks);
    }

    public void Time(DateTime? value)
    {
        Flag(value is not null);
        if (value is { } known)
        {
            Time(known);
        }
    }

    /// <summary>A text, or null. Texts of logs may hold halves of characters, so they are written as they stand in memory where they are not ASCII.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(0);
            return;
        }

        if (_numbers.TryGetValue(value, out int number))
        {
            Number(number + 3);
            return;
        }

        bool isAscii = Ascii.IsValid(value);
        Number(isAscii ? 1 : 2);
        Number(value.Length);
        if (isAscii)
        {
            Span<byte> bytes = stackalloc byte[MaxRepeated];
            for (int at = 0; at < value.Length; at += bytes.Length)
            {
                ReadOnlySpan<char> piece = value.AsSpan(at, Math.Min(bytes.Length, value.Length - at));
                _output.Write(bytes[..Encoding.ASCII.GetBytes(piece, bytes)]);
            }
        }
        else
        {
            _output.Write(MemoryMarshal.AsBytes(value.AsSpan()));
        }

        if (value.Length <= MaxRepeated && _numbers.Count < MaxTexts)
        {
            _numbers.Add(value, _numbers.Count);
        }
    }

    public void Texts(IReadOnlyList<string> values) => List(values, static (writer, value) => writer.Text(value));

    /// <summary>In the order in which the dictionary tells them.</summary>
    public void Texts(IReadOnlyDictionary<string, string> values)
    {
        Number(values.Count);
        foreach ((string key, string value) in values)
        {
            Text(key);
            Text(value);
        }
    }

    public void List<T>(IReadOnlyList<T> values, Action<PackedWriter, T> write)
    {
        Number(values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            write(this, values[i]);
        }
    }

    /// <summary>Hands what was written to the stream.</summary>
    public void Dispose() => _output.Dispose();
}
