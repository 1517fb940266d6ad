namespace Cordon.Sigma;

/// <summary>How large a log source map may be; a map beyond a limit is refused.</summary>
public sealed record LogSourceMapLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static LogSourceMapLimits Default { get; } = new();

    /// <summary>Characters of text: 4,194,304 by default.</summary>
    public int MaxCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>Keys, values and lists together: 200,000 by default.</summary>
    public int MaxNodes { get; init; } = 200_000;

    /// <summary>Lists and mappings inside each other: 12 by default; the format itself needs 8.</summary>
    public int MaxDepth { get; init; } = 12;
}
