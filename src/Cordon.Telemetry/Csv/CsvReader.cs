using System.Text;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Csv;

/// <summary>Reads the rows of a table, RFC 4180: quotes, quotes within them doubled, line ends within them.</summary>
/// <remarks>
/// More lenient than the RFC: line ends with or without a carriage return, blank lines, quotes within a field that does not begin with one. A quote that never ends costs its own line only.
/// For one thread. Leaves the stream open.
/// </remarks>
internal sealed class CsvReader : IDisposable
{
    private readonly TextReader _reader;
    private readonly StringBuilder _field = new();
    private char[] _buffer = new char[TextEncoding.BufferSize];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private int _unending;
    private long _line = 1;

    /// <summary>Reads a stream from where it stands.</summary>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark.</param>
    /// <param name="delimiter">What is between fields.</param>
    public CsvReader(Stream stream, char delimiter)
        : this(TextEncoding.AsText(stream), delimiter) { }

    /// <summary>Reads characters.</summary>
    /// <param name="reader">The characters; disposed of with this.</param>
    /// <param name="delimiter">What is between fields.</param>
    public CsvReader(TextReader reader, char delimiter)
    {
        _reader = reader;
        Delimiter = delimiter;
    }

    /// <summary>What is between fields.</summary>
    public char Delimiter { get; }

    /// <summary>The fields of the row that was read last.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>The line that the row began on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many characters there were so far that stand for bytes that are no text.</summary>
    public long Replaced { get; private set; }

    /// <summary>Reads the next row that is not blank.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public CsvRowKind Read()
    {
        while (true)
        {
            Fields.Clear();
            Line = _line;
            int length = LengthOf(out CsvRowKind kind);
            if (kind == CsvRowKind.End)
            {
                return kind;
            }

            ReadOnlySpan<char> row = _buffer.AsSpan(_start, length);
            Skip(length);
            if (kind is CsvRowKind.TooLong)
            {
                PassLine();
                return kind;
            }

            if (kind is CsvRowKind.OpenQuote)
            {
                return kind;
            }

            row = row.TrimEnd("\r\n");
            if (row.IsEmpty)
            {
                continue;
            }

            int odd = row.IndexOf('\uFFFD');
            Replaced += odd < 0 ? 0 : row[odd..].Count('\uFFFD');
            return Split(row) ? CsvRowKind.Row : CsvRowKind.TooWide;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    // The length of the row that begins here, with its line end.
    private int LengthOf(out CsvRowKind kind)
    {
        bool isQuoted = false;
        bool isFieldStart = true;
        bool isClosed = false;
        bool isQuoting = _unending < CsvLimits.MaxUnending;
        int firstLine = -1;
        for (int at = 0; ; at++)
        {
            if (_start + at >= _end && (at > CsvLimits.MaxRow || !Fill()))
            {
                break;
            }

            char one = _buffer[_start + at];
            if (one == '\n')
            {
                if (!isQuoted)
                {
                    // Of a row that is too long its line end is left: what passes over the line looks for it.
                    kind = at > CsvLimits.MaxRow ? CsvRowKind.TooLong : CsvRowKind.Row;
                    return kind is CsvRowKind.Row ? at + 1 : at;
                }

                firstLine = firstLine < 0 ? at + 1 : firstLine;
                continue;
            }

            if (isQuoted)
            {
                // A doubled quote opens it again.
                isQuoted = one != '"';
                isClosed = !isQuoted;
                isFieldStart = false;
            }
            else if (one == '"' && isQuoting && (isFieldStart || isClosed))
            {
                isQuoted = true;
                isClosed = false;
            }
            else
            {
                isClosed = false;
                isFieldStart = one == Delimiter || (isFieldStart && one == ' ' && Delimiter != ' ');
            }
        }

        int rest = _end - _start;
        if (rest == 0)
        {
            kind = CsvRowKind.End;
            return 0;
        }

        if (isQuoted && firstLine > 0)
        {
            _unending++;
            kind = CsvRowKind.OpenQuote;
            return firstLine;
        }

        kind = rest > CsvLimits.MaxRow ? CsvRowKind.TooLong : CsvRowKind.Row;
        return rest;
    }

    private bool Split(ReadOnlySpan<char> row)
    {
        int at = 0;
        while (true)
        {
            if (Fields.Count == CsvLimits.MaxColumns)
            {
                return false;
            }

            int blanks = row[at..].Length - row[at..].TrimStart(' ').Length;
            if (at + blanks < row.Length && row[at + blanks] == '"' && _unending < CsvLimits.MaxUnending)
            {
                at = Quoted(row, at + blanks + 1);
            }
            else
            {
                int length = row[at..].IndexOf(Delimiter);
                length = length < 0 ? row.Length - at : length;
                Fields.Add(row.Slice(at, length).ToString());
                at += length;
            }

            if (at >= row.Length)
            {
                return true;
            }

            at++;
        }
    }

    // A field in quotes; gives where the delimiter behind it is, or the row's end.
    private int Quoted(ReadOnlySpan<char> row, int at)
    {
        _field.Clear();
        while (at < row.Length)
        {
            int quote = row[at..].IndexOf('"');
            if (quote < 0)
            {
                _field.Append(row[at..]);
                at = row.Length;
                break;
            }

            _field.Append(row.Slice(at, quote));
            at += quote + 1;
            if (at < row.Length && row[at] == '"')
            {
                _field.Append('"');
                at++;
                continue;
            }

            // What stands between the quote and the delimiter belongs to the field, as spreadsheets hold.
            int length = row[at..].IndexOf(Delimiter);
            length = length < 0 ? row.Length - at : length;
            _field.Append(row.Slice(at, length).TrimEnd(' '));
            at += length;
            break;
        }

        Fields.Add(_field.ToString());
        return at;
    }

    private void PassLine()
    {
        while (true)
        {
            int end = _buffer.AsSpan(_start, _end - _start).IndexOf('\n');
            Skip(end < 0 ? _end - _start : end + 1);
            if (end >= 0 || !Fill())
            {
                return;
            }
        }
    }

    private void Skip(int count)
    {
        _line += _buffer.AsSpan(_start, count).Count('\n');
        _start += count;
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
