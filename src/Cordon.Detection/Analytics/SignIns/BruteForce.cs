namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Many tries at one account that no habit of its owner explains.</summary>
internal sealed record BruteForce(List<Attempt> Tries)
{
    public Attempt Example => Tries[0];

    public DateTime First => Tries[0].Time;

    public DateTime Last => Tries[^1].Time;

    public long Count => Tries.Sum(t => (long)t.Source.Count);

    public HashSet<int> Addresses { get; } = [.. Tries.Where(t => t.Address != 0).Select(t => t.Address)];

    /// <summary>Finds them among failures that belong to no campaign.</summary>
    public static List<BruteForce> Find(
        IReadOnlyList<Attempt> attempts,
        HashSet<int> taken,
        Novelty novelty,
        SpraySettings settings
    )
    {
        var byAccount = new Dictionary<int, List<Attempt>>();
        foreach (Attempt attempt in attempts)
        {
            if (attempt.Strangeness >= Strange && !taken.Contains(attempt.Index))
            {
                if (!byAccount.TryGetValue(attempt.Account, out List<Attempt>? list))
                {
                    byAccount[attempt.Account] = list = [];
                }

                list.Add(attempt);
            }
        }

        List<BruteForce> found = [];
        foreach (List<Attempt> tries in byAccount.Values)
        {
            int begin = 0;
            for (int i = 1; i <= tries.Count; i++)
            {
                if (i == tries.Count || tries[i].Time - tries[i - 1].Time > Pause)
                {
                    var stretch = new BruteForce(tries[begin..i]);
                    begin = i;
                    int least = stretch.Tries.TrueForAll(novelty.IsSettled)
                        ? settings.SettledTries
                        : settings.BruteForceTries;
                    if (stretch.Count >= least && !stretch.IsForgottenClient)
                    {
                        found.Add(stretch);
                    }
                }
            }
        }

        return [.. found.OrderBy(b => b.First).ThenBy(b => b.Example.Index)];
    }

    private const double Strange = 0.7;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(30);

    // A client or service with a password that is no longer right asks again by its clock, for days, from one place.
    private bool IsForgottenClient
    {
        get
        {
            if (Addresses.Count > 1 || Tries.Count < 4)
            {
                return false;
            }

            double[] gaps = [.. Tries.Zip(Tries.Skip(1), (a, b) => (b.Time - a.Time).TotalSeconds).Order()];
            double median = gaps[gaps.Length / 2];
            int steady = gaps.Count(g => Math.Abs(g - median) <= Math.Max(2, 0.1 * median));
            return median >= 120 && steady >= 0.8 * gaps.Length;
        }
    }
}
