using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>A piece of a log in JSON: the records that begin within it. The last piece goes on to the end, also of a file that grows.</summary>
internal sealed class JsonPart(JsonLogs logs, SourceReport source, JsonLayout layout, long from, long to, bool isLast)
    : EventPart
{
    /// <inheritdoc/>
    public override SourceReport Source => source;

    /// <inheritdoc/>
    public override long Bytes => to - from;

    /// <inheritdoc/>
    public override bool IsLast => isLast;

    /// <inheritdoc/>
    public override PartReport Read(Action<LogEvent> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        JsonPartReader reader = logs.Rent();
        try
        {
            return reader.Read(source.Path, layout, from, isLast ? long.MaxValue : to, onEvent);
        }
        finally
        {
            logs.Return(reader);
        }
    }
}
