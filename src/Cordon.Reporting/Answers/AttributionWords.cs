using Cordon.Attribution;
using Cordon.Incidents;

namespace Cordon.Reporting.Answers;

/// <summary>Puts attribution into words, the same in every output. How likely and how sure stand in sentences of their own, as analysts are taught.</summary>
public static class AttributionWords
{
    // Where "unlikely" begins; a name that is less than that is not said at the top, where somebody in a hurry takes it for an answer.
    private const double LeastNamed = 0.225;

    /// <summary>A status in files.</summary>
    public static string Of(AttributionStatus status) =>
        status == AttributionStatus.Attributed ? "attributed" : "unattributed";

    /// <summary>A kind of hypothesis in files.</summary>
    public static string Of(HypothesisKind kind) =>
        kind switch
        {
            HypothesisKind.Actor => "actor",
            HypothesisKind.Criminal => "criminal",
            HypothesisKind.NoAttack => "no-attack",
            _ => "unknown",
        };

    /// <summary>A kind of reason in files.</summary>
    public static string Of(ReasonKind kind) =>
        kind switch
        {
            ReasonKind.Infrastructure => "infrastructure",
            ReasonKind.Malware => "malware",
            ReasonKind.Lure => "lure",
            ReasonKind.Timing => "timing",
            ReasonKind.Target => "target",
            ReasonKind.Absence => "absence",
            _ => "technique",
        };

    /// <summary>Who a hypothesis names, with who delimits it so.</summary>
    internal static string Name(Hypothesis one) =>
        one.Keeper.Length == 0 ? one.Name : $"{Phrase.Cut(one.Name)} ({Phrase.Cut(one.Keeper)})";

    /// <summary>Words and number: <c>likely (71 %)</c>.</summary>
    internal static string HowLikely(Hypothesis one) => $"{one.Words} ({Phrase.Percent(one.Probability)})";

    /// <summary>The answer for one organisation.</summary>
    internal static IReadOnlyList<string> Who(IReadOnlyList<Incident> attempts, AttributionReport attributions)
    {
        if (attempts.Count == 0)
        {
            return ["There is no incident to ask it of."];
        }

        (Incident Incident, IncidentAttribution Said)[] said =
        [
            .. attempts
                .Select(i => (Incident: i, Said: attributions.Of(i)))
                .Where(static p => p.Said is not null)
                .Select(static p => (p.Incident, p.Said!)),
        ];
        if (said.Length == 0)
        {
            return ["Nobody was asked."];
        }

        List<string> sentences = [];
        foreach (
            IGrouping<string, (Incident Incident, IncidentAttribution Said)> actor in said.Where(static p =>
                    p.Said.Status == AttributionStatus.Attributed
                )
                .GroupBy(static p => p.Said.Leading!.Id, StringComparer.Ordinal)
                .OrderByDescending(static g => g.Max(static p => p.Said.Leading!.Probability))
                .ThenBy(static g => g.Key, StringComparer.Ordinal)
        )
        {
            Hypothesis best = actor.Select(static p => p.Said.Leading!).MaxBy(static h => h.Probability)!;
            string of =
                attempts.Count == 1
                    ? ""
                    : $", {Wording.Count(actor.Count())} of {Wording.Counted(attempts.Count, "incident")}";
            string[] deniers = [.. actor.SelectMany(p => Deniers(p.Said, best.Id)).Distinct(StringComparer.Ordinal)];
            string denied =
                deniers.Length == 0
                    ? ""
                    : $" What is said of it is denied by {Phrase.Cut(deniers[0])}{(deniers.Length > 1 ? $" and {deniers.Length - 1} more" : "")}.";
            sentences.Add(
                $"{Upper(best.Words)} ({Phrase.Percent(best.Probability)}) {Name(best)}{of}. {best.For[0].Statement} Confidence in that evidence is {best.Confidence}.{denied}"
            );
        }

        int rest = attempts.Count - said.Count(static p => p.Said.Status == AttributionStatus.Attributed);
        if (rest > 0)
        {
            Hypothesis? nearest = said.Where(static p => p.Said.Status == AttributionStatus.Unattributed)
                .Select(static p => p.Said.Leading)
                .OfType<Hypothesis>()
                .OrderByDescending(static h => h.Probability)
                .ThenBy(static h => h.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            string who =
                sentences.Count == 0 ? "Not attributed" : $"{Wording.Counted(rest, "more incident")} not attributed";
            sentences.Add(
                nearest is null ? $"{who}: nothing points to an actor that is known."
                : nearest.Probability < LeastNamed ? $"{who}: no known actor is more than highly unlikely."
                : $"{who}. Nearest: {Name(nearest)}, {HowLikely(nearest)}."
            );
        }

        return sentences;
    }

    /// <summary>Who denies what is said of an actor.</summary>
    internal static IEnumerable<string> Deniers(IncidentAttribution attribution, string actor) =>
        attribution
            .Claims.Where(c => c.Actor == actor && c.Stance is "denies" or "retracts" && c.AssertedBy.Count > 0)
            .Select(static c => c.AssertedBy[0]);

    /// <summary>A claim in one line: who says it, how he is graded, when, and what.</summary>
    internal static string Line(RelatedClaim claim)
    {
        string by =
            claim.AssertedBy.Count == 0
                ? "somebody"
                : string.Join(" through ", claim.AssertedBy.Select(Phrase.Cut).Take(3));
        string[] facts =
        [
            .. new[]
            {
                claim.Grade,
                claim.Said is { } said
                    ? said.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                    : "",
            }.Where(static t => t.Length > 0),
        ];
        string about = facts.Length == 0 ? "" : $" ({string.Join(", ", facts)})";
        string verb = claim.Stance switch
        {
            "denies" => "denies that",
            "retracts" => "takes back that",
            "reports" => "passes on that",
            _ => "says that",
        };
        string outcome = claim.Outcome is "unstated" ? "" : $", {claim.Outcome}";
        return $"{by}{about} {verb} {claim.Subject} {claim.Predicate} {claim.Object}{outcome}.";
    }

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
