namespace Cordon.Sigma;

/// <summary>Bounds on what correlating takes in memory. Where one is met, what is lost is counted in <see cref="CorrelationLosses"/>.</summary>
public sealed record CorrelationLimits
{
    /// <summary>The limits that hold unless others are given.</summary>
    public static CorrelationLimits Default { get; } = new();

    /// <summary>How many groups (combinations of <c>group-by</c> values) all correlations together may have open at a time; at least 1.</summary>
    public int MaxGroups { get; init; } = 200_000;

    /// <summary>How many events all windows together may hold; at least 1.</summary>
    public int MaxEvents { get; init; } = 1_000_000;

    /// <summary>How many events a match cites; at least 2.</summary>
    public int MaxCited { get; init; } = 100;
}
