namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Judges failures: how likely it is that no habit explains them. The figures are shares of ordinary failures that stay unexplained; docs/analytics.md.</summary>
internal static class Strangeness
{
    private static readonly TimeSpan OtherDay = TimeSpan.FromHours(20);
    private static readonly TimeSpan Correction = TimeSpan.FromHours(2);

    // People who mistype stop after a few tries, or are locked out.
    private const int LongestRunOfTypos = 10;

    public static void Judge(IReadOnlyList<Attempt> attempts, Habits habits)
    {
        HashSet<int> corrected = Corrected(attempts);
        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsFailure)
            {
                attempt.Strangeness = Of(attempt, habits, corrected.Contains(attempt.Index));
            }
        }
    }

    private static double Of(Attempt attempt, Habits habits, bool isCorrected)
    {
        if (habits.Of(attempt, Trait.Device) is { } device && device.IsAwayFrom(attempt.Time, OtherDay))
        {
            return 0.02;
        }

        if (habits.IsTainted(attempt))
        {
            return 1;
        }

        if (habits.Of(attempt, Trait.Address) is { } address)
        {
            if (address.IsAwayFrom(attempt.Time, OtherDay))
            {
                return 0.03;
            }

            if (isCorrected)
            {
                return 0.05;
            }
        }

        if (habits.Of(attempt, Trait.Network) is { } network && network.IsAwayFrom(attempt.Time, OtherDay))
        {
            return 0.1;
        }

        bool isAgentKnown = habits.Of(attempt, Trait.Agent) is { } agent && agent.IsAwayFrom(attempt.Time, OtherDay);
        if (isAgentKnown && habits.Of(attempt, Trait.System) is { } system && system.IsAwayFrom(attempt.Time, OtherDay))
        {
            return 0.25;
        }

        int owners = habits.Owners(attempt, Trait.Address);
        if (owners >= 3 || attempt.IsOwnAddress || habits.IsSomebodysPlace(attempt))
        {
            double share = (habits.FailingOnly(attempt) - 2) / (2.0 * (owners + 1));
            // A name mistyped at somebody's own place is an account of its own each time.
            return attempt.IsUnknownAccount ? Math.Clamp(share - 0.3, 0.05, 1) : Math.Clamp(share, 0.15, 1);
        }

        if (attempt.Address == 0)
        {
            return 0.5;
        }

        // A user agent that half the organisation has says little of this account.
        bool isCountryKnown = habits.Of(attempt, Trait.Country) is not null;
        return isAgentKnown && isCountryKnown && habits.Share(attempt, Trait.Agent) < 0.2 ? 0.6 : 1;
    }

    /// <summary>Short runs of failures of an account that its own success from the same address ends.</summary>
    private static HashSet<int> Corrected(IReadOnlyList<Attempt> attempts)
    {
        var open = new Dictionary<(int Account, int Address), Queue<Attempt>>();
        var corrected = new HashSet<int>();
        foreach (Attempt attempt in attempts)
        {
            (int, int) key = (attempt.Account, attempt.Address);
            if (attempt.IsFailure)
            {
                if (!open.TryGetValue(key, out Queue<Attempt>? run))
                {
                    open[key] = run = new Queue<Attempt>();
                }

                Forget(run, attempt.Time - Correction);
                run.Enqueue(attempt);
            }
            else if (attempt.IsSuccess && open.Remove(key, out Queue<Attempt>? run))
            {
                Forget(run, attempt.Time - Correction);
                if (run.Sum(a => a.Source.Count) <= LongestRunOfTypos)
                {
                    corrected.UnionWith(run.Select(a => a.Index));
                }
            }
        }

        return corrected;
    }

    // Attempts come by time.
    private static void Forget(Queue<Attempt> run, DateTime before)
    {
        while (run.TryPeek(out Attempt? first) && first.Time < before)
        {
            run.Dequeue();
        }
    }
}
