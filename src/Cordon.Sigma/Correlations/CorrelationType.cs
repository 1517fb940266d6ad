namespace Cordon.Sigma;

/// <summary>What a correlation looks at (Sigma 2.1, correlation rules, "Correlation Types").</summary>
public enum CorrelationType
{
    /// <summary>How many events there are.</summary>
    EventCount,

    /// <summary>How many different values a field, or a combination of fields, takes.</summary>
    ValueCount,

    /// <summary>Events of different rules near one another in time.</summary>
    Temporal,

    /// <summary>Events of different rules near one another in time, in the order of the rules.</summary>
    TemporalOrdered,

    /// <summary>The sum of a field.</summary>
    ValueSum,

    /// <summary>The arithmetic mean of a field.</summary>
    ValueAverage,

    /// <summary>A percentile of a field.</summary>
    ValuePercentile,

    /// <summary>The median of a field; an extension that other tools know too.</summary>
    ValueMedian,
}
