using Cordon.Events;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Json;

/// <summary>A whole log in JSON that is read from a stream.</summary>
internal sealed class JsonStreamPart(
    JsonLogs logs,
    SourceReport source,
    JsonLayout layout,
    LogContent content,
    long bytes
) : EventPart
{
    /// <inheritdoc/>
    public override SourceReport Source => source;

    /// <inheritdoc/>
    public override long Bytes => bytes;

    /// <inheritdoc/>
    public override bool IsLast => true;

    /// <inheritdoc/>
    public override PartReport Read(Action<LogEvent> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        JsonPartReader reader = logs.Rent();
        using (content)
        {
            try
            {
                return reader.Read(source.Path, layout, content.Open, onEvent);
            }
            finally
            {
                logs.Return(reader);
            }
        }
    }
}
