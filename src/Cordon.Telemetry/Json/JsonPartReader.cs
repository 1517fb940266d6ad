using System.Globalization;
using System.Text;
using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>Reads parts with a buffer and an event of its own; used by one thread at a time.</summary>
internal sealed class JsonPartReader(FieldTable fields)
{
    private const int MaxUnending = 16;

    private readonly JsonLogEvent _event = new(fields);
    private readonly RecordBuffer _buffer = new();
    private List<ReadProblem> _problems = [];
    private long _problemCount;
    private long _records;
    private Action<LogEvent> _onEvent = static _ => { };

    /// <summary>Reads the records that begin from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public PartReport Read(string path, JsonLayout layout, long from, long to, Action<LogEvent> onEvent)
    {
        return Read(
            path,
            () =>
            {
                using FileStream file = new(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete,
                    bufferSize: 0
                );
                Read(file, layout, from, to);
            },
            onEvent
        );
    }

    /// <summary>Reads all records of a stream.</summary>
    public PartReport Read(string path, JsonLayout layout, Func<Stream> open, Action<LogEvent> onEvent) =>
        Read(
            path,
            () =>
            {
                using Stream stream = open();
                for (int i = 0; i < layout.Preamble; i++)
                {
                    stream.ReadByte();
                }

                Read(stream, layout, layout.Preamble);
            },
            onEvent
        );

    private PartReport Read(string path, Action read, Action<LogEvent> onEvent)
    {
        (_problems, _problemCount, _records, _onEvent) = ([], 0, 0, onEvent);
        _event.Begin(path);
        _buffer.Begin(Stream.Null, 0);
        try
        {
            read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Add(_buffer.Position, $"the file can't be read any further: {fault.Message}", isLoss: true);
        }

        return new PartReport(_records, _problems, _problemCount);
    }

    private void Read(FileStream file, JsonLayout layout, long from, long to)
    {
        // A line belongs to the part that its first byte lies in: one that began earlier ends at the first line end from here on.
        bool isWithin = layout.IsLines && from > 0;
        file.Position = isWithin ? from - 1 : layout.Preamble;
        using Stream stream = layout.Encoding is { } encoding
            ? Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true)
            : file;
        _buffer.Begin(stream, file.Position);
        if (isWithin)
        {
            LineSplitter.Pass(_buffer);
        }

        ReadRecords(layout, to);
    }

    private void Read(Stream stream, JsonLayout layout, long position)
    {
        using Stream text = layout.Encoding is { } encoding
            ? Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen: true)
            : stream;
        _buffer.Begin(text, position);
        ReadRecords(layout, long.MaxValue);
    }

    private void ReadRecords(JsonLayout layout, long to)
    {
        if (layout.IsLines)
        {
            ReadLines(to);
        }
        else
        {
            ReadObjects();
        }
    }

    private void ReadLines(long to)
    {
        while (_buffer.Position < to)
        {
            long position = _buffer.Position;
            if (!LineSplitter.Next(_buffer, out int length))
            {
                return;
            }

            if (length < 0)
            {
                Add(position, TooLong(), isLoss: true);
            }
            else
            {
                Show(_buffer.Start - length, length, position);
            }
        }
    }

    private void ReadObjects()
    {
        int unending = 0;
        while (ObjectSplitter.Next(_buffer, out int length, out int stray))
        {
            long position = _buffer.Position - Math.Max(0, length);
            if (stray > 0)
            {
                Add(position, $"{stray} bytes before it are no JSON object", isLoss: true);
            }

            if (length < 0)
            {
                Add(position, $"an object that begins before it does not end, or {TooLong()}", isLoss: true);
                // Each of them is looked through to its limit: thousands would take days.
                if (++unending == MaxUnending)
                {
                    Add(
                        _buffer.Position,
                        "too many objects do not end; the rest of the file was passed over",
                        isLoss: true
                    );
                    return;
                }
            }
            else
            {
                Show(_buffer.Start - length, length, position);
            }
        }
    }

    private void Show(int start, int length, long position)
    {
        ReadOnlySpan<byte> line = _buffer.Bytes.AsSpan(start, length);
        int blank = length - line.TrimStart(" \t\r\n,"u8).Length;
        int end = line.TrimEnd(" \t\r\n,"u8).Length;
        if (end <= blank)
        {
            return;
        }

        if (_event.Show(_buffer.Bytes, start + blank, end - blank, position + blank) is { } fault)
        {
            Add(position, fault, isLoss: true);
            return;
        }

        _records++;
        if (_event.IsCut)
        {
            Add(position, $"it has more than {JsonLimits.MaxFields} values; the others were left out", isLoss: false);
        }

        if (!_event.IsWindows)
        {
            Add(
                position,
                "it names no channel and event id, so it is no Windows event; no rule looks at it",
                isLoss: false
            );
        }

        _onEvent(_event);
    }

    private static string TooLong() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"it is longer than {JsonLimits.MaxRecord} bytes; it was passed over"
        );

    private void Add(long position, string message, bool isLoss)
    {
        _problemCount++;
        if (_problems.Count < SourceReport.ProblemLimit)
        {
            _problems.Add(
                new ReadProblem(string.Create(CultureInfo.InvariantCulture, $"byte {position}"), message, isLoss)
            );
        }
    }
}
