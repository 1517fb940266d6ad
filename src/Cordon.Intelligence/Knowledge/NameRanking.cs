namespace Cordon.Intelligence.Knowledge;

/// <summary>
/// Orders the actors that a name may mean. What counts, from the most: the keeper lists the actor under the name; it is the keeper's own earlier name; somebody says that the
/// actor is also called so. A name that its asserter gives to several actors counts for less with each of them.
/// </summary>
internal static class NameRanking
{
    private const double Listed = 1.0;
    private const double ListedByAnother = 0.93;
    private const double OwnEarlier = 0.90;
    private const double FurtherName = 0.70;
    private const double CopyLoss = 0.02;
    private const double OtherSpelling = 0.97;
    private const double Proposal = 0.60;
    private const double Withdrawn = 0.50;
    private const double Corroboration = 0.04;
    private const int MaxReasons = 8;

    /// <summary>An actor's name that fits the one that was asked for.</summary>
    internal readonly record struct Hit(Actor Actor, ActorName Name, bool IsLoose);

    public static IReadOnlyList<NameCandidate> Rank(
        string asked,
        IReadOnlyList<Hit> hits,
        Func<Actor, ISet<string>> keysOf
    )
    {
        Dictionary<string, int> spread = hits.Where(static h => !h.IsLoose && !h.Name.IsListed)
            .GroupBy(static h => h.Name.AssertedBy, StringComparer.Ordinal)
            .ToDictionary(
                static g => g.Key,
                static g => g.Select(static h => h.Actor.Id).Distinct(StringComparer.Ordinal).Count(),
                StringComparer.Ordinal
            );
        List<Scored> all = [];
        foreach (IGrouping<string, Hit> group in hits.GroupBy(static h => h.Actor.Id, StringComparer.Ordinal))
        {
            all.Add(Score(asked, [.. group], spread));
        }

        if (all.Count > 1)
        {
            AddOverlaps(asked, all, keysOf);
        }

        return
        [
            .. all.OrderByDescending(static s => Math.Round(s.Score, 3))
                .ThenByDescending(static s => s.By.Count)
                .ThenBy(static s => s.Actor.Keeper, StringComparer.Ordinal)
                .ThenBy(static s => s.Actor.Id, StringComparer.Ordinal)
                .Select(static s => new NameCandidate(
                    s.Actor.Id,
                    s.Actor.Name,
                    Math.Round(Math.Clamp(s.Score, 0, 1), 3),
                    s.Because,
                    s.By
                )),
        ];
    }

    private static Scored Score(string asked, Hit[] hits, Dictionary<string, int> spread)
    {
        Actor actor = hits[0].Actor;
        Dictionary<Hit, (double Score, string Reason)> scored = hits.Distinct()
            .ToDictionary(static hit => hit, hit => Score(asked, hit, spread));
        List<string> because =
        [
            .. Told(hits)
                .Select(hit => scored[hit])
                .OrderByDescending(static r => r.Score)
                .Select(static r => r.Reason)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxReasons),
        ];
        string[] by =
        [
            .. hits.OrderBy(static h => h.IsLoose)
                .Select(static h => h.Name.AssertedBy)
                .Distinct(StringComparer.Ordinal),
        ];
        double score = scored.Values.Max(static r => r.Score);
        if (score < OwnEarlier && by.Length > 1)
        {
            score = Math.Min(OwnEarlier - 0.01, score + (Corroboration * Math.Min(3, by.Length - 1)));
        }

        foreach ((string who, int actors) in spread)
        {
            if (actors > 1 && hits.Any(h => !h.IsLoose && !h.Name.IsListed && h.Name.AssertedBy == who))
            {
                because.Add($"{who} gives this name to {actors} actors");
            }
        }

        if (actor.IsWithdrawn)
        {
            score *= Withdrawn;
            because.Add($"{actor.Keeper} has withdrawn this entry");
        }

        return new Scored(actor, score, because, by);
    }

    // Lists are copied from place to place: the same word of the same source is told once, with its date where it has one.
    private static IEnumerable<Hit> Told(Hit[] hits) =>
        hits.GroupBy(static h =>
                (h.IsLoose, h.Name.IsListed, h.Name.AssertedBy, h.Name.Vendor, h.Name.Name.ToUpperInvariant())
            )
            .SelectMany(static same =>
                same.Any(static h => h.Name.Date is not null)
                    ? same.Where(static h => h.Name.Date is not null)
                    : same.OrderBy(static h => h.Name.Name, StringComparer.Ordinal).Take(1)
            );

    private static (double Score, string Reason) Score(string asked, Hit hit, Dictionary<string, int> spread)
    {
        (Actor actor, ActorName name, _) = hit;
        string when = name.Date is { } date ? $" ({date:yyyy-MM-dd})" : "";
        double score;
        string reason;
        if (name.IsListed)
        {
            bool isOthers = name.Vendor is { } vendor && vendor != name.AssertedBy;
            score = isOthers ? ListedByAnother : Listed;
            reason = $"{name.AssertedBy} lists it as {name.Name}{when}";
        }
        else if (name.Vendor == name.AssertedBy)
        {
            score = OwnEarlier;
            reason = $"{name.Name} is another name of {name.AssertedBy}'s own for it{when}";
        }
        else
        {
            score = FurtherName;
            reason = name.Vendor is { } vendor
                ? $"{name.AssertedBy} says that {vendor} calls it {name.Name}{when}"
                : $"{name.AssertedBy} says that it is also called {name.Name}{when}";
        }

        score -= name.From.IsCopy || name.AssertedBy != actor.Keeper ? CopyLoss : 0;
        if (!name.IsListed && spread.TryGetValue(name.AssertedBy, out int actors) && actors > 1)
        {
            score /= 1 + (0.15 * (actors - 1));
        }

        if (hit.IsLoose)
        {
            return (score * Proposal, reason + "; it differs by words such as \"Group\" only, a proposal");
        }

        return name.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)
            ? (score, reason)
            : (score * OtherSpelling, reason + "; spelt another way");
    }

    // Of several that bear the name, those whose other names agree are the likelier ones; it moves nothing but what is level.
    private static void AddOverlaps(string asked, List<Scored> all, Func<Actor, ISet<string>> keysOf)
    {
        string askedKey = NameKey.Of(asked);
        foreach (Scored one in all)
        {
            ISet<string> own = keysOf(one.Actor);
            (Scored Other, int Shared)[] overlaps =
            [
                .. all.Where(o => !ReferenceEquals(o, one))
                    .Take(50)
                    .Select(o => (o, keysOf(o.Actor).Count(k => k != askedKey && own.Contains(k))))
                    .Where(static o => o.Item2 > 0)
                    .OrderByDescending(static o => o.Item2)
                    .ThenBy(static o => o.o.Actor.Id, StringComparer.Ordinal),
            ];
            if (overlaps.Length > 0)
            {
                one.Because.Add(
                    $"shares {overlaps[0].Shared} further {(overlaps[0].Shared == 1 ? "name" : "names")} with {overlaps[0].Other.Actor}: an overlap, not an identity"
                );
                one.Bonus = Math.Min(0.015, 0.002 * overlaps.Sum(static o => o.Shared));
            }
        }

        foreach (Scored one in all)
        {
            one.Score += one.Score < OwnEarlier ? one.Bonus : 0;
        }
    }

    private sealed class Scored(Actor actor, double score, List<string> because, IReadOnlyList<string> by)
    {
        public Actor Actor { get; } = actor;

        public double Score { get; set; } = score;

        public double Bonus { get; set; }

        public List<string> Because { get; } = because;

        public IReadOnlyList<string> By { get; } = by;
    }
}
