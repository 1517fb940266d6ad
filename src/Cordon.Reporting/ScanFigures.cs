using Cordon.Events;

namespace Cordon.Reporting;

/// <summary>What a scan read, for the closing words.</summary>
public sealed record ScanFigures
{
    /// <summary>One report for each source, in order.</summary>
    public required IReadOnlyList<SourceReport> Sources { get; init; }

    /// <summary>How many files were met, read or not; more than <see cref="Sources"/> where the scan was stopped.</summary>
    public required int FilesFound { get; init; }

    /// <summary>Why the scan did not come to its end; null where it did.</summary>
    public string? Stopped { get; init; }

    /// <summary>Wall time.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What became of the rules.</summary>
    public required RuleFigures Rules { get; init; }

    /// <summary>What became of the correlations; null where there was none.</summary>
    public CorrelationFigures? Correlations { get; init; }

    /// <summary>Files written, for the last lines; empty where none.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];
}
