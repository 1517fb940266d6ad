using Cordon.Events;
using Cordon.Evtx;
using Cordon.Telemetry.Discovery;
using Cordon.Telemetry.Evtx;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry;

/// <summary>Opens whatever was found and cuts it into parts, each of which ends in log events.</summary>
public sealed class LogReader
{
    private readonly EvtxLogs _evtx;
    private readonly JsonLogs _json;

    /// <summary>Makes a reader whose events answer to the field ids of <paramref name="fields"/>.</summary>
    public LogReader(FieldTable fields, EvtxOptions? evtxOptions = null)
    {
        _evtx = new EvtxLogs(fields, evtxOptions);
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
                _ => [new RefusedPart(log, "no log that this version knows")],
            };
            foreach (EventPart part in parts)
            {
                yield return part;
            }
        }
    }
}
