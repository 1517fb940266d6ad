using Cordon.Sigma.Evaluation;

namespace Cordon.Detection.Explaining;

/// <summary>One way in which events serve a rule's log source, and what became of an event there.</summary>
/// <param name="Target">The target's id in the map of log sources.</param>
/// <param name="Refusal">Why the event is none of the target's; null where it is one.</param>
/// <param name="IsStandIn">Whether such events stand in for those that the log source is named after.</param>
/// <param name="Condition">The rule's condition as the target shows the event; null where it was refused.</param>
public sealed record RouteResult(string Target, string? Refusal, bool IsStandIn, TestResult? Condition)
{
    /// <summary>Whether the rule fires by this way.</summary>
    public bool Fires => Condition?.Truth == Truth.True;
}
