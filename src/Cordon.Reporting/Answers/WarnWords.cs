using Cordon.Incidents;
using Cordon.Sector.Warnings;
using ProbabilityWords = Cordon.Attribution.ProbabilityWords;

namespace Cordon.Reporting.Answers;

/// <summary>Says in a sentence or two who must be warned next, the same in every output.</summary>
internal static class WarnWords
{
    private const int NamesShown = 4;

    /// <summary>The warnings as they should be dealt with: the most urgent reason first, then the likeliest.</summary>
    public static IReadOnlyList<Warning> MostUrgentFirst(IEnumerable<Warning> warnings) =>
        [
            .. warnings
                .OrderBy(static w => w.Reasons.Min(static r => r.Kind))
                .ThenByDescending(static w => w.Likelihood)
                .ThenBy(static w => w.Recipient.Name, StringComparer.Ordinal)
                .ThenBy(static w => w.Id, StringComparer.Ordinal),
        ];

    /// <summary>The answer for one organisation; "nobody" says what it rests on.</summary>
    /// <param name="report">The organisation's report.</param>
    /// <param name="attempts">Its incidents without those that were no attack.</param>
    /// <param name="warnings">Its warnings.</param>
    public static IReadOnlyList<string> Whom(
        OrganisationReport report,
        IReadOnlyList<Incident> attempts,
        IReadOnlyList<Warning> warnings
    )
    {
        int suppliers = report.Organisation.Suppliers.Count;
        if (warnings.Count == 0)
        {
            return
            [
                attempts.Count == 0 ? "There is no incident to warn anybody of."
                : suppliers == 0 ? "That can't be said: cordon.yaml lists no suppliers or partners."
                : $"Nobody, as far as these logs show: no incident was seen to reach {(suppliers == 1 ? "the supplier or partner" : $"one of the {Wording.Count(suppliers)} suppliers and partners")} in cordon.yaml.",
            ];
        }

        Warning[] recipients =
        [
            .. MostUrgentFirst(warnings).DistinctBy(static w => w.Recipient.Name, StringComparer.Ordinal),
        ];
        string names = string.Join(
            ", ",
            recipients
                .Take(NamesShown)
                .Select(static w =>
                    $"{Phrase.Cut(w.Recipient.Name)} ({ProbabilityWords.Of(w.Likelihood)}, {Phrase.Percent(w.Likelihood)})"
                )
        );
        string more =
            recipients.Length > NamesShown ? $" and {Wording.Count(recipients.Length - NamesShown)} more" : "";
        string order = recipients.Length > 1 ? ", most urgent first:" : "";
        return [$"It concerns{order} {names}{more}. Nothing was sent."];
    }
}
