using System.Globalization;
using Cordon.Attribution.Evidence;
using Cordon.Attribution.Wording;

namespace Cordon.Attribution.Ranking;

/// <summary>Says what would change the answer: each source left out in turn, and what is missing.</summary>
internal static class Sensitivity
{
    private const int MostPublishers = 5;
    private const int ValuesShown = 3;

    public static IReadOnlyList<string> Of(
        IncidentFacts facts,
        Ranks ranks,
        Func<string, Ranks> without,
        bool hasIndicators
    )
    {
        List<string> sentences = [];
        Standing? leading = ranks.Actors.Count > 0 ? ranks.Actors[0] : null;
        if (leading is { Case.Matches.Count: > 0 })
        {
            sentences.AddRange(WithoutSources(leading, without));
        }

        if (leading is { Owner.StrongPublishers: > 0, Rivals.Count: > 0 })
        {
            sentences.Add("Whose the infrastructure was on that day: sources name several owners.");
        }
        else if (leading is { Owner: { StrongPublishers: > 0, IsIndependent: false } })
        {
            sentences.Add(
                "A second, independent source, graded B2 or better, that names something else of the incident: it would allow 'highly likely'."
            );
        }
        else if (leading is not { Owner.StrongPublishers: > 0 })
        {
            sentences.Add(
                hasIndicators
                    ? $"A source, graded B2 or better, that names an owner of {Shown(facts)}: it would allow 'likely'."
                    : $"Indicators with owners, given with --intel: they would be held against {Shown(facts)}."
            );
        }

        if (facts.Incident.Targets.Any(static t => t.MissingLogs.Count > 0))
        {
            sentences.Add(
                "The logs that are missing for some targets: what was done after getting in tells actors apart best."
            );
        }

        return sentences;
    }

    private static IEnumerable<string> WithoutSources(Standing leading, Func<string, Ranks> without)
    {
        foreach (
            IGrouping<string, OwnerMatch> publisher in leading
                .Case.Matches.GroupBy(static m => PlainKey.Of(m.From.Publisher), StringComparer.Ordinal)
                .OrderByDescending(static g => g.Max(static m => m.Odds))
                .ThenBy(static g => g.Key, StringComparer.Ordinal)
                .Take(MostPublishers)
        )
        {
            Ranks other = without(publisher.Key);
            Standing same = other.Actors.First(s => s.Case == leading.Case);
            string before = ProbabilityWords.Of(leading.Probability);
            string after = ProbabilityWords.Of(same.Probability);
            if (before != after || other.Actors[0].Case != leading.Case)
            {
                string first =
                    other.Actors[0].Case == leading.Case
                        ? ""
                        : $", and {other.Actors[0].Case.Profile.Actor} would stand before it";
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Without what {publisher.First().From.Publisher} says, {leading.Case.Profile.Actor.Name} would be '{after}' ({same.Probability * 100:0} %) and not '{before}'{first}."
                );
            }
        }
    }

    private static string Shown(IncidentFacts facts)
    {
        string[] values =
        [
            .. facts
                .Incident.Sources.Concat(facts.Incident.Related)
                .Where(static o =>
                    o.Kind
                        is Events.ObservableKind.Domain
                            or Events.ObservableKind.Address
                            or Events.ObservableKind.Hash
                            or Events.ObservableKind.Url
                )
                .Select(static o => o.Value)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(ValuesShown),
        ];
        return values.Length == 0 ? "what the incident was done with" : string.Join(", ", values);
    }
}
