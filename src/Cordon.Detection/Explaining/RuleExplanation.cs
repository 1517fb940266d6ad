using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Detection.Explaining;

/// <summary>Why a rule fires for an event or does not. Owns its memory.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Event">The event.</param>
/// <param name="Source">What the rule's log source stands for.</param>
/// <param name="Routes">The ways of that log source, in the map's order; empty where none is served.</param>
public sealed record RuleExplanation(
    SigmaRule Rule,
    EventOrigin Event,
    LogSourceResolution Source,
    IReadOnlyList<RouteResult> Routes
)
{
    /// <summary>Whether the rule fires.</summary>
    public bool Fires => Routes.Any(static route => route.Fires);
}
