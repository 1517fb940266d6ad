using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// Finds campaigns: groups strange failures by what tools can't or don't change, looks in each group for the time in which the rate is another, and
/// keeps the best of what overlaps.
/// </summary>
internal sealed class CampaignFinder
{
    private const int MostFromOneKey = 12;

    // From slow to fast: how many times the ordinary rate a campaign may be for its time to be found.
    private static readonly double[] Rates = [3, 10, 40, 200, 2000];
    private static readonly TimeSpan Episode = TimeSpan.FromHours(12);
    private readonly IReadOnlyList<Attempt> _attempts;
    private readonly Habits _habits;
    private readonly SpraySettings _settings;
    private readonly CampaignScorer _scorer;
    private readonly Dictionary<int, double> _rates;
    private readonly Dictionary<int, Clock> _clocks = [];
    private readonly Dictionary<int, int> _sizes = [];

    public CampaignFinder(IReadOnlyList<Attempt> attempts, Habits habits, Interner accounts, SpraySettings settings)
    {
        _attempts = attempts;
        _habits = habits;
        _settings = settings;
        _scorer = new CampaignScorer(accounts);
        _rates = StrangeRate.Of(attempts, settings);
        foreach (IGrouping<int, Attempt> family in attempts.GroupBy(a => a.Family))
        {
            _sizes[family.Key] = Math.Max(
                1,
                family.Where(a => !a.IsUnknownAccount).Select(a => a.Account).Distinct().Count()
            );
            _clocks[family.Key] = new Clock(
                [.. family.Where(a => a.IsSuccess).Select(a => a.Time)],
                family.First().Time,
                family.Last().Time
            );
        }
    }

    public List<Campaign> Find(CancellationToken cancel)
    {
        var groups = new Dictionary<CampaignKey, List<Attempt>>();
        List<CampaignKey> order = [];
        foreach (Attempt attempt in _attempts)
        {
            if (attempt.Strangeness >= _settings.LeastStrangeness)
            {
                foreach (CampaignKey key in KeysOf(attempt))
                {
                    if (!groups.TryGetValue(key, out List<Attempt>? list))
                    {
                        groups[key] = list = [];
                        order.Add(key);
                    }

                    list.Add(attempt);
                }
            }
        }

        order.RemoveAll(k => !HasEnough(groups[k]));
        double looks = Math.Log(Math.Max(1, order.Count));
        List<Campaign> candidates = [];
        foreach (CampaignKey key in order)
        {
            cancel.ThrowIfCancellationRequested();
            FindIn(key, groups[key], looks, MostFromOneKey, candidates);
        }

        return Choose(candidates, looks);
    }

    private static IEnumerable<CampaignKey> KeysOf(Attempt attempt)
    {
        foreach (int kind in Trait.All)
        {
            int value = Trait.Of(attempt, kind);
            if (value != 0 && kind != Trait.Device)
            {
                yield return new CampaignKey(attempt.Family, kind, value);
            }
        }

        yield return new CampaignKey(attempt.Family, CampaignKey.Everything, 0);
        if (attempt.IsUnknownAccount)
        {
            yield return new CampaignKey(attempt.Family, CampaignKey.UnknownAccounts, 0);
        }
    }

    private bool HasEnough(List<Attempt> group)
    {
        var accounts = new HashSet<int>();
        foreach (Attempt attempt in group)
        {
            if (accounts.Add(attempt.Account) && accounts.Count >= _settings.LeastAccounts)
            {
                return true;
            }
        }

        return false;
    }

