namespace Cordon.Intelligence.Importing;

/// <summary>How much of what somebody else wrote is taken; what is beyond is refused and counted.</summary>
public sealed record ImportLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>Bytes of one file that is read whole (all but STIX and plain lists): 256 MiB.</summary>
    public long MaxFile { get; init; } = 256L << 20;

    /// <summary>Objects and lists inside each other: 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Actors, software and claims of one import: 1,000,000.</summary>
    public int MaxEntities { get; init; } = 1_000_000;

    /// <summary>Names of one actor: 1,000.</summary>
    public int MaxNames { get; init; } = 1_000;

    /// <summary>Indicators of one import: 20,000,000.</summary>
    public int MaxIndicators { get; init; } = 20_000_000;

    /// <summary>Files of a folder: 100,000.</summary>
    public int MaxFiles { get; init; } = 100_000;
}
