using Cordon.Attribution.Evidence;
using Cordon.Attribution.Knowledge;
using Cordon.Intelligence.Claims;

namespace Cordon.Attribution.Ranking;

/// <summary>
/// Picks what sources say that bears on the listed actors, and on attacks of the kind that nobody is named for; whatever answers a claim, above all a denial, comes with
/// it. A denial does not cancel what it denies.
/// </summary>
internal static class ClaimSelection
{
    private const int MostOfActor = 3;
    private const int MostAnswers = 3;

    public static IReadOnlyList<RelatedClaim> Of(
        IncidentFacts facts,
        IReadOnlyList<ActorProfile> actors,
        ActorProfiles profiles,
        AttributionOptions options
    )
    {
        List<RelatedClaim> picked = [];
        HashSet<Claim> seen = new(ReferenceEqualityComparer.Instance);
        foreach (ActorProfile actor in actors)
        {
            foreach (
                Claim claim in Relevant(facts, actor.Claims.Where(static c => c.Stance is not ClaimStance.Denies))
                    .Take(MostOfActor)
            )
            {
                Take(claim, actor.Id);
            }
        }

        foreach (Claim claim in Relevant(facts, profiles.OfNobody.Where(c => IsAlike(facts, c, options))).Take(1))
        {
            Take(claim, "");
        }

        return picked;

        void Take(Claim claim, string actor)
        {
            if (picked.Count >= options.MaxClaims || !seen.Add(claim))
            {
                return;
            }

            picked.Add(Make(claim, actor));
            if (claim.Id is null)
            {
                return;
            }

            foreach (
                Claim answer in profiles
                    .Answers[claim.Id]
                    .OrderBy(static a => a.Stance is ClaimStance.Denies or ClaimStance.Retracts ? 0 : 1)
                    .ThenBy(static a => a.Said)
                    .ThenBy(static a => a.Id, StringComparer.Ordinal)
                    .Take(MostAnswers)
            )
            {
                if (picked.Count < options.MaxClaims && seen.Add(answer))
                {
                    picked.Add(Make(answer, actor));
                }
            }
        }
    }

    // Of the kind first, then of attacks at all, then the rest; the nearest in time first.
    private static IEnumerable<Claim> Relevant(IncidentFacts facts, IEnumerable<Claim> claims) =>
        claims
            .OrderBy(c =>
                TimingEvidence.IsOfKind(facts, c) ? 0
                : c.Predicate == "targets" ? 1
                : 2
            )
            .ThenBy(c => TimingEvidence.DaysBetween(facts, c) ?? int.MaxValue)
            .ThenBy(static c => c.Id, StringComparer.Ordinal)
            .ThenBy(static c => c.Object, StringComparer.Ordinal);

    // A claim that names nobody is told where the incident shows two of its techniques or more, and all ways in, within its time.
    private static bool IsAlike(IncidentFacts facts, Claim claim, AttributionOptions options)
    {
        if (
            !TimingEvidence.IsOfKind(facts, claim)
            || (TimingEvidence.DaysBetween(facts, claim) ?? int.MaxValue) > options.NearDays
        )
        {
            return false;
        }

        HashSet<string> parents = [.. facts.Techniques.Keys.Select(ActorProfiles.ParentOf)];
        return claim.Techniques.Select(ActorProfiles.ParentOf).Distinct(StringComparer.Ordinal).Count(parents.Contains)
            > 1;
    }

    private static RelatedClaim Make(Claim claim, string actor) =>
        new()
        {
            Id = claim.Id ?? "",
            Actor = actor,
            Subject = claim.Subject,
            Predicate = claim.Predicate,
            Object = claim.Object,
            Stance = ClaimWords.Of(claim.Stance),
            Outcome = ClaimWords.Of(claim.Outcome),
            AssertedBy = claim.AssertedBy,
            Grade = claim.Grade ?? "",
            Said = claim.Said,
            Source = claim.From?.ToString() ?? "",
            Answers = claim.Answers ?? "",
            Note = claim.Note ?? "",
        };
}
