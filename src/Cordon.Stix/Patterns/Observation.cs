namespace Cordon.Stix.Patterns;

/// <summary>An observation expression: what must have been observed, and in which relation in time (STIX 2.1, section 9.6 and 9.7).</summary>
internal abstract record Observation
{
    /// <summary>One observation for which the comparison holds.</summary>
    internal sealed record One(Comparison Comparison) : Observation;

    /// <summary>Both, by different observations.</summary>
    internal sealed record Both(Observation Left, Observation Right) : Observation;

    /// <summary>One of both.</summary>
    internal sealed record Either(Observation Left, Observation Right) : Observation;

    /// <summary>Both, by different observations, the right one's not before the left one's.</summary>
    internal sealed record Followed(Observation Left, Observation Right) : Observation;

    /// <summary>All observations lie within a span.</summary>
    internal sealed record Within(Observation Inner, double Seconds) : Observation;

    /// <summary>It holds so many times, each by different observations.</summary>
    internal sealed record Repeated(Observation Inner, int Times) : Observation;

    /// <summary>All observations lie between two times, the end left out.</summary>
    internal sealed record Between(Observation Inner, StixTimestamp Start, StixTimestamp Stop) : Observation;
}
