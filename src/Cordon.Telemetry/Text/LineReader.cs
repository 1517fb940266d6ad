namespace Cordon.Telemetry.Text;

/// <summary>Reads the lines of a text. A line that is longer than the limit costs itself; bytes that are no text become U+FFFD and are counted.</summary>
/// <remarks>For one thread. Leaves the stream open.</remarks>
internal sealed class LineReader : IDisposable
{
    /// <summary>The longest line, in characters, where nothing else is said: 1 Mi.</summary>
    public const int DefaultMaxLength = 1 << 20;

    private readonly StreamReader _reader;
    private readonly int _maxLength;
    private char[] _buffer = new char[TextEncoding.BufferSize];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Reads a stream from where it stands.</summary>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark.</param>
    /// <param name="maxLength">The longest line, in characters.</param>
    public LineReader(Stream stream, int maxLength = DefaultMaxLength)
    {
        _reader = TextEncoding.AsText(stream);
        _maxLength = maxLength;
    }

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line that was read last was longer than the limit; it is then empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>How many characters there were so far that stand for bytes that are no text.</summary>
    public long Replaced { get; private set; }

    /// <summary>Reads the next line, without its end (<c>\n</c>, <c>\r\n</c>). The text is borrowed until the next call.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public bool Read(out ReadOnlySpan<char> line)
    {
        IsTooLong = false;
        int looked = 0;
        while (true)
        {
            int end = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf('\n');
            if (end >= 0)
            {
                line = Take(looked + end, 1);
                return true;
            }

            looked = _end - _start;
            if (looked > _maxLength)
            {
                IsTooLong = true;
                _start = _end;
                looked = 0;
            }

            if (!Fill())
            {
                bool isMore = looked > 0 || IsTooLong;
                line = isMore ? Take(looked, 0) : default;
                return isMore;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private ReadOnlySpan<char> Take(int length, int ending)
    {
        Number++;
        ReadOnlySpan<char> line = _buffer.AsSpan(_start, length);
        _start += length + ending;
        if (IsTooLong || length > _maxLength)
        {
            IsTooLong = true;
            return default;
        }

        int odd = line.IndexOf('\uFFFD');
        Replaced += odd < 0 ? 0 : line[odd..].Count('\uFFFD');
        return line.EndsWith("\r") ? line[..^1] : line;
    }

    private bool Fill()
    {
        if (_isAtEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _reader.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return read > 0;
    }
}
