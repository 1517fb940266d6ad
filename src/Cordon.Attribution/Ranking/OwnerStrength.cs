using Cordon.Attribution.Evidence;
using Cordon.Attribution.Wording;

namespace Cordon.Attribution.Ranking;

/// <summary>What sources' words on infrastructure come to for one actor. A publisher counts once, however many values it names. Immutable.</summary>
internal sealed record OwnerStrength
{
    /// <summary>How many to one against all that is not named.</summary>
    public required double Odds { get; init; }

    /// <summary>Publishers who name it and are worth hearing.</summary>
    public required int Publishers { get; init; }

    /// <summary>Publishers whose word allows <i>likely</i>.</summary>
    public required int StrongPublishers { get; init; }

    /// <summary>Whether one of these is graded as confirmed by others (credibility 1).</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Whether two such publishers name different values: two that name the same one may have it from each other.</summary>
    public required bool IsIndependent { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="matches">What was met.</param>
    /// <param name="least">The odds from which on a publisher is worth hearing.</param>
    /// <param name="without">A publisher that is left out; null for none.</param>
    public static OwnerStrength Of(IReadOnlyList<OwnerMatch> matches, double least, string? without = null)
    {
        IGrouping<string, OwnerMatch>[] publishers =
        [
            .. matches
                .GroupBy(static m => PlainKey.Of(m.From.Publisher), StringComparer.Ordinal)
                .Where(g => g.Key != without)
                .OrderBy(static g => g.Key, StringComparer.Ordinal),
        ];
        double odds = 1;
        foreach (IGrouping<string, OwnerMatch> publisher in publishers)
        {
            odds *= 1 + publisher.Max(static m => m.Odds);
        }

        string[][] strong =
        [
            .. publishers
                .Where(static g => g.Any(static m => m.IsStrong))
                .Select(static g =>
                    g.Where(static m => m.IsStrong)
                        .Select(static m => m.Value)
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .ToArray()
                ),
        ];
        return new OwnerStrength
        {
            Odds = odds - 1,
            Publishers = publishers.Count(g => g.Any(m => m.Odds >= least)),
            StrongPublishers = strong.Length,
            IsConfirmed = publishers.Any(static g => g.Any(static m => m is { IsStrong: true, From.Grade: [_, '1'] })),
            IsIndependent =
                strong.Length > 1
                && strong.SelectMany(static v => v).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any(),
        };
    }
}
