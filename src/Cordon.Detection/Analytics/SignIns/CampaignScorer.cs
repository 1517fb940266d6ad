namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Scores tries as one campaign; docs/analytics.md tells each test.</summary>
internal sealed class CampaignScorer(Interner accounts)
{
    // How far ordinary rates stray from what they are held for: a gamma distribution of this shape. Makes a large organisation's figures no surer than a small one's.
    private const double Shape = 3;

    public CampaignScore Score(List<Attempt> tries, List<Attempt> episodes, double expected, double looks)
    {
        Dictionary<int, double> perAccount = [];
        foreach (Attempt episode in episodes)
        {
            perAccount[episode.Account] = perAccount.GetValueOrDefault(episode.Account) + episode.Strangeness;
        }

        double[] counts = [.. perAccount.Values.Order()];
        // One account that fails and fails must not make up for others that do not.
        double cap = Math.Max(1, 2 * counts[counts.Length / 2]);
        double balanced = counts.Sum(c => Math.Min(c, cap));
        double volume = balanced > expected ? Deviance(balanced, expected) : 0;
        return new CampaignScore
        {
            Volume = volume,
            Expected = expected,
            Coupling = Coupling(tries),
            Evenness = Evenness(counts),
            Unknown = Unknown(tries, perAccount.Count),
            Cadence = Cadence(tries),
            Order = Order(tries),
            Looks = looks,
        };
    }

    /// <summary>The log-likelihood ratio of a negative binomial count of its own mean against the expected one.</summary>
    internal static double Deviance(double count, double expected) =>
        (count * Math.Log(count * (expected + Shape) / (expected * (count + Shape))))
        - (Shape * Math.Log((count + Shape) / (expected + Shape)));

    /// <summary>
    /// Ordinary failures are pairs of an account and its place; an attacker's hang together. The share of accounts in the largest group that is joined
    /// by common sources.
    /// </summary>
    private static double Coupling(List<Attempt> tries)
    {
        var parents = new Dictionary<int, int>();
        foreach (Attempt attempt in tries)
        {
            Join(parents, attempt.Account, attempt.Network == 0 ? attempt.Account : -attempt.Network);
        }

        var sizes = new Dictionary<int, int>();
        HashSet<int> all = [.. tries.Select(t => t.Account)];
        foreach (int account in all)
        {
            int root = Root(parents, account);
            sizes[root] = sizes.GetValueOrDefault(root) + 1;
        }

        double largest = sizes.Values.Max() / (double)all.Count;
        // Of few accounts one shared source is much; of many none shared is the rule in ordinary failures.
        double joined = all.Count <= 1 ? 0 : ((largest * all.Count) - 1) / (all.Count - 1);
        var sources = new HashSet<(int, int)>();
        foreach (Attempt attempt in tries)
        {
            sources.Add((attempt.Account, attempt.Network));
        }

        double sourcesEach = sources.Count / (double)all.Count;
        return joined >= 0.5 ? 3
            : sourcesEach >= 2.5 ? 3
            : sourcesEach < 1.3 && joined < 0.2 ? Alone(tries, all.Count)
            : 0;
    }

    // People who fail somewhere by themselves try again at once; tools that mean to stay below lockouts do not.
    private static double Alone(List<Attempt> tries, int accounts)
    {
        var last = new Dictionary<int, DateTime>();
        var retrying = new HashSet<int>();
        foreach (Attempt attempt in tries)
        {
            if (last.TryGetValue(attempt.Account, out DateTime time) && (attempt.Time - time).TotalMinutes < 3)
            {
                retrying.Add(attempt.Account);
            }

            last[attempt.Account] = attempt.Time;
        }

        return retrying.Count >= 0.3 * accounts ? -3 - (0.5 * accounts) : -3;
    }

    private static void Join(Dictionary<int, int> parents, int one, int other)
    {
        int a = Root(parents, one);
        int b = Root(parents, other);
        if (a != b)
        {
            parents[a] = b;
        }
    }

    private static int Root(Dictionary<int, int> parents, int node)
    {
        parents.TryAdd(node, node);
        while (parents[node] != node)
        {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }

        return node;
    }

    private static double Evenness(double[] counts)
    {
        double mean = counts.Average();
        if (counts.Length < 4 || mean < 1.5)
        {
            return 0;
        }

        double variance = counts.Sum(c => (c - mean) * (c - mean)) / (counts.Length - 1);
        double dispersion = variance / mean;
        return dispersion < 0.7 ? 3
            : dispersion < 1.2 ? 1.5
            : dispersion > 3 ? -3
            : 0;
    }

    private static double Unknown(List<Attempt> tries, int accounts)
    {
        int unknown = tries.Where(t => t.IsUnknownAccount).Select(t => t.Account).Distinct().Count();
        return unknown >= 3 ? Math.Min(4, 4.0 * unknown / accounts + (unknown / 10.0)) : 0;
    }

    private static double Cadence(List<Attempt> tries)
    {
        if (tries.Count < 6)
        {
            return 0;
        }

        double[] gaps = [.. tries.Zip(tries.Skip(1), (a, b) => (b.Time - a.Time).TotalSeconds).Order()];
        // The middle half: gaps between rounds are left out.
        double[] middle = gaps[(gaps.Length / 4)..((3 * gaps.Length / 4) + 1)];
        double mean = middle.Average();
        return mean > 0 && middle[^1] - middle[0] < 0.25 * mean ? 2 : 0;
    }

    private double Order(List<Attempt> tries)
    {
        var seen = new HashSet<int>();
        List<string> names = [.. tries.Where(t => seen.Add(t.Account)).Select(t => accounts[t.Account])];
        if (names.Count < 6)
        {
            return 0;
        }

        int ascending = names.Zip(names.Skip(1), (a, b) => string.CompareOrdinal(a, b) < 0 ? 1 : 0).Sum();
        return ascending >= 0.9 * (names.Count - 1) ? 3 : 0;
    }
}
