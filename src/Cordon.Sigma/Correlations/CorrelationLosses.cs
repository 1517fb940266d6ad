namespace Cordon.Sigma;

/// <summary>What a correlation could not take into account.</summary>
public sealed record CorrelationLosses
{
    /// <summary>Events that came after one that happened later; they were left out.</summary>
    public long Late { get; internal set; }

    /// <summary>Events without a value for a field of <c>group-by</c>: they belong to no group.</summary>
    public long WithoutGroup { get; internal set; }

    /// <summary>Events without a value, or without a number, where the condition reckons with one.</summary>
    public long WithoutValue { get; internal set; }

    /// <summary>Events for which <see cref="CorrelationLimits"/> left no room.</summary>
    public long BeyondLimits { get; internal set; }
}
