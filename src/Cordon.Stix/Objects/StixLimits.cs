namespace Cordon.Stix;

/// <summary>How large what is read may be; what is beyond is refused with its place, and costs nothing beside it.</summary>
public sealed record StixLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static StixLimits Default { get; } = new();

    /// <summary>Bytes of one object: 16 MiB by default. One that is longer is passed over.</summary>
    public int MaxObjectBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Objects and lists inside each other: 64 by default.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Objects of one bundle: 20,000,000 by default.</summary>
    public long MaxObjects { get; init; } = 20_000_000;
}
