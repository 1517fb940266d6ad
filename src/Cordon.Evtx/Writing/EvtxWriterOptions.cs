namespace Cordon.Evtx.Writing;

/// <summary>How a log is written.</summary>
public sealed class EvtxWriterOptions
{
    /// <summary>The version in the file header.</summary>
    public EvtxVersion Version { get; init; } = EvtxVersion.Version31;

    /// <summary>The id of the first record, unless the event itself has one. Default 1.</summary>
    public ulong FirstRecordId { get; init; } = 1;

    /// <summary>
    /// Whether the header's chunk count stops at 65,535 in a log with more chunks (over 4 GiB). By default it goes on
    /// from 0, as Windows does in its 16 bits.
    /// </summary>
    public bool SaturateChunkCount { get; init; }
}

/// <summary>Versions of the EVTX format.</summary>
public enum EvtxVersion
{
    /// <summary>3.1, Windows Vista to Windows 10.</summary>
    Version31 = 1,

    /// <summary>3.2, Windows 10 2004 and later.</summary>
    Version32 = 2,
}
