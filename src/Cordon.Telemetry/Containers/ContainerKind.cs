namespace Cordon.Telemetry.Containers;

/// <summary>What a file is packed as.</summary>
internal enum ContainerKind
{
    /// <summary>Nothing that is unpacked.</summary>
    None = 0,

    /// <summary>One stream, gzip.</summary>
    Gzip,

    /// <summary>One stream, Zstandard.</summary>
    Zstandard,

    /// <summary>One stream, bzip2.</summary>
    Bzip2,

    /// <summary>An archive, ZIP.</summary>
    Zip,

    /// <summary>An archive, tar.</summary>
    Tar,

    /// <summary>An archive, 7z.</summary>
    SevenZip,

    /// <summary>Something packed that is not unpacked: xz, RAR, compress, LZ4, cabinet.</summary>
    Foreign,
}
