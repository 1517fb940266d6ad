namespace Cordon.Intelligence.Indicators;

/// <summary>What an indicator is a sign of. Many indicators have the same, which is kept once.</summary>
/// <param name="Label">In the source's words; null where it says nothing.</param>
/// <param name="Refs">By identifier.</param>
internal readonly record struct IndicatorSign(string? Label, IReadOnlyList<string> Refs);
