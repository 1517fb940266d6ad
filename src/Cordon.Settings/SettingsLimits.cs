namespace Cordon.Settings;

/// <summary>How large a settings file may be; one beyond a limit is refused.</summary>
public sealed record SettingsLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static SettingsLimits Default { get; } = new();

    /// <summary>Characters of text: 4,194,304 by default.</summary>
    public int MaxCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>Keys, values and lists together: 200,000 by default.</summary>
    public int MaxNodes { get; init; } = 200_000;

    /// <summary>Lists and mappings inside each other: 12 by default.</summary>
    public int MaxDepth { get; init; } = 12;
}
