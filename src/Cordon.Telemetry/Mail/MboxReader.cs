using System.Buffers;

namespace Cordon.Telemetry.Mail;

/// <summary>
/// Cuts an mbox file into mails as it comes by, and undoes what mbox does to lines that begin with <c>From </c>.
/// </summary>
/// <remarks>
/// A separator is a line <c>From address time</c> at the beginning or after a blank line (mboxo, mboxrd). Of a body line one <c>&gt;</c> is
/// taken away where <c>&gt;</c>s stand before <c>From </c>: right for mboxrd, and for mboxo right save for lines that had a <c>&gt;</c> of their own.
/// One mail is held at a time, as far as its limit.
/// </remarks>
internal sealed class MboxReader(Stream stream, int maxMessageBytes)
{
    private const int BufferSize = 64 * 1024;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly ArrayBufferWriter<byte> _message = new(BufferSize);
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isLineStart = true;
    private bool _wasBlank = true;
    private long? _pending;

    /// <summary>The mail without its separator, valid until the next call; as far as the limit.</summary>
    public ReadOnlyMemory<byte> Message => _message.WrittenMemory;

    /// <summary>Where its separator begins, in bytes.</summary>
    public long Position { get; private set; }

    /// <summary>How many bytes were left out because the mail is longer than the limit.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Bytes that were read so far.</summary>
    public long Consumed { get; private set; }

    /// <summary>Goes to the next mail, which may be empty; false at the end.</summary>
    /// <exception cref="IOException">The stream can't be read any further.</exception>
    public bool Next()
    {
        _message.ResetWrittenCount();
        LeftOut = 0;
        bool isInside = _pending is not null;
        Position = _pending ?? Consumed;
        _pending = null;
        while (Line(out ReadOnlySpan<byte> piece, out bool isStart))
        {
            if (isStart && _wasBlank && IsSeparator(piece))
            {
                long at = Consumed - piece.Length;
                SkipLine(piece.EndsWith("\n"u8));
                _wasBlank = false;
                if (isInside || _message.WrittenCount > 0)
                {
                    _pending = at;
                    return true;
                }

                (isInside, Position) = (true, at);
                continue;
            }

            _wasBlank = isStart && piece is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];
            Keep(isStart && IsQuotedFrom(piece) ? piece[1..] : piece);
        }

        return isInside || _message.WrittenCount > 0;
    }

    // A line, or as much of it as fits: the rest follows with isStart false.
    private bool Line(out ReadOnlySpan<byte> piece, out bool isStart)
    {
        isStart = _isLineStart;
        int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') + 1;
        while (length == 0 && !_isAtEnd && _end - _start < BufferSize)
        {
            Fill();
            length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n') + 1;
        }

        if (length == 0)
        {
            length = _end - _start;
        }

        piece = _buffer.AsSpan(_start, length);
        _start += length;
        Consumed += length;
        _isLineStart = length > 0 && piece[^1] == (byte)'\n';
        return length > 0;
    }

    private void SkipLine(bool isWhole)
    {
        while (!isWhole && Line(out ReadOnlySpan<byte> rest, out _))
        {
            isWhole = rest.EndsWith("\n"u8);
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        int read = stream.Read(_buffer, _end, BufferSize - _end);
        _end += read;
        _isAtEnd = read == 0;
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        int room = Math.Min(piece.Length, maxMessageBytes - _message.WrittenCount);
        _message.Write(piece[..room]);
        LeftOut += piece.Length - room;
    }

    private static bool IsQuotedFrom(ReadOnlySpan<byte> line) =>
        line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8);

    private static bool IsSeparator(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8))
        {
            return false;
        }

        Span<char> text = stackalloc char[256];
        int length = Math.Min(line.Length, text.Length);
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)line[i];
        }

        return MailSniffer.IsSeparator(text[..length].TrimEnd("\r\n"));
    }
}
