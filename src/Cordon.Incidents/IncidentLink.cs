using Cordon.Events;

namespace Cordon.Incidents;

/// <summary>Why two groups of findings are held for one incident.</summary>
/// <param name="Observable">What they have in common.</param>
/// <param name="Weight">How much that says: the rarer the observable, the more.</param>
/// <param name="Statement">In words: <c>the lure's recipient signed in from a new network 40 minutes later</c>.</param>
public sealed record IncidentLink(Observable Observable, double Weight, string Statement);
