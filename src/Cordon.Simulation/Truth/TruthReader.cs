using System.Text.Json;
using Cordon.Simulation.Evaluation;

namespace Cordon.Simulation.Truth;

/// <summary>Reads truth.json.</summary>
internal static class TruthReader
{
    /// <exception cref="EvaluationException">It can't be used.</exception>
    public static TruthDocument Load(string path, EvaluationLimits limits)
    {
        var facts = new JsonFacts(path, limits);
        using JsonDocument document = facts.Open();
        JsonElement root = document.RootElement;
        List<TruthMember> members =
        [
            .. facts
                .List(root, "members", "")
                .Select(m => new TruthMember(
                    facts.Text(m.Item, "id", m.Where),
                    facts.Text(m.Item, "name", m.Where),
                    facts.Text(m.Item, "folder", m.Where),
                    (int)facts.Number(m.Item, "accounts", m.Where, 0, int.MaxValue)
                )),
        ];
        return new TruthDocument(
            facts.Number(root, "seed", "", long.MinValue, long.MaxValue),
            facts.Text(root, "profile", ""),
            (int)facts.Number(root, "days", "", 1, 100_000),
            members,
            [.. facts.List(root, "attempts", "").Select(a => Attempt(facts, a.Item, a.Where))]
        );
    }

    // Truth that was written by earlier versions does not say it.
    private static Behind BehindOf(JsonFacts facts, JsonElement item, string where) =>
        item.TryGetProperty("behind", out JsonElement behind) && behind.ValueKind == JsonValueKind.Object
            ? new Behind(
                facts.Text(behind, "sort", where),
                facts.Text(behind, "actor", where),
                facts.Text(behind, "name", where),
                behind.TryGetProperty("reported", out JsonElement reported) && reported.ValueKind == JsonValueKind.True
            )
            : Behind.Unsaid;

    private static TruthAttempt Attempt(JsonFacts facts, JsonElement item, string where) =>
        new()
        {
            Id = facts.Text(item, "id", where),
            Organisation = facts.Text(item, "organisation", where),
            Kind = facts.Text(item, "kind", where),
            Campaign = facts.Text(item, "campaign", where),
            Actor = facts.Text(item, "actor", where),
            Behind = BehindOf(facts, item, where),
            First = facts.Time(item, "first", where),
            Last = facts.Time(item, "last", where),
            Techniques = facts.Texts(item, "techniques", where),
            Outcome = facts.Outcome(item, "outcome", where),
            Knowable = facts.Outcome(item, "knowable", where),
            MissingLogs = [],
            Targets =
            [
                .. facts
                    .List(item, "targets", where)
                    .Select(t => new TruthTarget(
                        facts.Text(t.Item, "kind", t.Where),
                        facts.Text(t.Item, "name", t.Where),
                        facts.Outcome(t.Item, "outcome", t.Where),
                        facts.Outcome(t.Item, "knowable", t.Where)
                    )),
            ],
        };
}
