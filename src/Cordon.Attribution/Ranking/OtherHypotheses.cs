using System.Globalization;
using Cordon.Attribution.Evidence;
using Cordon.Events;

namespace Cordon.Attribution.Ranking;

/// <summary>The hypotheses that name nobody, with what speaks for and against them. They always compete.</summary>
internal static class OtherHypotheses
{
    public static IEnumerable<Hypothesis> Of(
        IncidentFacts facts,
        EvidenceBoard board,
        Ranks ranks,
        bool hasIndicators,
        AttributionOptions options
    )
    {
        Standing? leading = ranks.Actors.Count > 0 ? ranks.Actors[0] : null;
        List<Reason> against = [];
        if (leading is { Case.Matches.Count: > 0 })
        {
            against.AddRange(
                OwnerReasons
                    .Of(leading.Case, options)
                    .Select(r =>
                        r with
                        {
                            Weight = -r.Weight,
                            Statement = $"{leading.Case.Profile.Actor.Name}: {r.Statement}",
                        }
                    )
            );
        }

        if (ranks.Unknown + ranks.Criminal > 0)
        {
            yield return Make(
                HypothesisKind.Unknown,
                "an actor that is not described, or not listed here",
                ranks.Unknown,
                [Absence(facts, board, leading, hasIndicators, options)],
                against
            );
            yield return Make(
                HypothesisKind.Criminal,
                "criminals, or tools that everybody can have",
                ranks.Criminal,
                Common(facts, board, options),
                against
            );
        }

        if (ranks.NoAttack > 0.005 || ranks.Unknown + ranks.Criminal <= 0)
        {
            yield return Make(
                HypothesisKind.NoAttack,
                "nobody: a test, an insider or a mistake",
                ranks.NoAttack,
                [],
                Attack(facts, options)
            );
        }
    }

    private static Hypothesis Make(
        HypothesisKind kind,
        string name,
        double probability,
        IReadOnlyList<Reason> support,
        IReadOnlyList<Reason> against
    )
    {
        double rounded = Math.Round(Math.Clamp(probability, 0, 1), 4);
        return new Hypothesis
        {
            Kind = kind,
            Name = name,
            Probability = rounded,
            Words = ProbabilityWords.Of(rounded),
            Confidence = "low",
            For = support,
            Against =
            [
                .. against.OrderBy(static r => r.Weight).ThenBy(static r => r.Statement, StringComparer.Ordinal),
            ],
            Inconsistency = Math.Round(against.Sum(static r => -r.Weight), 4),
        };
    }

    private static Reason Absence(
        IncidentFacts facts,
        EvidenceBoard board,
        Standing? leading,
        bool hasIndicators,
        AttributionOptions options
    )
    {
        int looked = facts.Observables.Count;
        return new Reason
        {
            Kind = ReasonKind.Absence,
            Statement =
                !hasIndicators ? "No indicators were given to look for, so that no infrastructure can name anybody."
                : leading is { Case.Matches.Count: > 0 } ? "Sources err, and what they name changes hands."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of {looked} addresses, domains, links and files of the incident none is known to be anybody's{(board.SetAside.Count > 0 ? "; what was met says nothing" : "")}."
                ),
            Weight = 0,
            Findings =
            [
                .. facts
                    .Observables.SelectMany(static o => o.Findings)
                    .Distinct(StringComparer.Ordinal)
                    .Take(options.MaxCited),
            ],
        };
    }

    private static Reason[] Common(IncidentFacts facts, EvidenceBoard board, AttributionOptions options)
    {
        if (board.CommonTechniques.Count == 0)
        {
            return [];
        }

        string[] techniques = [.. board.CommonTechniques.Keys];
        return
        [
            new Reason
            {
                Kind = ReasonKind.Technique,
                Statement = $"{string.Join(", ", techniques.Take(options.MaxCited))}: in reach of anybody.",
                Weight = 0,
                Techniques = techniques,
                Findings =
                [
                    .. techniques
                        .SelectMany(t => facts.Techniques[t])
                        .Distinct(StringComparer.Ordinal)
                        .Take(options.MaxCited),
                ],
            },
        ];
    }

    private static Reason[] Attack(IncidentFacts facts, AttributionOptions options)
    {
        Finding? strongest = facts
            .Incident.Findings.OrderByDescending(static f => f.Rule.Level)
            .ThenByDescending(static f => f.Rule.Kind == FindingKind.Analytic)
            .ThenBy(static f => f.Time)
            .ThenBy(static f => f.Rule.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return strongest is null || options.MaxReasons == 0
            ? []
            :
            [
                new Reason
                {
                    Kind = ReasonKind.Technique,
                    Statement = $"{strongest.Rule.Title}: that is what attacks look like.",
                    Weight = -1,
                    Findings = [strongest.Id],
                    Techniques = strongest.Rule.Techniques,
                },
            ];
    }
}
