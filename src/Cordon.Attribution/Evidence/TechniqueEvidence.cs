using Cordon.Attribution.Knowledge;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Evidence;

/// <summary>
/// Compares techniques with what is published of actors: the rarer, the more it says; what most have says nothing. A way in that an actor with many published techniques is
/// not reported to use speaks against it.
/// </summary>
internal static class TechniqueEvidence
{
    public static void Gather(
        IncidentFacts facts,
        ActorProfiles profiles,
        AttributionOptions options,
        EvidenceBoard board
    )
    {
        // Lures and timing are compared next; whom they will make a candidate is looked at for its ways in, too.
        foreach (
            ActorProfile actor in facts
                .Lures.Keys.SelectMany(profiles.Luring)
                .Concat(facts.Techniques.Keys.SelectMany(profiles.AttackingBy))
        )
        {
            board.For(actor);
        }

        Dictionary<string, List<(string Technique, double Weight)>> shared = new(StringComparer.Ordinal);
        foreach (string technique in facts.Techniques.Keys)
        {
            IReadOnlyList<ActorProfile> users = profiles.Using(technique);
            if (users.Count == 0)
            {
                continue;
            }

            if (users.Count >= options.CommonTechnique * profiles.WithTechniques)
            {
                board.CommonTechniques[technique] = users.Count;
                continue;
            }

            double weight = options.TechniqueWeight * Math.Log((double)profiles.WithTechniques / users.Count);
            foreach (ActorProfile user in users)
            {
                // One that is told as the whole or as a part only says half as much.
                double match = user.Techniques.ContainsKey(technique) ? 1 : 0.5;
                if (!shared.TryGetValue(user.Id, out List<(string, double)>? list))
                {
                    shared.Add(user.Id, list = []);
                }

                list.Add((technique, weight * match));
            }
        }

        foreach ((string id, List<(string Technique, double Weight)> list) in shared)
        {
            double weight = Math.Min(options.MostTechniques, list.Sum(static t => t.Weight));
            if (weight >= options.LeastTechniques || board.Find(id) is not null)
            {
                ActorCase to = board.For(profiles.Find(id)!);
                to.IsCandidate |= weight >= options.LeastTechniques;
                to.Soft.Add(Same(facts, to.Profile, list, weight, profiles, options));
            }
        }

        foreach (ActorCase one in board.Cases)
        {
            Strange(facts, one, options);
        }
    }

    private static Reason Same(
        IncidentFacts facts,
        ActorProfile actor,
        List<(string Technique, double Weight)> list,
        double weight,
        ActorProfiles profiles,
        AttributionOptions options
    )
    {
        string[] techniques = [.. list.Select(static t => t.Technique)];
        string[] told = [.. techniques.Select(t => actor.Techniques.ContainsKey(t) ? t : $"the like of {t}")];
        ActorTechnique[] said =
        [
            .. actor.Techniques.Values.Where(t =>
                techniques.Any(o => ActorProfiles.ParentOf(o) == ActorProfiles.ParentOf(t.Id))
            ),
        ];
        string mapped = said.Any(static t => t.IsOurMapping) ? " (Cordon's reading of the source's words)" : "";
        string rarest = list.OrderByDescending(static t => t.Weight).First().Technique;
        return new Reason
        {
            Kind = ReasonKind.Technique,
            Statement =
                $"{string.Join(", ", told.Take(options.MaxCited))} {(techniques.Length == 1 ? "is" : "are")} published of it{mapped}; {rarest} or its like of {profiles.Using(rarest).Count} of {profiles.WithTechniques} actors.",
            Weight = weight,
            Techniques = techniques,
            Findings =
            [
                .. techniques
                    .SelectMany(t => facts.Techniques[t])
                    .Distinct(StringComparer.Ordinal)
                    .Take(options.MaxCited),
            ],
            Sources =
            [
                .. said.Select(static t => t.From.ToString()).Distinct(StringComparer.Ordinal).Take(options.MaxCited),
            ],
            Grade =
                said.Select(static t => t.From.Grade).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault()
                ?? "",
        };
    }

    private static void Strange(IncidentFacts facts, ActorCase one, AttributionOptions options)
    {
        if (one.Profile.Techniques.Count < options.KnownTechniques)
        {
            return;
        }

        HashSet<string> known = [.. one.Profile.Techniques.Keys.Select(IncidentFacts.WayIn)];
        string[] strange = [.. facts.WaysIn.Where(w => !known.Contains(w))];
        if (strange.Length == 0)
        {
            return;
        }

        one.Soft.Add(
            new Reason
            {
                Kind = ReasonKind.Technique,
                Statement =
                    $"{string.Join(", ", strange)} is not among the {one.Profile.Techniques.Count} techniques that are published of it; what nobody reported may be done all the same.",
                Weight = options.StrangeWayIn * Math.Min(2, strange.Length),
                Techniques = strange,
                Findings =
                [
                    .. facts
                        .Techniques.Where(t => strange.Contains(IncidentFacts.WayIn(t.Key), StringComparer.Ordinal))
                        .SelectMany(static t => t.Value)
                        .Distinct(StringComparer.Ordinal)
                        .Take(options.MaxCited),
                ],
                Sources =
                [
                    .. one
                        .Profile.Techniques.Values.Select(static t => t.From.ToString())
                        .Distinct(StringComparer.Ordinal)
                        .Take(options.MaxCited),
                ],
            }
        );
    }
}
