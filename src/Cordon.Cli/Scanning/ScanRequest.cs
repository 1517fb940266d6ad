using Cordon.Detection.Activities;
using Cordon.Events;

namespace Cordon.Cli.Scanning;

/// <summary>What a call of <c>cordon scan</c> asks for.</summary>
internal sealed record ScanRequest
{
    /// <summary>Files and folders to read.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Rule files and folders; empty for the built-in rules.</summary>
    public required IReadOnlyList<string> RulePaths { get; init; }

    /// <summary>The tuning file to use; null for none.</summary>
    public string? TuningPath { get; init; }

    /// <summary>The organisation's file to use for all logs; null to look for <c>cordon.yaml</c> beside them.</summary>
    public string? OrganisationPath { get; init; }

    /// <summary>A file that changes thresholds of analytics; null for none.</summary>
    public string? AnalyticsPath { get; init; }

    /// <summary>A file that describes log formats of the user's own; null for none.</summary>
    public string? MappingPath { get; init; }

    /// <summary>A store, file or folder of indicators to look for; null for none.</summary>
    public string? IndicatorsPath { get; init; }

    /// <summary>Folder for the result files; null for none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Rules below it are left out.</summary>
    public Level MinLevel { get; init; }

    /// <summary>Events before it are left out, UTC.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Events at or after it are left out, UTC.</summary>
    public DateTime? Until { get; init; }

    /// <summary>A finding of this level or above makes the exit code 3.</summary>
    public Level? FailOn { get; init; }

    /// <summary>Whether slack space is searched for deleted records.</summary>
    public bool Recover { get; init; }

    /// <summary>Rules are read from their files alone, and nothing is kept of them.</summary>
    public bool NoCache { get; init; }

    /// <summary>Worker threads.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many bytes of activities are kept in memory before they are moved to disk, as for <see cref="ActivityCollector"/>.</summary>
    public long ActivityMemory { get; init; } = ActivityCollector.DefaultMemoryBytes;

    /// <summary>No progress line.</summary>
    public bool Quiet { get; init; }

    /// <summary>No colours.</summary>
    public bool NoColor { get; init; }
}
