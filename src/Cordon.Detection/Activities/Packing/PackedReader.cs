using System.Runtime.InteropServices;
using System.Text;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Reads what a <see cref="PackedWriter"/> wrote. Equal texts that come again are one object.</summary>
/// <param name="input">From the first byte that the writer wrote.</param>
/// <param name="texts">Texts that other readers came upon; short ones are taken from it and added to it.</param>
internal sealed class PackedReader(Stream input, HashSet<string> texts) : IDisposable
{
    private readonly BinaryReader _input = new(input, Encoding.Unicode, leaveOpen: true);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts = texts.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private readonly List<string> _numbered = [];

    public bool Flag() => _input.ReadBoolean();

    public bool? FlagOrNull() =>
        _input.ReadByte() switch
        {
            0 => null,
            1 => false,
            _ => true,
        };

    public long Number() => _input.Read7BitEncodedInt64();

    public long? NumberOrNull() => Flag() ? Number() : null;

    public double? RealOrNull() => NumberOrNull() is { } bits ? BitConverter.Int64BitsToDouble(bits) : null;

    public DateTime Time()
    {
        var kind = (DateTimeKind)_input.ReadByte();
        return new DateTime(_input.ReadInt64(), kind);
    }

    public DateTime? TimeOrNull() => Flag() ? Time() : null;

    public string Text() => TextOrNull() ?? throw new InvalidDataException("a text is missing");

    public string? TextOrNull()
    {
        long head = Number();
        switch (head)
        {
            case 0:
                return null;
            case > 2:
                return _numbered[(int)head - 3];
        }

        int length = (int)Number();
        string text = length <= PackedWriter.MaxRepeated ? Short(length, head == 1) : Long(length, head == 1);
        if (length <= PackedWriter.MaxRepeated && _numbered.Count < PackedWriter.MaxTexts)
        {
            _numbered.Add(text);
        }

        return text;
    }

    public IReadOnlyList<string> Texts() => List(static reader => reader.Text());

    public Dictionary<string, string> TextTable()
    {
        int count = (int)Number();
        Dictionary<string, string> table = new(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string key = Text();
            table.Add(key, Text());
        }

        return table;
    }

    public IReadOnlyList<T> List<T>(Func<PackedReader, T> read)
    {
        int count = (int)Number();
        if (count == 0)
        {
            return [];
        }

        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = read(this);
        }

        return values;
    }

    public void Dispose() => _input.Dispose();

    private string Short(int length, bool isAscii)
    {
        Span<char> text = stackalloc char[length];
        Fill(text, isAscii);
        if (_texts.TryGetValue(text, out string? known))
        {
            return known;
        }

        string made = text.ToString();
        if (texts.Count < PackedWriter.MaxTexts)
        {
            texts.Add(made);
        }

        return made;
    }

    private string Long(int length, bool isAscii) =>
        string.Create(length, (Reader: this, isAscii), static (text, state) => state.Reader.Fill(text, state.isAscii));

    private void Fill(Span<char> text, bool isAscii)
    {
        if (!isAscii)
        {
            _input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(text));
            return;
        }

        Span<byte> bytes = stackalloc byte[PackedWriter.MaxRepeated];
        for (int at = 0; at < text.Length; )
        {
            Span<byte> piece = bytes[..Math.Min(bytes.Length, text.Length - at)];
            _input.BaseStream.ReadExactly(piece);
            Encoding.ASCII.GetChars(piece, text[at..]);
            at += piece.Length;
        }
    }
}
