using Cordon.Events;
using Cordon.Incidents;

namespace Cordon.Reporting.Answers;

/// <summary>A target over all incidents that touched it, with the worst that came of it.</summary>
/// <param name="Observable">What it is.</param>
/// <param name="Outcome">The worst outcome.</param>
internal sealed record TargetLine(Observable Observable, Outcome Outcome)
{
    /// <summary>Each target once, worst first, then by name.</summary>
    public static IReadOnlyList<TargetLine> Of(IEnumerable<Incident> incidents)
    {
        var worst = new Dictionary<Observable, Outcome>();
        foreach (IncidentTarget target in incidents.SelectMany(static i => i.Targets))
        {
            if (!worst.TryGetValue(target.Observable, out Outcome known) || target.Outcome > known)
            {
                worst[target.Observable] = target.Outcome;
            }
        }

        return
        [
            .. worst
                .Select(static pair => new TargetLine(pair.Key, pair.Value))
                .Where(static line => line.Outcome != Outcome.NotAnAttack)
                .OrderByDescending(static line => line.Outcome)
                .ThenBy(static line => line.Observable.Kind)
                .ThenBy(static line => line.Observable.Value, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static line => line.Observable.Value, StringComparer.Ordinal),
        ];
    }
}
