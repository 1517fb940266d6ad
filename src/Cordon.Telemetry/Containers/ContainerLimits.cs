namespace Cordon.Telemetry.Containers;

/// <summary>How far packed files are unpacked. What is beyond a limit is told and passed over; what came before it stays.</summary>
public sealed record ContainerLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static ContainerLimits Default { get; } = new();

    /// <summary>How many containers may lie inside each other, gzip around tar being two: 4 by default.</summary>
    public int MaxDepth { get; init; } = 4;

    /// <summary>Members of one file, with those of archives within: 100,000 by default.</summary>
    public int MaxMembers { get; init; } = 100_000;

    /// <summary>Bytes of one member, unpacked: 64 GiB by default.</summary>
    public long MaxMemberBytes { get; init; } = 64L << 30;

    /// <summary>Bytes that one file may unpack to, however small it is: 1 GiB by default. Beyond, <see cref="MaxRatio"/> counts.</summary>
    public long FreeBytes { get; init; } = 1L << 30;

    /// <summary>How many times its own length a file may unpack to: 200 by default.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Bytes that one file may unpack to at most: 512 GiB by default.</summary>
    public long MaxTotalBytes { get; init; } = 512L << 30;

    /// <summary>Characters of a member's name: 1,024 by default. Longer ones are cut where they are shown.</summary>
    public int MaxNameLength { get; init; } = 1024;

    /// <summary>Bytes of a member that are kept in memory; larger ones go to a temporary file: 8 MiB by default.</summary>
    public int MaxMemoryBytes { get; init; } = 8 << 20;
}