    private void FindIn(CampaignKey key, List<Attempt> group, double looks, int left, List<Campaign> found)
    {
        if (left == 0 || !HasEnough(group))
        {
            return;
        }

        double expected = ExpectedPerHour(key, group[0]);
        Clock clock = _clocks[key.Family];
        List<Attempt> episodes = Episodes(group);
        Campaign? best = null;
        HashSet<(int, int)> seen = [];
        foreach (double rate in Rates)
        {
            // Several rates mostly tell of the same time.
            if (ChangePoint.Find(episodes, clock, expected, rate) is { } span && seen.Add((span.First, span.Last)))
            {
                List<Attempt> tries =
                [
                    .. group.Where(a => a.Time >= episodes[span.First].Time && a.Time <= episodes[span.Last].Time),
                ];
                Campaign candidate = Judge(key, tries, expected, looks);
                if (best is null || candidate.Score.Total > best.Score.Total)
                {
                    best = candidate;
                }
            }
        }

        if (best is null || !IsEnough(best))
        {
            return;
        }

        found.Add(best);
        FindIn(key, [.. group.Where(a => a.Time < best.First)], looks, left / 2, found);
        FindIn(key, [.. group.Where(a => a.Time > best.Last)], looks, left / 2, found);
    }

    private bool IsEnough(Campaign campaign) =>
        campaign.Score.Total >= _settings.LeastScore && HasEnough(campaign.Tries);

    private Campaign Judge(CampaignKey key, List<Attempt> tries, double expected, double looks) =>
        new()
        {
            Key = key,
            Tries = tries,
            Score = _scorer.Score(tries, Episodes(tries), expected * Lived(key, tries), looks),
        };

    // A few minutes are looked at as half an hour: chance comes in clumps.
    private double Lived(CampaignKey key, List<Attempt> tries) =>
        Math.Max(0.5, _clocks[key.Family].Between(tries[0].Time, tries[^1].Time));

    // What is said of a trait is said in proportion to its part in ordinary successes: a user agent that nobody succeeds with is given next to nothing.
    private double ExpectedPerHour(CampaignKey key, Attempt example)
    {
        double all = _rates[key.Family];
        return key.Kind switch
        {
            CampaignKey.Everything => all,
            CampaignKey.UnknownAccounts => all * _settings.UnknownShare,
            // Strange failures come from strange places: a place that nobody succeeds from is not much rarer among them than others.
            Trait.Address or Trait.Network => all * Math.Max(_habits.Share(example, key.Kind), _settings.NewPlaceShare),
            Trait.System or Trait.Country => all
                * Math.Max(_habits.Share(example, key.Kind), _settings.NewProviderShare),
            _ => all * Math.Max(_habits.Share(example, key.Kind), _settings.NewToolShare),
        };
    }

    /// <summary>The first try of each account in half a day: what is repeated tells nothing new.</summary>
    private static List<Attempt> Episodes(List<Attempt> tries)
    {
        var last = new Dictionary<int, DateTime>();
        List<Attempt> episodes = [];
        foreach (Attempt attempt in tries)
        {
            if (!last.TryGetValue(attempt.Account, out DateTime time) || attempt.Time - time >= Episode)
            {
                last[attempt.Account] = attempt.Time;
                episodes.Add(attempt);
            }
        }

        return episodes;
    }

    private List<Campaign> Choose(List<Campaign> candidates, double looks)
    {
        var owners = new HashSet<int>();
        List<Campaign> chosen = [];
        foreach (Campaign candidate in candidates.OrderByDescending(c => c.Score.Total).ThenBy(c => c.First))
        {
            List<Attempt> rest = [.. candidate.Tries.Where(a => !owners.Contains(a.Index))];
            if (rest.Count == 0)
            {
                continue;
            }

            Campaign campaign = candidate;
            if (rest.Count < candidate.Tries.Count)
            {
                // What is left may be a campaign of its own, judged by itself.
                campaign = Judge(candidate.Key, rest, ExpectedPerHour(candidate.Key, rest[0]), looks);
                if (rest.Count * 2 < candidate.Tries.Count || !IsEnough(campaign))
                {
                    continue;
                }
            }

            owners.UnionWith(campaign.Tries.Select(a => a.Index));
            chosen.Add(campaign.Sum());
        }

        chosen = CampaignMerger.Merge(
            chosen,
            family => _sizes[family],
            c => Judge(c.Key, c.Tries, ExpectedPerHour(c.Key, c.Tries[0]), looks)
        );
        chosen.Sort(
            (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Tries[0].Index.CompareTo(b.Tries[0].Index)
        );
        return chosen;
    }
}
