namespace Cordon.Detection.Correlating;

/// <summary>What became of the correlations of a scan.</summary>
public sealed record CorrelationReport
{
    /// <summary>How many correlations ran.</summary>
    public int Correlations { get; init; }

    /// <summary>How many events they looked at.</summary>
    public long Events { get; internal set; }

    /// <summary>Of these, copies of a record that another log holds too; each record counts once.</summary>
    public long Duplicates { get; internal set; }

    /// <summary>Records carved out of slack space, which correlations do not look at.</summary>
    public long Recovered { get; internal set; }

    /// <summary>Events that do not say when they happened, so that they cannot be put in order.</summary>
    public long WithoutTime { get; internal set; }

    /// <summary>Events without a value for a field of <c>group-by</c>, counted once for each correlation.</summary>
    public long WithoutGroup { get; internal set; }

    /// <summary>Events without a value, or a number, that a condition reckons with; counted likewise.</summary>
    public long WithoutValue { get; internal set; }

    /// <summary>Events left out because memory is bounded; counted likewise.</summary>
    public long BeyondLimits { get; internal set; }
}
