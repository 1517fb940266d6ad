namespace Cordon.Telemetry.Rows;

/// <summary>What the reader of a row format may need beside the bytes.</summary>
/// <param name="Source">The path that events show; of a file within an archive <c>archive.zip!/inner/name</c>.</param>
/// <param name="Zone">Where times without a zone are meant; UTC by default.</param>
/// <param name="Modified">When the file was last written, UTC: tells the year where lines have none. Null where not known.</param>
internal sealed record RowContext(string Source, TimeZoneInfo Zone, DateTime? Modified);
