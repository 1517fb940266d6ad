namespace Cordon.Detection.Cases;

/// <summary>What a regression case came to.</summary>
public sealed record LogCaseResult
{
    /// <summary>How often the rule had to fire; null for at least once.</summary>
    public required long? Expected { get; init; }

    /// <summary>How often it fired.</summary>
    public required long Found { get; init; }

    /// <summary>How many records the log has.</summary>
    public required long Records { get; init; }

    /// <summary>How many places of the log could not be read.</summary>
    public required long Problems { get; init; }

    /// <summary>Why the log could not be read at all; null where it was.</summary>
    public required string? Refusal { get; init; }

    /// <summary>The record numbers for which the rule fired, the first few.</summary>
    public required IReadOnlyList<ulong> Fired { get; init; }

    /// <summary>Whether the rule fired as often as it had to. Firing too often is a failure too: the rule has become broader.</summary>
    public bool IsPassed => Refusal is null && (Expected is { } count ? Found == count : Found > 0);
}
