using Cordon.Events;

namespace Cordon.Telemetry.Containers;

/// <summary>Ends a packed file whose members are sources of their own: shows no event, and says what of the file could not be read.</summary>
internal sealed class ContainerPart(SourceReport source, PartReport report) : EventPart
{
    /// <inheritdoc/>
    public override SourceReport Source => source;

    /// <inheritdoc/>
    /// <remarks>Stands for the whole file; the parts of its members for nothing.</remarks>
    public override long Bytes => source.Bytes;

    /// <inheritdoc/>
    public override bool IsLast => true;

    /// <inheritdoc/>
    public override PartReport Read(Action<LogEvent> onEvent) => report;
}
