using System.Globalization;
using Cordon.Attribution.Evidence;
using Cordon.Attribution.Wording;

namespace Cordon.Attribution.Ranking;

/// <summary>Puts what sources name as an actor's into reasons: one for each publisher.</summary>
internal static class OwnerReasons
{
    private const int ValuesShown = 3;

    public static IEnumerable<Reason> Of(ActorCase one, AttributionOptions options)
    {
        foreach (
            IGrouping<string, OwnerMatch> publisher in one
                .Matches.GroupBy(static m => PlainKey.Of(m.From.Publisher), StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
        )
        {
            OwnerMatch[] matches =
            [
                .. publisher
                    .OrderByDescending(static m => m.Odds)
                    .ThenBy(static m => m.Value, StringComparer.Ordinal)
                    .ThenBy(static m => m.From.ToString(), StringComparer.Ordinal),
            ];
            OwnerMatch best = matches[0];
            string[] values = [.. matches.Select(static m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
            string shown = string.Join(", ", values.Take(ValuesShown));
            string more = values.Length > ValuesShown ? $" and {values.Length - ValuesShown} more" : "";
            string grade = best.From.Grade is { } graded
                ? $"graded {graded}{(best.From.IsSelfGraded ? " by itself" : "")}"
                : "not graded";
            string doubt = best.Doubt.Length > 0 ? $"; {best.Doubt}" : "";
            yield return new Reason
            {
                Kind = best.Kind,
                Statement = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{best.From.Publisher} ({grade}) names {shown}{more} as its own; worth {best.Worth * 100:0} % on the event's day{doubt}."
                ),
                Weight = Math.Log(1 + best.Odds),
                Indicators = [.. values.Take(options.MaxCited)],
                Findings =
                [
                    .. matches
                        .SelectMany(static m => m.Findings)
                        .Distinct(StringComparer.Ordinal)
                        .Take(options.MaxCited),
                ],
                Sources =
                [
                    .. matches
                        .Select(static m => m.From.ToString())
                        .Distinct(StringComparer.Ordinal)
                        .Take(options.MaxCited),
                ],
                Grade = best.From.Grade ?? "",
            };
        }
    }
}
