using System.Text.Json;

namespace Cordon.Simulation.Evaluation;

/// <summary>Who is said to be behind an incident, as incidents.json has it. Immutable.</summary>
/// <param name="IsAttributed">Whether it is held for somebody's.</param>
/// <param name="Actors">The named actors, each with its probability, in the order of the file.</param>
internal sealed record AnsweredAttribution(bool IsAttributed, IReadOnlyList<(string Id, double Probability)> Actors)
{
    /// <summary>The likeliest named actor; null where none is named.</summary>
    public (string Id, double Probability)? Leading =>
        Actors.Count == 0 ? null : Actors.MaxBy(static a => a.Probability);

    /// <summary>Reads the member <c>attribution</c>; null where it is not there: an answer of an earlier version, or one that nobody asked for.</summary>
    public static AnsweredAttribution? Read(JsonFacts facts, JsonElement incident, string where)
    {
        if (
            !incident.TryGetProperty("attribution", out JsonElement attribution)
            || attribution.ValueKind != JsonValueKind.Object
        )
        {
            return null;
        }

        string here = where + "attribution.";
        List<(string, double)> actors = [];
        foreach ((JsonElement item, string place) in facts.List(attribution, "hypotheses", here))
        {
            if (facts.Text(item, "kind", place) == "actor")
            {
                actors.Add((facts.Text(item, "id", place), facts.Probability(item, "probability", place)));
            }
        }

        return new AnsweredAttribution(facts.Text(attribution, "status", here) == "attributed", actors);
    }
}
