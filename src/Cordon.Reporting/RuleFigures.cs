namespace Cordon.Reporting;

/// <summary>What became of the rules of a scan.</summary>
public sealed record RuleFigures
{
    /// <summary>Where the rules came from, for people: <c>built-in</c> or the paths given.</summary>
    public required string Origin { get; init; }

    /// <summary>Rules that were loaded and not left out by level.</summary>
    public required int Loaded { get; init; }

    /// <summary>Rules that can't be used; <c>rules check</c> says why.</summary>
    public required int Refused { get; init; }

    /// <summary>Rules that were loaded and are below the lowest level asked for.</summary>
    public required int BelowLevel { get; init; }

    /// <summary>Filters that concern at least one rule.</summary>
    public int Filters { get; init; }

    /// <summary>Rules that have at least one filter.</summary>
    public int Filtered { get; init; }

    /// <summary>Rules and correlations that the user's tuning switched off.</summary>
    public int Disabled { get; init; }

    /// <summary>Rules and correlations to which the user's tuning gave another level.</summary>
    public int Relevelled { get; init; }

    /// <summary>Rules to which the user's tuning gave exclusions.</summary>
    public int Excluded { get; init; }

    /// <summary>Loaded rules whose log source no reader serves (cloud, Linux, network …).</summary>
    public required int NotServed { get; init; }

    /// <summary>Loaded rules whose log source is served, but of which the input had no event: they could not fire.</summary>
    public required int WithoutEvents { get; init; }
}
