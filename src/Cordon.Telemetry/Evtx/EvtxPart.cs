using Cordon.Events;
using Cordon.Evtx;

namespace Cordon.Telemetry.Evtx;

/// <summary>A run of chunks of one event log.</summary>
internal sealed class EvtxPart(
    EvtxLogs logs,
    SharedFile shared,
    SourceReport source,
    long[] chunks,
    long bytes,
    bool isFirst,
    bool isLast
) : EventPart
{
    /// <inheritdoc/>
    public override SourceReport Source => source;

    /// <inheritdoc/>
    public override long Bytes => bytes;

    /// <inheritdoc/>
    public override bool IsLast => isLast;

    /// <inheritdoc/>
    public override PartReport Read(Action<LogEvent> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        EvtxPartReader reader = logs.Rent();
        try
        {
            return reader.Read(shared.File, source.Path, chunks, isFirst ? shared.File.Damage : [], onEvent);
        }
        finally
        {
            logs.Return(reader);
            shared.Release();
        }
    }
}
