using Cordon.Settings;

namespace Cordon.Telemetry.Mapping;

/// <summary>What the fields of a log that Cordon does not know mean, as a user's file says (<c>docs/formats/mapping.md</c>). Immutable.</summary>
public sealed record LogMapping
{
    /// <summary>What reports call it.</summary>
    public required string Name { get; init; }

    /// <summary>Fields that have to be in a file's first record or header for it to be of this log; at least one.</summary>
    public required IReadOnlyList<string> Match { get; init; }

    /// <summary>The product in Sigma's words.</summary>
    public required string Product { get; init; }

    /// <summary>Sigma's service or category.</summary>
    public required string Channel { get; init; }

    /// <summary>The field that says when it was.</summary>
    public required string Time { get; init; }

    /// <summary>Where times without a zone are meant; null for what holds for all logs.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Whether <c>1/2/2026</c> is the first of February.</summary>
    public bool IsDayFirst { get; init; }

    /// <summary>What is between the fields of a table; null to find out.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The field that names who wrote the record; empty for none.</summary>
    public string Computer { get; init; } = "";

    /// <summary>The field that names the program that wrote it, or the event's provider; empty for none.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The field that holds the event's code; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Names that events also answer to, and the field that each stands for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Names and texts that every event has besides.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Constants { get; init; } = [];

    /// <summary>Reads the mappings of a file.</summary>
    /// <exception cref="SettingsException">The file can't be used; the message says why and where.</exception>
    public static IReadOnlyList<LogMapping> Read(SettingsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return MappingFile.Read(file);
    }
}
