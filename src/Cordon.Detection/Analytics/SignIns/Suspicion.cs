namespace Cordon.Detection.Analytics.SignIns;

/// <summary>A sign-in that may be an attacker's.</summary>
/// <param name="Attempt">The sign-in.</param>
/// <param name="Weight">Log-likelihood ratio, natural logarithm.</param>
/// <param name="Reasons">What speaks for it, in words.</param>
internal sealed record Suspicion(Attempt Attempt, double Weight, IReadOnlyList<string> Reasons);
