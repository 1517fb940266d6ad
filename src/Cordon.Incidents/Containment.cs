namespace Cordon.Incidents;

/// <summary>What the logs show of the defenders' answer for one target.</summary>
/// <param name="Statement">What was done, one sentence.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="After">How long after the first sign that the password was right or access was given; null where there was none before.</param>
public sealed record Containment(string Statement, DateTime Time, TimeSpan? After);
