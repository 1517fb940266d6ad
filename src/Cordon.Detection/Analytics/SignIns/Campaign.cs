namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Tries at several accounts that belong together: what they share, and how much speaks for an attack.</summary>
internal sealed class Campaign
{
    public required CampaignKey Key { get; init; }

    /// <summary>By time.</summary>
    public required List<Attempt> Tries { get; init; }

    public required CampaignScore Score { get; init; }

    public DateTime First => Tries[0].Time;

    public DateTime Last => Tries[^1].Time;

    public HashSet<int> Accounts { get; private set; } = [];

    public HashSet<int> Addresses { get; private set; } = [];

    public HashSet<int> Networks { get; private set; } = [];

    public HashSet<int> Systems { get; private set; } = [];

    /// <summary>Attempts, with those that the log told as one.</summary>
    public long Count { get; private set; }

    public int UnknownAccounts { get; private set; }

    /// <summary>The tries of each account, by time.</summary>
    public Dictionary<int, List<Attempt>> ByAccount { get; } = [];

    // By time.
    private readonly Dictionary<int, List<Attempt>> _byAddress = [];
    private readonly Dictionary<(int Kind, int Value), int> _traits = [];
    private readonly Dictionary<(int Kind, int Value), HashSet<int>> _accounts = [];

    /// <summary>Reckons what the tries come to; called once, when the tries are complete.</summary>
    public Campaign Sum()
    {
        Accounts = [.. Tries.Select(t => t.Account)];
        Addresses = [.. Tries.Where(t => t.Address != 0).Select(t => t.Address)];
        Networks = [.. Tries.Where(t => t.Network != 0).Select(t => t.Network)];
        Systems = [.. Tries.Where(t => t.System != 0).Select(t => t.System)];
        Count = Tries.Sum(t => (long)t.Source.Count);
        UnknownAccounts = Tries.Where(t => t.IsUnknownAccount).Select(t => t.Account).Distinct().Count();
        foreach (Attempt attempt in Tries)
        {
            if (!ByAccount.TryGetValue(attempt.Account, out List<Attempt>? own))
            {
                ByAccount[attempt.Account] = own = [];
            }

            own.Add(attempt);
            if (!_byAddress.TryGetValue(attempt.Address, out List<Attempt>? here))
            {
                _byAddress[attempt.Address] = here = [];
            }

            here.Add(attempt);
            foreach (int kind in Trait.All)
            {
                (int, int) trait = (kind, Trait.Of(attempt, kind));
                _traits[trait] = _traits.GetValueOrDefault(trait) + 1;
                if (!_accounts.TryGetValue(trait, out HashSet<int>? accounts))
                {
                    _accounts[trait] = accounts = [];
                }

                accounts.Add(attempt.Account);
            }
        }

        return this;
    }

    /// <summary>How many other accounts than an attempt's are tried with a trait of it.</summary>
    public int Others(Attempt attempt, int kind)
    {
        int value = Trait.Of(attempt, kind);
        return value != 0 && _accounts.TryGetValue((kind, value), out HashSet<int>? accounts)
            ? accounts.Count - (accounts.Contains(attempt.Account) ? 1 : 0)
            : 0;
    }

    /// <summary>Whether another account than an attempt's was tried from its address within a time of it.</summary>
    public bool TriesNear(Attempt attempt, TimeSpan near) =>
        _byAddress.TryGetValue(attempt.Address, out List<Attempt>? tries)
        && tries.Exists(t => t.Account != attempt.Account && (t.Time - attempt.Time).Duration() <= near);

    /// <summary>The share of its tries that have the trait of an attempt.</summary>
    public double Share(Attempt attempt, int kind) =>
        _traits.GetValueOrDefault((kind, Trait.Of(attempt, kind))) / (double)Tries.Count;
}
