namespace Cordon.Reporting;

/// <summary>What became of the correlations of a scan.</summary>
public sealed record CorrelationFigures
{
    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>Whether they were run: not where the scan stopped before its end.</summary>
    public required bool WasRun { get; init; }

    /// <summary>Events that they looked at.</summary>
    public required long Events { get; init; }

    /// <summary>Of these, copies of a record that another log holds too.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Records carved out of slack space, which they do not look at.</summary>
    public required long Recovered { get; init; }

    /// <summary>Events that do not say when they happened.</summary>
    public required long WithoutTime { get; init; }

    /// <summary>Events without a value for a field that keeps events apart, counted once for each correlation.</summary>
    public required long WithoutGroup { get; init; }

    /// <summary>Events without a value, or a number, that a condition reckons with; counted likewise.</summary>
    public required long WithoutValue { get; init; }

    /// <summary>Events left out because memory is bounded; counted likewise.</summary>
    public required long BeyondLimits { get; init; }
}
