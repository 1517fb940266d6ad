namespace Cordon.Detection.Analytics.SignIns;

/// <summary>What is ordinary: with what each account succeeds, from where several do, how often each tool succeeds.</summary>
internal sealed class Habits
{
    private readonly Dictionary<(int Account, int Kind, int Value), Habit> _habits = [];
    private readonly Dictionary<(int Kind, int Value), int> _owners = [];
    private readonly Dictionary<int, HashSet<int>> _failingOnly = [];
    private readonly Dictionary<(int Family, int Kind, int Value), double> _established = [];
    private readonly Dictionary<int, double> _establishedOf = [];
    private readonly HashSet<int> _places = [];
    private readonly Dictionary<int, Habit> _pasts = [];

    public Habits(IReadOnlyList<Attempt> attempts)
    {
        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsSuccess)
            {
                Learn(attempt);
            }
        }

        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsFailure && attempt.Address != 0 && Of(attempt, Trait.Address) is null)
            {
                if (!_failingOnly.TryGetValue(attempt.Address, out HashSet<int>? accounts))
                {
                    _failingOnly[attempt.Address] = accounts = [];
                }

                accounts.Add(attempt.Account);
            }
        }

        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsSuccess && IsEstablished(attempt))
            {
                foreach (int kind in Trait.All)
                {
                    Count(attempt, kind);
                }

                _establishedOf[attempt.Family] = _establishedOf.GetValueOrDefault(attempt.Family) + 1;
            }
        }
    }

    /// <summary>What the account is known for, of the attempt's own kind; null where it never succeeded with it.</summary>
    public Habit? Of(Attempt attempt, int kind)
    {
        int value = Trait.Of(attempt, kind);
        return value == 0 ? null : _habits.GetValueOrDefault((attempt.Account, kind, value));
    }

    /// <summary>How many accounts succeeded with it.</summary>
    public int Owners(Attempt attempt, int kind) => _owners.GetValueOrDefault((kind, Trait.Of(attempt, kind)));

    /// <summary>What an account is known for.</summary>
    public Habit? Of(int account, int kind, int value) =>
        value == 0 ? null : _habits.GetValueOrDefault((account, kind, value));

    /// <summary>How many accounts succeeded with a trait.</summary>
    public int Owners(int kind, int value) => _owners.GetValueOrDefault((kind, value));

    /// <summary>How many accounts fail from the attempt's address and never succeed from it.</summary>
    public int FailingOnly(Attempt attempt) =>
        _failingOnly.TryGetValue(attempt.Address, out HashSet<int>? set) ? set.Count : 0;

    /// <summary>An address from which many more accounts fail than ever succeed says nothing for those who do.</summary>
    public bool IsTainted(Attempt attempt)
    {
        int failing = FailingOnly(attempt);
        return failing >= 3 && failing >= 2 * Owners(attempt, Trait.Address);
    }

    /// <summary>The share that a trait has among ordinary successes of the family, with a little for what was not seen yet.</summary>
    public double Share(Attempt attempt, int kind)
    {
        double all = _establishedOf.GetValueOrDefault(attempt.Family);
        double some = _established.GetValueOrDefault((attempt.Family, kind, Trait.Of(attempt, kind)));
        // Without ordinary successes nothing can be called new.
        return all < 10 ? 1 : (some + 0.5) / (all + 10);
    }

    private bool IsEstablished(Attempt attempt) =>
        !IsTainted(attempt)
        && (
            attempt.IsOwnAddress
            || attempt.Address == 0
            || Of(attempt, Trait.Address) is { Days: >= 2 }
            || Of(attempt, Trait.Network) is { Days: >= 2 }
            || Of(attempt, Trait.Agent) is { Days: >= 3 }
        );

    /// <summary>Whether an account has a past to be compared with: successes on two days, the first before a time.</summary>
    public bool HasPast(int account, DateTime before) =>
        _pasts.TryGetValue(account, out Habit? habit) && habit.Days >= 2 && habit.First < before;

    /// <summary>Whether somebody succeeds from the attempt's address on several days.</summary>
    public bool IsSomebodysPlace(Attempt attempt) => _places.Contains(attempt.Address);

    private void Learn(Attempt attempt)
    {
        if (_pasts.TryGetValue(attempt.Account, out Habit? past))
        {
            past.Add(attempt.Time);
        }
        else
        {
            _pasts[attempt.Account] = Habit.Begin(attempt.Time);
        }

        foreach (int kind in Trait.All)
        {
            int value = Trait.Of(attempt, kind);
            if (value == 0)
            {
                continue;
            }

            if (_habits.TryGetValue((attempt.Account, kind, value), out Habit? habit))
            {
                habit.Add(attempt.Time);
                if (kind == Trait.Address && habit.Days >= 2)
                {
                    _places.Add(value);
                }
            }
            else
            {
                _habits[(attempt.Account, kind, value)] = Habit.Begin(attempt.Time);
                _owners[(kind, value)] = _owners.GetValueOrDefault((kind, value)) + 1;
            }
        }
    }

    private void Count(Attempt attempt, int kind)
    {
        (int, int, int) key = (attempt.Family, kind, Trait.Of(attempt, kind));
        _established[key] = _established.GetValueOrDefault(key) + 1;
    }
}
