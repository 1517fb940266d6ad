using Cordon.Attribution.Knowledge;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Evidence;

/// <summary>Compares what lures were about with what is said of actors' lures. A theme is easily borrowed.</summary>
internal static class LureEvidence
{
    public static void Gather(
        IncidentFacts facts,
        ActorProfiles profiles,
        AttributionOptions options,
        EvidenceBoard board
    )
    {
        if (facts.Lures.Count == 0)
        {
            return;
        }

        foreach ((string theme, List<string> findings) in facts.Lures)
        {
            IReadOnlyList<ActorProfile> users = profiles.Luring(theme);
            if (users.Count > options.MostWithLure)
            {
                board.Leave($"Lures about '{theme}' are said to be sent by {users.Count} actors.");
                continue;
            }

            foreach (ActorProfile actor in users)
            {
                ActorLure lure = actor.Lures[theme];
                ActorCase to = board.For(actor);
                to.IsCandidate = true;
                to.Soft.Add(
                    new Reason
                    {
                        Kind = ReasonKind.Lure,
                        Statement =
                            $"The lures are about '{theme}', as {lure.From.Publisher} says of {(users.Count == 1 ? "it and of nobody else here" : $"{users.Count} actors")}.",
                        Weight = options.SameLure,
                        Findings = findings,
                        Sources = [lure.From.ToString()],
                        Grade = lure.From.Grade ?? "",
                    }
                );
            }
        }

        foreach (ActorCase one in board.Cases)
        {
            if (one.Profile.Lures.Count == 0 || facts.Lures.Keys.Any(one.Profile.Lures.ContainsKey))
            {
                continue;
            }

            one.Soft.Add(
                new Reason
                {
                    Kind = ReasonKind.Lure,
                    Statement =
                        $"The lures are about {List(facts.Lures.Keys)}; its own are said to be about {List(one.Profile.Lures.Keys)}.",
                    Weight = options.OtherLure,
                    Findings =
                    [
                        .. facts
                            .Lures.SelectMany(static l => l.Value)
                            .Distinct(StringComparer.Ordinal)
                            .Take(options.MaxCited),
                    ],
                    Sources =
                    [
                        .. one
                            .Profile.Lures.Values.Select(static l => l.From.ToString())
                            .Distinct(StringComparer.Ordinal),
                    ],
                }
            );
        }
    }

    private static string List(IEnumerable<string> themes) =>
        string.Join(", ", themes.Take(5).Select(static t => $"'{t}'"));
}
