using Cordon.Events;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Judges one target of an incident: the strongest evidence wins, an absence of evidence is held for one only where logs cover it.</summary>
internal static class TargetJudge
{
    public static IncidentTarget Judge(Observable observable, Judgement judgement, bool isOwnScanner)
    {
        var target = new TargetCase(observable);
        switch (observable.Kind)
        {
            case ObservableKind.Account or ObservableKind.EmailAddress:
                AccountJudge.Judge(target, judgement);
                break;
            case ObservableKind.Host:
                HostJudge.Judge(target, judgement);
                break;
        }

        Outcome outcome = target.Reached ?? target.Negative ?? Outcome.Unknown;
        if (isOwnScanner && target.Reached is null)
        {
            outcome = Outcome.NotAnAttack;
            target.Tell(
                outcome,
                4,
                "all of it comes from the organisation's own scanners",
                judgement.Draft.First,
                Samples(target, judgement).Select(f => f.Event),
                []
            );
        }

        TellFindings(target, judgement, target.Reached is null ? outcome : Outcome.Unknown);
        return new IncidentTarget
        {
            Observable = observable,
            Outcome = outcome,
            Probability = Math.Round(Likelihood.OfOutcome(outcome, target), 3),
            Mechanism = target.Mechanism,
            Evidence = target.EvidenceFor(outcome),
            Containment = ContainmentFinder.Find(target, judgement),
            MissingLogs = outcome == Outcome.Unknown ? target.Missing : [],
        };
    }

    private static IEnumerable<Finding> Samples(TargetCase target, Judgement judgement) =>
        judgement.Draft.Groups.Where(g => g.Entities.ContainsKey(target.Target)).SelectMany(g => g.Samples).Take(8);

    /// <summary>What the target is in the incident for: so that each outcome cites findings.</summary>
    private static void TellFindings(TargetCase target, Judgement judgement, Outcome supports)
    {
        if (target.Target.Kind == ObservableKind.Host && target.Reached is not null)
        {
            return;
        }

        IEnumerable<FindingGroup> groups = judgement
            .Draft.Groups.Where(g =>
                g.Entities.TryGetValue(target.Target, out EntityRole role) && role == EntityRole.Target
            )
            .OrderByDescending(g => g.Weight)
            .ThenBy(g => g.First)
            .ThenBy(g => g.Rule.Id, StringComparer.Ordinal)
            .Take(3);
        foreach (FindingGroup group in groups)
        {
            Finding first = group.Samples.First();
            target.Tell(
                supports,
                0.5,
                first.Reason.Length > 0
                    ? first.Reason
                    : $"'{Words.Name(group.Rule.Title)}', {Words.Count(group.Count, "time", "times")}",
                group.First,
                group.Samples.Select(f => f.Event),
                group.Samples
            );
        }
    }
}
