using System.Numerics;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// How new a sign-in is to its account, as a pattern of what is new, and how rare the pattern is among the organisation's successes: where people travel
/// much, a new country says little.
/// </summary>
internal sealed class Novelty
{
    public const int Agent = 1;
    public const int Country = 2;
    public const int Network = 4;
    public const int System = 8;
    public const int Hour = 16;

    /// <summary>All else that the account ever did came from one network.</summary>
    public const int Settled = 32;
    private const int Patterns = 64;

    // On fewer days nobody is settled.
    private const int SettledDays = 4;
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);
    private readonly Habits _habits;
    private readonly Dictionary<int, long[]> _counts = [];
    private readonly Dictionary<int, int[]> _hours = [];
    private readonly Dictionary<int, Dictionary<int, Habit>> _networks = [];

    public Novelty(IReadOnlyList<Attempt> attempts, Habits habits)
    {
        _habits = habits;
        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsSuccess)
            {
                if (!_hours.TryGetValue(attempt.Account, out int[]? hours))
                {
                    _hours[attempt.Account] = hours = new int[24];
                }

                hours[attempt.Time.Hour]++;
                if (!_networks.TryGetValue(attempt.Account, out Dictionary<int, Habit>? networks))
                {
                    _networks[attempt.Account] = networks = [];
                }

                if (networks.TryGetValue(attempt.Network, out Habit? habit))
                {
                    habit.Add(attempt.Time);
                }
                else
                {
                    networks[attempt.Network] = Habit.Begin(attempt.Time);
                }
            }
        }

        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsSuccess)
            {
                if (!_counts.TryGetValue(attempt.Family, out long[]? counts))
                {
                    _counts[attempt.Family] = counts = new long[Patterns];
                }

                counts[PatternOf(attempt)]++;
            }
        }
    }

    /// <summary>What is new of an attempt; nothing of an account without a past.</summary>
    public int PatternOf(Attempt attempt)
    {
        if (!_habits.HasPast(attempt.Account, attempt.Time - Apart))
        {
            return 0;
        }

        int pattern = 0;
        pattern |= IsNew(attempt, Trait.Agent) ? Agent : 0;
        pattern |= IsNew(attempt, Trait.Country) ? Country : 0;
        pattern |= IsNew(attempt, Trait.Network) && _habits.Owners(attempt, Trait.Network) <= 1 ? Network : 0;
        pattern |= IsNew(attempt, Trait.System) ? System : 0;
        pattern |= IsOddHour(attempt) ? Hour : 0;
        pattern |= (pattern & Network) != 0 && IsSettled(attempt) ? Settled : 0;
        return pattern;
    }

    /// <summary>The logarithm of how many times rarer the pattern is among ordinary successes than among those of attackers, who are mostly new.</summary>
    public double Weigh(Attempt attempt)
    {
        int pattern = PatternOf(attempt);
        if (pattern == 0 || !_counts.TryGetValue(attempt.Family, out long[]? counts))
        {
            return 0;
        }

        // Half of an attacker's sign-ins at most share a given pattern; one of all is taken for the one that is judged.
        return Math.Clamp(Math.Log(0.5 * (counts.Sum() + 1) / Math.Max(1, Alike(attempt, pattern) - 0.5)), 0, 6);
    }

    /// <summary>How many of the family's successes have the pattern, or more.</summary>
    public long Alike(Attempt attempt, int pattern)
    {
        long alike = 0;
        if (_counts.TryGetValue(attempt.Family, out long[]? counts))
        {
            for (int i = 0; i < Patterns; i++)
            {
                alike += (i & pattern) == pattern ? counts[i] : 0;
            }
        }

        return alike;
    }

    public static IEnumerable<string> Tell(int pattern)
    {
        if ((pattern & Agent) != 0)
        {
            yield return "a client new to the account";
        }

        if ((pattern & Country) != 0)
        {
            yield return "a country new to the account";
        }

        if ((pattern & System) != 0)
        {
            yield return "a provider new to the account";
        }

        if ((pattern & Network) != 0)
        {
            yield return "a network new to the organisation";
        }

        if ((pattern & Hour) != 0)
        {
            yield return "an hour unusual for the account";
        }

        if ((pattern & Settled) != 0)
        {
            yield return "all else that it did came from one network";
        }
    }

    public static int Degree(int pattern) => BitOperations.PopCount((uint)pattern);

    public bool IsNew(Attempt attempt, int kind) =>
        Trait.Of(attempt, kind) != 0 && !(_habits.Of(attempt, kind)?.IsBefore(attempt.Time, Apart) ?? false);

    /// <summary>Whether the account succeeded on several days from one network that is not the attempt's, and from no third.</summary>
    public bool IsSettled(Attempt attempt) =>
        _networks.TryGetValue(attempt.Account, out Dictionary<int, Habit>? networks)
        && networks.Count(n => n.Key != attempt.Network && n.Value.Days >= SettledDays) == 1
        && networks.Count(n => n.Key != attempt.Network) == 1;

    private bool IsOddHour(Attempt attempt)
    {
        if (!_hours.TryGetValue(attempt.Account, out int[]? hours))
        {
            return false;
        }

        int near = attempt.IsSuccess ? -1 : 0;
        for (int step = -2; step <= 2; step++)
        {
            near += hours[(attempt.Time.Hour + step + 24) % 24];
        }

        return near <= 0;
    }
}
