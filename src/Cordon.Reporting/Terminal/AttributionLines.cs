using Cordon.Attribution;
using Cordon.Reporting.Answers;

namespace Cordon.Reporting.Terminal;

/// <summary>Who may be behind an incident, in a few lines: the answer, the ranking, the strongest for and against, what would change it, and who says what.</summary>
internal static class AttributionLines
{
    private const int ClaimsShown = 3;
    private const int ReasonsShown = 2;
    private const int NamesShown = 3;

    // A remote chance is not worth a tired reader's lines.
    private const double WorthTelling = 0.075;

    /// <summary>Writes them.</summary>
    /// <param name="put">Takes a label, which may be empty, and a text.</param>
    /// <param name="attribution">What is said.</param>
    public static void Write(Action<string, string> put, IncidentAttribution attribution)
    {
        Hypothesis? leading = attribution.Leading;
        bool isAttributed = attribution.Status == AttributionStatus.Attributed;
        put(
            "who",
            isAttributed
                ? $"{AttributionWords.HowLikely(leading!)}: {AttributionWords.Name(leading!)}"
                : Ranking(attribution)
        );
        if (leading is null || (!isAttributed && leading.Probability < WorthTelling))
        {
            return;
        }

        if (isAttributed)
        {
            put("", $"confidence in the evidence: {leading.Confidence}");
        }

        string name = isAttributed ? "" : $" {Phrase.Cut(leading.Name)}";
        foreach (Reason reason in leading.For.Take(ReasonsShown))
        {
            put("", $"for{name}: {reason.Statement}");
        }

        foreach (Reason reason in leading.Against.Take(1))
        {
            put("", $"against{name}: {reason.Statement}");
        }

        if (leading.Cap.Length > 0)
        {
            put("", $"no more than that: {leading.Cap}");
        }

        if (
            attribution.WouldChange.Count > 0
            && (isAttributed || leading.For.Any(static r => r.Kind is ReasonKind.Infrastructure or ReasonKind.Malware))
        )
        {
            put("", $"would change it: {attribution.WouldChange[0]}");
        }

        foreach (RelatedClaim claim in Told(attribution, leading, isAttributed))
        {
            put("", $"said: {AttributionWords.Line(claim)}");
        }
    }

    private static string Ranking(IncidentAttribution attribution)
    {
        Hypothesis[] named = [.. attribution.Hypotheses.Where(static h => h.Kind == HypothesisKind.Actor)];
        if (named.Length == 0)
        {
            return "not attributed: nothing points to an actor that is known";
        }

        string nearest = string.Join(
            ", ",
            named.Take(NamesShown).Select(static h => $"{AttributionWords.Name(h)} {AttributionWords.HowLikely(h)}")
        );
        return $"not attributed; nearest: {nearest}";
    }

    // A claim and its denial stand together, or the claim alone says too much.
    private static IEnumerable<RelatedClaim> Told(
        IncidentAttribution attribution,
        Hypothesis leading,
        bool isAttributed
    )
    {
        RelatedClaim? first = attribution.Claims.FirstOrDefault(c =>
            c.Actor == leading.Id && c.Predicate == "targets" && c.Answers.Length == 0
        );
        return first is null ? []
            : isAttributed || attribution.Claims.Any(c => c.Answers == first.Id)
                ?
                [
                    first,
                    .. attribution
                        .Claims.Where(c => c.Answers == first.Id && first.Id.Length > 0)
                        .Take(ClaimsShown - 1),
                ]
            : [];
    }
}
