namespace Cordon.Detection.Coverage;

/// <summary>What a <see cref="CoverageRecorder"/> saw of one part of a log. Immutable once taken.</summary>
public sealed class CoveragePart
{
    internal CoveragePart(IReadOnlyList<StreamPart> streams, long unassigned) =>
        (Streams, Unassigned) = (streams, unassigned);

    internal IReadOnlyList<StreamPart> Streams { get; }

    /// <summary>Records of streams beyond the limit.</summary>
    internal long Unassigned { get; }
}
