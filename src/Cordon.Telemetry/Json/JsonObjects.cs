using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Json;

/// <summary>
/// Reads the objects of a stream of JSON one by one: one a line, in an array, one behind the other, or wrapped (<c>{"value":[…]}</c>, see <see cref="JsonWrapper"/>).
/// An object that can't be read costs itself and is told. For one thread.
/// </summary>
internal sealed class JsonObjects(RowProblems problems)
{
    private const int MaxUnending = 16;
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = JsonLimits.MaxDepth,
        AllowTrailingCommas = true,
    };

    private readonly RecordBuffer _buffer = new(LogContent.SampleSize);
    private Reader _read = static (_, _, _) => false;
    private bool _isStopped;
    private long _number;
    private long _replaced;
    private int _unending;

    /// <summary>Receives an object, borrowed, its byte offset and its number from 1; answers whether to go on.</summary>
    public delegate bool Reader(JsonElement record, long position, long number);

    /// <summary>Reads all objects.</summary>
    /// <exception cref="IOException">The stream can't be read any further.</exception>
    public void Read(Stream stream, Reader read)
    {
        _read = read;
        using Stream text = TextEncoding.AsUtf8(stream);
        _buffer.Begin(text, 0);
        while (_buffer.Rest.Length < LogContent.SampleSize && _buffer.Grow()) { }
        ReadOnlySpan<byte> head = _buffer.Rest[..Math.Min(_buffer.Rest.Length, LogContent.SampleSize)];
        bool isLines = JsonSniffer.LayoutOf(head).IsLines;
        if (isLines && JsonWrapper.Find(head, out _) && head.IndexOf((byte)'\n') < 0)
        {
            // All on one line that may be as long as the file.
            isLines = false;
        }

        if (isLines)
        {
            ReadLines();
        }
        else
        {
            ReadObjects();
        }

        if (_replaced > 0)
        {
            problems.Add(
                "all records",
                $"{_replaced} characters are no UTF-8 and are shown as U+FFFD; save the file as UTF-8 to see them",
                isLoss: false
            );
        }
    }

    private void ReadLines()
    {
        while (!_isStopped)
        {
            long position = _buffer.Position;
            if (!LineSplitter.Next(_buffer, out int length))
            {
                return;
            }

            if (length < 0)
            {
                problems.Add(Place(position), TooLong(), isLoss: true);
                continue;
            }

            int start = _buffer.Start - length;
            ReadOnlySpan<byte> line = _buffer.Bytes.AsSpan(start, length);
            int blank = length - line.TrimStart(" \t\r\n,"u8).Length;
            int end = line.TrimEnd(" \t\r\n,"u8).Length;
            if (end > blank && !IsBracket(line[blank..end]))
            {
                Show(start + blank, end - blank, position + blank);
            }
        }
    }

    private static bool IsBracket(ReadOnlySpan<byte> line) => line.Length == 1 && line[0] is (byte)'[' or (byte)']';

    private void ReadObjects()
    {
        while (!_isStopped)
        {
            // Where an object begins here that is a wrapper, what it wraps is read and not itself.
            PassBlanks();
            if (_buffer.Rest.StartsWith("{"u8) && IsWrapper(out int inner))
            {
                _buffer.Skip(inner);
                if (!ReadWrapped())
                {
                    return;
                }

                continue;
            }

            if (!ReadOne())
            {
                return;
            }
        }
    }

    private bool IsWrapper(out int inner)
    {
        while (_buffer.Rest.Length < LogContent.SampleSize && _buffer.Grow()) { }
        return JsonWrapper.Find(_buffer.Rest[..Math.Min(_buffer.Rest.Length, LogContent.SampleSize)], out inner);
    }

    // Stands behind the bracket that opens the list; gives false at the end of the stream.
    private bool ReadWrapped()
    {
        while (!_isStopped)
        {
            PassBlanks();
            if (_buffer.Rest.IsEmpty)
            {
                problems.Add(
                    Place(_buffer.Position),
                    "the list of records does not end; the file was cut",
                    isLoss: true
                );
                return false;
            }

            if (_buffer.Rest[0] == (byte)']')
            {
                _buffer.Skip(1);
                PassRest();
                return true;
            }

            if (!ReadOne())
            {
                return false;
            }
        }

        return false;
    }

    // What a wrapper says behind its list, to the bracket that ends it, or to the end of the line where that is not balanced.
    private void PassRest()
    {
        int depth = 1;
        bool isText = false;
        while (_buffer.Rest.Length > 0 || _buffer.Grow())
        {
            int at = 0;
            ReadOnlySpan<byte> rest = _buffer.Rest;
            for (; at < rest.Length && depth > 0; at++)
            {
                byte one = rest[at];
                if (isText)
                {
                    at += one == (byte)'\\' ? 1 : 0;
                    isText = one != (byte)'"';
                }
                else
                {
                    isText = one == (byte)'"';
                    depth +=
                        one is (byte)'{' or (byte)'[' ? 1
                        : one is (byte)'}' or (byte)']' ? -1
                        : 0;
                }
            }

            _buffer.Skip(Math.Min(at, rest.Length));
            if (depth == 0)
            {
                return;
            }
        }
    }

    private void PassBlanks()
    {
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.Rest;
            int at = rest.Length - rest.TrimStart(" \t\r\n,"u8).Length;
            _buffer.Skip(at);
            if (_buffer.Rest.Length > 0 || !_buffer.Grow())
            {
                return;
            }
        }
    }

    private bool ReadOne()
    {
        if (!ObjectSplitter.Next(_buffer, out int length, out int stray))
        {
            if (stray > 0)
            {
                problems.Add(Place(_buffer.Position), $"{stray} bytes before the end are no JSON object", isLoss: true);
            }

            return false;
        }

        long position = _buffer.Position - Math.Max(0, length);
        if (stray > 0)
        {
            problems.Add(Place(position), $"{stray} bytes before it are no JSON object", isLoss: true);
        }

        if (length >= 0)
        {
            Show(_buffer.Start - length, length, position);
            return true;
        }

        problems.Add(Place(position), $"an object that begins before it does not end, or {TooLong()}", isLoss: true);
        if (++_unending < MaxUnending)
        {
            return true;
        }

        problems.Add(
            Place(position),
            "too many objects do not end; the rest of the file was passed over",
            isLoss: true
        );
        return false;
    }

    private void Show(int start, int length, long position)
    {
        ReadOnlyMemory<byte> json = _buffer.Bytes.AsMemory(start, length);
        if (!Utf8.IsValid(json.Span))
        {
            string text = Encoding.UTF8.GetString(json.Span);
            _replaced += text.AsSpan().Count('\uFFFD');
            json = Encoding.UTF8.GetBytes(text);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(LoneSurrogates.Mend(json), Options);
        }
        catch (JsonException fault)
        {
            int end = fault.Message.IndexOf(" LineNumber", StringComparison.Ordinal);
            problems.Add(
                Place(position),
                $"it is no valid JSON: {(end < 0 ? fault.Message : fault.Message[..end])}",
                isLoss: true
            );
            _number++;
            return;
        }

        using (document)
        {
            foreach (JsonElement record in JsonWrapper.Unwrap(document.RootElement))
            {
                _number++;
                if (record.ValueKind != JsonValueKind.Object)
                {
                    problems.Add(Place(position), "it is no JSON object", isLoss: true);
                }
                else if (!_read(record, position, _number))
                {
                    _isStopped = true;
                    return;
                }
            }
        }
    }

    private string Place(long position) =>
        string.Create(CultureInfo.InvariantCulture, $"record {_number + 1}, byte {position}");

    private static string TooLong() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"it is longer than {JsonLimits.MaxRecord} bytes; it was passed over"
        );
}
