using Cordon.Attribution.Evidence;
using Cordon.Attribution.Knowledge;
using Cordon.Incidents;

namespace Cordon.Attribution.Ranking;

/// <summary>Puts the answer on one incident together.</summary>
internal static class AttributionMaker
{
    public static IncidentAttribution Make(
        IncidentFacts facts,
        EvidenceBoard board,
        ActorProfiles profiles,
        bool hasIndicators,
        AttributionOptions options
    )
    {
        Incident incident = facts.Incident;
        double attack =
            incident.Outcome == Outcome.NotAnAttack || !double.IsFinite(incident.Probability)
                ? 0
                : Math.Clamp(incident.Probability, 0, 1);
        Ranks ranks = Ranks.Of(board.Cases, attack, profiles.WithTechniques, options);
        Ranks Without(string publisher) => Ranks.Of(board.Cases, attack, profiles.WithTechniques, options, publisher);
        Standing[] listed = [.. ranks.Actors.Where(s => s.Probability >= options.LeastListed).Take(options.MaxActors)];
        double unlisted = ranks.Actors.Sum(static s => s.Probability) - listed.Sum(static s => s.Probability);
        ranks = ranks with { Unknown = ranks.Unknown + unlisted };
        Hypothesis[] hypotheses =
        [
            .. listed
                .Select(s => Named(s, incident, options))
                .Concat(OtherHypotheses.Of(facts, board, ranks, hasIndicators, options))
                .OrderByDescending(static h => h.Probability)
                .ThenBy(static h => h.Inconsistency)
                .ThenBy(static h => h.Kind)
                .ThenBy(static h => h.Id, StringComparer.Ordinal),
        ];
        return new IncidentAttribution
        {
            IncidentId = incident.Id,
            Status = StatusOf(ranks),
            Hypotheses = hypotheses,
            Claims = ClaimSelection.Of(facts, [.. listed.Select(static s => s.Case.Profile)], profiles, options),
            SetAside = [.. SetAside(board, profiles)],
            Overlaps = Overlap.Of([.. listed.Select(static s => s.Case.Profile.Actor)]),
            WouldChange = Sensitivity.Of(facts, ranks, Without, hasIndicators),
        };
    }

    /// <summary>Whether the likeliest actor reaches <i>likely</i>.</summary>
    public static AttributionStatus StatusOf(Ranks ranks) =>
        ranks.Actors.Count > 0 && ranks.Actors[0].Probability >= ProbabilityWords.LeastLikely
            ? AttributionStatus.Attributed
            : AttributionStatus.Unattributed;

    private static Hypothesis Named(Standing standing, Incident incident, AttributionOptions options)
    {
        ActorCase one = standing.Case;
        List<Reason> support = [.. one.Soft.Where(static r => r.Weight > 0), .. OwnerReasons.Of(one, options)];
        List<Reason> against = [.. one.Soft.Where(static r => r.Weight < 0)];
        OwnerMatch[] disputed = [.. one.Matches.Where(static m => m.IsDisputed)];
        if (disputed.Length > 0)
        {
            string[] values =
            [
                .. disputed
                    .Select(static m => m.Value)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Order(StringComparer.Ordinal),
            ];
            against.Add(
                new Reason
                {
                    Kind = ReasonKind.Infrastructure,
                    Statement = $"Of {string.Join(", ", values.Take(3))} other sources say that it is another's.",
                    Weight = options.Contradiction,
                    Indicators = [.. values.Take(options.MaxCited)],
                    Findings =
                    [
                        .. disputed
                            .SelectMany(static m => m.Findings)
                            .Distinct(StringComparer.Ordinal)
                            .Take(options.MaxCited),
                    ],
                }
            );
        }

        if (standing.Rivals.Count > 0)
        {
            against.Add(
                new Reason
                {
                    Kind = ReasonKind.Infrastructure,
                    Statement =
                        $"Infrastructure was met that is named as {string.Join(", ", standing.Rivals.Take(options.MaxActors))}'s.",
                    Weight = -1,
                }
            );
        }

        double probability = Math.Round(standing.Probability, 4);
        return new Hypothesis
        {
            Kind = HypothesisKind.Actor,
            Id = one.Profile.Id,
            Name = one.Profile.Actor.Name,
            Keeper = one.Profile.Actor.Keeper,
            Probability = probability,
            Words = ProbabilityWords.Of(probability),
            Confidence = ConfidenceOf(standing, incident),
            Cap = standing.Cap,
            For = Strongest(support, options),
            Against = Strongest(against, options),
            Inconsistency = Math.Round(standing.Inconsistency, 4),
        };
    }

    private static Reason[] Strongest(IEnumerable<Reason> reasons, AttributionOptions options) =>
        [
            .. reasons
                .OrderByDescending(static r => Math.Abs(r.Weight))
                .ThenBy(static r => r.Kind)
                .ThenBy(static r => r.Statement, StringComparer.Ordinal)
                .Take(options.MaxReasons)
                .Select(static r => r with { Weight = Math.Round(r.Weight, 4) }),
        ];

    // How good the evidence is: its sources' grades, their number, and the logs; not how much it says.
    private static string ConfidenceOf(Standing standing, Incident incident) =>
        standing.Owner.StrongPublishers == 0 || standing.Rivals.Count > 0 || incident.Confidence == "low" ? "low"
        : standing.Owner.IsIndependent && incident.Confidence == "high" ? "high"
        : "moderate";

    private static IEnumerable<string> SetAside(EvidenceBoard board, ActorProfiles profiles)
    {
        foreach (string sentence in board.SetAside)
        {
            yield return sentence;
        }

        if (board.CommonTechniques.Count > 0)
        {
            yield return $"{string.Join(", ", board.CommonTechniques.Keys.Take(10))}: published of half or more of the {profiles.WithTechniques} actors with published techniques, so that it fits all hypotheses.";
        }
    }
}
