namespace Cordon.Reporting.Page;

/// <summary>What the page tells of the scan itself.</summary>
public sealed record ReportFigures
{
    /// <summary>When the scan was made, UTC; null leaves it out.</summary>
    public DateTime? ScannedAt { get; init; }

    /// <summary>The program's version, such as <c>0.1.0</c>; empty leaves it out.</summary>
    public string Version { get; init; } = "";

    /// <summary>What was read and by which rules; null leaves the section out. Its wall time is not shown, so that the same logs give the same page.</summary>
    public ScanFigures? Scan { get; init; }
}
