using Cordon.Events;
using Cordon.Telemetry.Discovery;

namespace Cordon.Telemetry;

/// <summary>Stands for a file that can't be read: shows no event and says why.</summary>
internal sealed class RefusedPart(FoundLog log, string reason) : EventPart
{
    /// <inheritdoc/>
    public override SourceReport Source { get; } = new(log.Path, "", log.Bytes) { Refusal = reason };

    /// <inheritdoc/>
    public override long Bytes => log.Bytes;

    /// <inheritdoc/>
    public override bool IsLast => true;

    /// <inheritdoc/>
    public override PartReport Read(Action<LogEvent> onEvent) => new(0, [], 0);
}
