using Cordon.Evtx;
using Cordon.Telemetry.Containers;
using Cordon.Telemetry.Mapping;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry;

/// <summary>How logs are recognised and read. Immutable.</summary>
public sealed record LogReaderOptions
{
    /// <summary>The options that hold where none are given.</summary>
    public static LogReaderOptions Default { get; } = new();

    /// <summary>How Windows event logs are read.</summary>
    public EvtxOptions Evtx { get; init; } = EvtxOptions.Default;

    /// <summary>How far packed files are unpacked.</summary>
    public ContainerLimits Containers { get; init; } = ContainerLimits.Default;

    /// <summary>Where times are meant whose log gives no zone, by the log's path: UTC by default.</summary>
    public Func<string, TimeZoneInfo> ZoneOf { get; init; } = static _ => TimeZoneInfo.Utc;

    /// <summary>The user's own formats (<c>docs/formats/mapping.md</c>); they are asked before all others.</summary>
    public IReadOnlyList<LogMapping> Mappings { get; init; } = [];

    internal IReadOnlyList<ILogFormat> Formats =>
        Mappings.Count == 0 ? LogFormats.All : [.. Mappings.Select(m => new MappedFormat(m)), .. LogFormats.All];
}
