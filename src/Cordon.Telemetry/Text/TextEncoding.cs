using System.Buffers;
using System.Text;

namespace Cordon.Telemetry.Text;

/// <summary>How a text is written: as its byte order mark says, else UTF-8.</summary>
internal static class TextEncoding
{
    /// <summary>Characters that a text is read by. An organisation has tens of thousands of small files: large buffers cost more than they spare.</summary>
    public const int BufferSize = 1 << 13;

    /// <summary>UTF-8 that writes U+FFFD for bytes that are none.</summary>
    private static readonly UTF8Encoding Lenient = new(false);

    /// <summary>The encoding of a text that begins so, and the length of its mark.</summary>
    public static (Encoding Encoding, int Preamble) Of(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.UTF8.Preamble) ? (Lenient, 3)
        : head.StartsWith(Encoding.Unicode.Preamble) ? (Encoding.Unicode, 2)
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? (Encoding.BigEndianUnicode, 2)
        : (Lenient, 0);

    /// <summary>A beginning as text; a character that is cut at its end is left out.</summary>
    public static string Decode(ReadOnlySpan<byte> head)
    {
        (Encoding encoding, int preamble) = Of(head);
        ReadOnlySpan<byte> rest = head[preamble..];
        Decoder decoder = encoding.GetDecoder();
        char[] text = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(rest.Length));
        int count = decoder.GetChars(rest, text, flush: false);
        string decoded = new(text, 0, count);
        ArrayPool<char>.Shared.Return(text);
        return decoded;
    }

    /// <summary>The stream as UTF-8 without a mark, whatever it is written in. Reading the result reads the stream.</summary>
    public static Stream AsUtf8(Stream stream)
    {
        byte[] head = new byte[3];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        (Encoding encoding, int preamble) = Of(head.AsSpan(0, length));
        var whole = new PrefixedStream(head.AsMemory(preamble, length - preamble), stream);
        return encoding is UTF8Encoding
            ? whole
            : Encoding.CreateTranscodingStream(whole, encoding, Lenient, leaveOpen: false);
    }

    /// <summary>The stream as characters, whatever it is written in.</summary>
    public static StreamReader AsText(Stream stream) =>
        new(stream, Lenient, detectEncodingFromByteOrderMarks: true, bufferSize: BufferSize, leaveOpen: true);
}
