using Cordon.Events;
using Cordon.Evtx;
using Cordon.Telemetry.Containers;
using Cordon.Telemetry.Discovery;
using Cordon.Telemetry.Evtx;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry;

/// <summary>Opens whatever was found and cuts it into parts, each of which ends in log events.</summary>
public sealed class LogReader
{
    private readonly FieldTable _fields;
    private readonly LogReaderOptions _options;
    private readonly IReadOnlyList<ILogFormat> _formats;
    private readonly EvtxLogs _evtx;
    private readonly JsonLogs _json;

    /// <summary>Makes a reader whose events answer to the field ids of <paramref name="fields"/>.</summary>
    public LogReader(FieldTable fields, EvtxOptions? evtxOptions = null)
        : this(fields, LogReaderOptions.Default with { Evtx = evtxOptions ?? EvtxOptions.Default }) { }

    /// <summary>Makes a reader whose events answer to the field ids of <paramref name="fields"/>.</summary>
    /// <param name="fields">The table of names.</param>
    /// <param name="options">How logs are read; the same that <see cref="LogFinder"/> was given.</param>
    public LogReader(FieldTable fields, LogReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(options);
        (_fields, _options, _formats) = (fields, options, options.Formats);
        _evtx = new EvtxLogs(fields, options.Evtx);
        _json = new JsonLogs(fields);
    }

    /// <summary>The parts of all logs, in the order of <paramref name="logs"/>. Files are opened as their turn comes.</summary>
    public IEnumerable<EventPart> Open(IEnumerable<FoundLog> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        foreach (FoundLog log in logs)
        {
            IEnumerable<EventPart> parts = log switch
            {
                { Refusal: { } reason } => [new RefusedPart(log, reason)],
                { Format: LogFormat.Evtx } => _evtx.Open(log),
                { Format: LogFormat.Json } => _json.Open(log),
                { Format: LogFormat.Rows, RowFormat: { } format } =>
                [
                    Rows(log.Path, log.Bytes, log.Bytes, format, new FileContent(log.Path)),
                ],
                { Format: LogFormat.Container } => new ContainerOpener(log, _options.Containers, OpenPacked).Open(),
                _ => [new RefusedPart(log, "no log that this version knows")],
            };
            foreach (EventPart part in parts)
            {
                yield return part;
            }
        }
    }

    private RowPart Rows(string shown, long length, long bytes, ILogFormat format, LogContent content) =>
        new(new SourceReport(shown, format.Name, length), bytes, format, content, _fields, _options.ZoneOf(shown));

    private IEnumerable<EventPart>? OpenPacked(string shown, LogContent content, LogSample sample, long bytes)
    {
        Recognition known = LogSniffer.Recognise(sample, _formats, asked: false);
        long length = (content as SpooledContent)?.Length ?? bytes;
        switch (known.Format)
        {
            case LogFormat.Rows:
                return [Rows(shown, length, bytes, known.RowFormat!, content)];
            case LogFormat.Json:
                return [_json.Open(new SourceReport(shown, "json", length), sample.Bytes.Span, content, bytes)];
            case LogFormat.Evtx when content is SpooledContent spooled:
                return _evtx.Open(shown, spooled, bytes);
            case LogFormat.Evtx:
                // Its chunks are read in the order of their records, so it has to lie somewhere.
                using (content)
                using (Stream stream = content.Open())
                {
                    return _evtx.Open(
                        shown,
                        SpooledContent.Of(sample.Name, content.Modified, stream, _options.Containers),
                        bytes
                    );
                }

            default:
                return null;
        }
    }
}
