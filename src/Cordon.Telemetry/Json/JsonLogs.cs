using System.Collections.Concurrent;
using Cordon.Events;
using Cordon.Telemetry.Discovery;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Json;

/// <summary>
/// Opens logs of Windows events in JSON: a record a line, an array, or objects one behind the other; flat as NXLog ships them, nested as
/// Winlogbeat and evtx_dump do. <c>docs/formats/json.md</c> says which member becomes which field.
/// </summary>
/// <remarks>One instance serves a whole scan; readers and their buffers are used again from part to part.</remarks>
public sealed class JsonLogs
{
    private const long PartSize = 4 * 1_024 * 1_024;
    private readonly FieldTable _fields;
    private readonly ConcurrentBag<JsonPartReader> _idle = [];

    /// <summary>Makes an opener whose events answer to the field ids of <paramref name="fields"/>.</summary>
    public JsonLogs(FieldTable fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = fields;
    }

    /// <summary>The parts of one log: of one with a record a line several, which can be read at the same time.</summary>
    public IEnumerable<EventPart> Open(FoundLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        JsonLayout layout;
        try
        {
            layout = JsonSniffer.LayoutOf(log.Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new RefusedPart(log, fault.Message)];
        }

        return Cut(log, layout);
    }

    /// <summary>The part of a log that is read from a stream, such as a member of an archive.</summary>
    /// <param name="source">Its report.</param>
    /// <param name="head">Its beginning.</param>
    /// <param name="content">Where its bytes are; given back once it was read.</param>
    /// <param name="bytes">What it counts for in progress.</param>
    internal EventPart Open(SourceReport source, ReadOnlySpan<byte> head, LogContent content, long bytes) =>
        new JsonStreamPart(this, source, JsonSniffer.LayoutOf(head), content, bytes);

    internal JsonPartReader Rent() => _idle.TryTake(out JsonPartReader? reader) ? reader : new JsonPartReader(_fields);

    internal void Return(JsonPartReader reader) => _idle.Add(reader);

    private IEnumerable<EventPart> Cut(FoundLog log, JsonLayout layout)
    {
        var report = new SourceReport(log.Path, "json", log.Bytes);
        bool isCut = layout.IsLines && layout.Encoding is null;
        long parts = isCut ? Math.Max(1, (log.Bytes + PartSize - 1) / PartSize) : 1;
        for (long i = 0; i < parts; i++)
        {
            long from = log.Bytes * i / parts;
            bool isLast = i == parts - 1;
            yield return new JsonPart(this, report, layout, from, log.Bytes * (i + 1) / parts, isLast);
        }
    }
}
