using System.Text.Json;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Evaluation;

/// <summary>An incident as incidents.json has it. Immutable.</summary>
internal sealed record AnsweredIncident(
    string Id,
    string Organisation,
    DateTime First,
    DateTime Last,
    TruthOutcome Outcome,
    double Probability,
    IReadOnlyList<string> Techniques,
    IReadOnlyList<AnsweredTarget> Targets
)
{
    /// <summary>Who is said to be behind it; null where nothing is said.</summary>
    public AnsweredAttribution? Attribution { get; init; }

    /// <summary>Reads incidents.json.</summary>
    /// <exception cref="EvaluationException">It can't be used.</exception>
    public static List<AnsweredIncident> Load(string path, EvaluationLimits limits)
    {
        var facts = new JsonFacts(path, limits);
        using JsonDocument document = facts.Open();
        List<AnsweredIncident> incidents = [];
        foreach ((JsonElement item, string where) in facts.List(document.RootElement, "incidents", ""))
        {
            incidents.Add(
                new AnsweredIncident(
                    facts.Text(item, "id", where),
                    facts.Text(item, "organisation", where),
                    facts.Time(item, "first", where),
                    facts.Time(item, "last", where),
                    facts.Said(item, "outcome", where),
                    facts.Probability(item, "probability", where),
                    facts.Texts(item, "techniques", where),
                    [
                        .. facts
                            .List(item, "targets", where)
                            .Select(t => new AnsweredTarget(
                                facts.Text(t.Item, "kind", t.Where),
                                facts.Text(t.Item, "name", t.Where),
                                facts.Said(t.Item, "outcome", t.Where),
                                t.Item.TryGetProperty("probability", out _)
                                    ? facts.Probability(t.Item, "probability", t.Where)
                                    : null
                            )),
                    ]
                )
                {
                    Attribution = AnsweredAttribution.Read(facts, item, where),
                }
            );
        }

        return incidents;
    }
}

/// <summary>A target as incidents.json has it.</summary>
internal sealed record AnsweredTarget(string Kind, string Name, TruthOutcome Outcome, double? Probability);
