namespace Cordon.Telemetry.Discovery;

/// <summary>A log format, recognised by content.</summary>
public enum LogFormat
{
    /// <summary>Not recognised.</summary>
    Unknown = 0,

    /// <summary>Windows event log, <c>.evtx</c>.</summary>
    Evtx,

    /// <summary>Windows events in JSON: a record a line, an array, or objects one behind the other.</summary>
    Json,

    /// <summary>Another log, read from its beginning to its end; <see cref="FoundLog.FormatName"/> says which.</summary>
    Rows,

    /// <summary>Something packed: gzip, zip, tar, zstd, bzip2 or 7z. What is in it is recognised as it is unpacked.</summary>
    Container,
}
