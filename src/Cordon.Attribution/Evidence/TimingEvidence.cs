using Cordon.Attribution.Knowledge;
using Cordon.Intelligence.Claims;

namespace Cordon.Attribution.Evidence;

/// <summary>Compares when the incident was with when something of the kind was said of the actor.</summary>
internal static class TimingEvidence
{
    public static void Gather(
        IncidentFacts facts,
        ActorProfiles profiles,
        AttributionOptions options,
        EvidenceBoard board
    )
    {
        foreach (ActorCase one in board.Cases)
        {
            if (ReasonOf(facts, one.Profile, options) is { } reason)
            {
                one.Soft.Add(reason);
                one.IsCandidate |=
                    reason.Weight > 0 && facts.Techniques.Keys.Any(t => profiles.AttackingBy(t).Contains(one.Profile));
            }
        }
    }

    /// <summary>How many days lie between an incident and a claim; null where the claim has no day.</summary>
    public static int? DaysBetween(IncidentFacts facts, Claim claim)
    {
        if (claim.Said is not { } said)
        {
            return null;
        }

        int first = DateOnly.FromDateTime(facts.Incident.First).DayNumber;
        int last = DateOnly.FromDateTime(facts.Incident.Last).DayNumber;
        return said.DayNumber < first ? first - said.DayNumber : Math.Max(0, said.DayNumber - last);
    }

    /// <summary>Whether a claim says that somebody was attacked in a way that the incident shows.</summary>
    public static bool IsOfKind(IncidentFacts facts, Claim claim) =>
        claim is { Predicate: "targets", Stance: ClaimStance.Asserts or ClaimStance.Reports }
        && claim.Techniques.Any(t => facts.WaysIn.Contains(IncidentFacts.WayIn(t), StringComparer.Ordinal));

    private static Reason? ReasonOf(IncidentFacts facts, ActorProfile actor, AttributionOptions options)
    {
        (Claim Claim, int Days)[] dated =
        [
            .. actor
                .Claims.Where(static c =>
                    c is { Predicate: "targets", Stance: ClaimStance.Asserts or ClaimStance.Reports }
                )
                .Select(c => (Claim: c, Days: DaysBetween(facts, c)))
                .Where(static c => c.Days is not null)
                .Select(static c => (c.Claim, c.Days!.Value))
                .OrderBy(static c => c.Value)
                .ThenBy(static c => c.Claim.Id, StringComparer.Ordinal),
        ];
        if (dated.Length == 0)
        {
            return null;
        }

        (Claim Claim, int Days) near = Array.Find(dated, c => IsOfKind(facts, c.Claim));
        if (near.Claim is not null && near.Days <= options.NearDays)
        {
            return Make(
                near.Claim,
                $"{near.Claim.From?.Publisher ?? near.Claim.AssertedBy[0]} said {(near.Days == 0 ? "at the same time" : $"within {near.Days} days of it")} that it goes after {near.Claim.Object} in this way.",
                options.NearClaim
            );
        }

        (Claim closest, int days) = dated[0];
        return days > options.FarDays
            ? Make(
                closest,
                $"What is said of its attacks lies {days / 365} years or more away from the incident.",
                options.FarClaims
            )
            : null;
    }

    private static Reason Make(Claim claim, string statement, double weight) =>
        new()
        {
            Kind = ReasonKind.Timing,
            Statement = statement,
            Weight = weight,
            Claims = claim.Id is null ? [] : [claim.Id],
            Sources = claim.From is null ? [] : [claim.From.ToString()],
            Grade = claim.Grade ?? "",
        };
}
