using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace Cordon.Evtx.Rendering;

/// <summary>A growing buffer of UTF-8, used again and again.</summary>
internal sealed class Utf8Output
{
    private static readonly SearchValues<char> JsonSpecial = SearchValues.Create(JsonSpecials());

    private byte[] _bytes = new byte[4_096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;

        // One huge record does not keep its memory for the rest of a log.
        if (_bytes.Length > 1024 * 1024)
        {
            _bytes = new byte[4_096];
        }
    }

    public void Truncate(int length) => Length = length;

    /// <summary>Puts one byte before what was written from <paramref name="at"/> on.</summary>
    public void Insert(int at, byte value)
    {
        Reserve(1);
        _bytes.AsSpan(at, Length - at).CopyTo(_bytes.AsSpan(at + 1));
        _bytes[at] = value;
        Length++;
    }

    public void Write(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>UTF-16 as UTF-8; unpaired surrogates become U+FFFD.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        Span<byte> room = Reserve(text.Length * 3);
        Utf8.FromUtf16(text, room, out _, out int written, replaceInvalidSequences: true);
        Length += written;
    }

    public void WriteNumber(long value)
    {
        value.TryFormat(Reserve(20), out int written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void WriteJsonString(ReadOnlySpan<char> text)
    {
        Write((byte)'"');
        WriteJsonText(text);
        Write((byte)'"');
    }

    /// <summary>The inside of a JSON string.</summary>
    public void WriteJsonText(ReadOnlySpan<char> text)
    {
        int special = text.IndexOfAny(JsonSpecial);
        if (special < 0)
        {
            WriteText(text);
            return;
        }

        WriteText(text[..special]);
        text = text[special..];

        // Where there is one special character there are more (paths): from here on one by one.
        while (!text.IsEmpty)
        {
            int plain = WriteJsonAscii(text);
            text = text[plain..];
            if (text.IsEmpty)
            {
                return;
            }

            int other = text.IndexOfAnyInRange('\0', '\x7F');
            int length = other < 0 ? text.Length : other;
            WriteText(text[..length]);
            text = text[length..];
        }
    }

    // Writes up to the first character beyond ASCII; answers how many were written.
    private int WriteJsonAscii(ReadOnlySpan<char> text)
    {
        Span<byte> room = Reserve(text.Length);
        int start = Length;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c > '\x7F')
            {
                return i;
            }

            if (c >= ' ' && c != '"' && c != '\\')
            {
                int at = Length - start;
                if (at == room.Length)
                {
                    room = Reserve(text.Length - i);
                    start = Length;
                    at = 0;
                }

                room[at] = (byte)c;
                Length++;
                continue;
            }

            WriteJsonEscape(c);

            // The escape may have moved the buffer.
            room = _bytes.AsSpan(Length);
            start = Length;
        }

        return text.Length;
    }

    private void WriteJsonEscape(char c)
    {
        switch (c)
        {
            case '"':
                Write("\\\""u8);
                break;
            case '\\':
                Write("\\\\"u8);
                break;
            case '\n':
                Write("\\n"u8);
                break;
            case '\r':
                Write("\\r"u8);
                break;
            case '\t':
                Write("\\t"u8);
                break;
            default:
                Write("\\u00"u8);
                Write(HexDigit(c >> 4));
                Write(HexDigit(c & 15));
                break;
        }
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        return _bytes.AsSpan(Length);
    }

    private static char[] JsonSpecials()
    {
        var special = new char[34];
        for (int i = 0; i < 32; i++)
        {
            special[i] = (char)i;
        }

        special[32] = '"';
        special[33] = '\\';
        return special;
    }
}
