namespace Cordon.Sigma;

/// <summary>Rules as they are to run: with filters put in, and tuned.</summary>
public sealed record AdjustedRules
{
    /// <summary>The rules and correlations to run. Those that were disabled are not among them.</summary>
    public required RuleSet Set { get; init; }

    /// <summary>What filters and tuning are for and was not found, and entries that are no longer in force: warnings.</summary>
    public required IReadOnlyList<SigmaProblem> Problems { get; init; }

    /// <summary>How many filters concern at least one rule.</summary>
    public required int Filters { get; init; }

    /// <summary>How many rules have at least one filter.</summary>
    public required int Filtered { get; init; }

    /// <summary>How many rules and correlations the tuning gave another level.</summary>
    public required int Relevelled { get; init; }

    /// <summary>How many rules the tuning gave exclusions.</summary>
    public required int Excluded { get; init; }

    /// <summary>The rules and correlations that the tuning switched off, with the reason given, or null.</summary>
    public required IReadOnlyList<(SigmaDocument Document, string? Reason)> Disabled { get; init; }
}
