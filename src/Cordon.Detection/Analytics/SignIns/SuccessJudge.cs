namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// Weighs whether a success, or a right password that was stopped, is the attacker's: sums of log-likelihood ratios, as docs/analytics.md lists them.
/// </summary>
internal sealed class SuccessJudge(Habits habits, SpraySettings settings)
{
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>Weighs an attempt against a campaign; the reasons are told beside it.</summary>
    public Suspicion Weigh(Attempt attempt, Campaign campaign)
    {
        double sum = -settings.SuccessPrior;
        List<string> reasons = [];
        bool isInside = attempt.Time >= campaign.First - Near && attempt.Time <= campaign.Last + Near;
        double tool = Tool(attempt, campaign);
        tool = isInside ? tool : tool / 2;
        sum += tool;
        if (tool >= 2)
        {
            reasons.Add(isInside ? "the tool's signature during the attack" : "the tool's signature after the attack");
        }

        bool isHabitual = IsHabitual(attempt, campaign);
        if (!isHabitual && campaign.Addresses.Contains(attempt.Address))
        {
            bool isNear = campaign.Tries.Exists(t =>
                t.Address == attempt.Address && (t.Time - attempt.Time).Duration() <= Near
            );
            bool isShared = habits.Owners(attempt, Trait.Address) >= 3 && !habits.IsTainted(attempt);
            sum += (isNear ? 3 : 2) + (isShared ? -2 : 2);
            reasons.Add(isNear ? "an address of the attack within the hour" : "an address of the attack");
        }
        else if (!isHabitual && campaign.Networks.Contains(attempt.Network))
        {
            sum += 2;
            reasons.Add("a network of the attack");
        }

        if (campaign.Systems.Contains(attempt.System) && IsNew(attempt, Trait.System))
        {
            sum += 1.5;
            reasons.Add("a provider of the attack, new to the account");
        }

        sum += campaign.Accounts.Contains(attempt.Account) ? 1 : -1.5;
        sum += Novelty(attempt, reasons);
        sum += isHabitual ? -4 : 0;
        sum += isInside && FillsGap(attempt, campaign) ? 1.5 : 0;
        return new Suspicion(attempt, sum, reasons);
    }

    /// <summary>How new an attempt is to its account and to the organisation.</summary>
    public double Novelty(Attempt attempt, List<string> reasons)
    {
        double sum = 0;
        if (IsNew(attempt, Trait.Agent))
        {
            sum += 1;
            reasons.Add("a client new to the account");
        }

        if (IsNew(attempt, Trait.Country))
        {
            sum += 1;
            reasons.Add("a country new to the account");
        }

        if (IsNew(attempt, Trait.Network) && habits.Owners(attempt, Trait.Network) <= 1)
        {
            sum += 1;
            reasons.Add("a network new to the organisation");
        }

        return sum;
    }

    /// <summary>Whether the account succeeded from there, or with that device, before: not on the same day, and not because of the campaign.</summary>
    public bool IsHabitual(Attempt attempt, Campaign? campaign)
    {
        if (attempt.IsOwnAddress && !(campaign?.Addresses.Contains(attempt.Address) ?? false))
        {
            return true;
        }

        if (IsBefore(attempt, Trait.Device))
        {
            return true;
        }

        if (habits.IsTainted(attempt))
        {
            return false;
        }

        return IsBefore(attempt, Trait.Address)
            || (IsBefore(attempt, Trait.Network) && !(campaign?.Networks.Contains(attempt.Network) ?? false))
            || (habits.Owners(attempt, Trait.Address) >= 3 && !(campaign?.Addresses.Contains(attempt.Address) ?? false))
            || (IsBefore(attempt, Trait.Agent) && IsBefore(attempt, Trait.System) && !Shares(attempt, campaign));
    }

    private static bool Shares(Attempt attempt, Campaign? campaign) =>
        campaign is not null
        && (campaign.Systems.Contains(attempt.System) || campaign.Share(attempt, Trait.Agent) > 0.1);

    public bool IsNew(Attempt attempt, int kind) =>
        Trait.Of(attempt, kind) != 0 && !(habits.Of(attempt, kind)?.IsBefore(attempt.Time, Apart) ?? false);

    private bool IsBefore(Attempt attempt, int kind) =>
        habits.Of(attempt, kind) is { } habit
        && (habit.IsBefore(attempt.Time, Apart) || (habit.Days >= 4 && !habits.IsTainted(attempt)));

    private double Tool(Attempt attempt, Campaign campaign)
    {
        double best = -2;
        foreach (int kind in (ReadOnlySpan<int>)[Trait.Tool, Trait.Agent, Trait.Door])
        {
            double share = campaign.Share(attempt, kind);
            if (Trait.Of(attempt, kind) != 0 && share > 0)
            {
                best = Math.Max(best, Math.Log(share / habits.Share(attempt, kind)));
            }
        }

        // A tool that the account itself uses every day proves little.
        return Math.Min(best, IsBefore(attempt, Trait.Tool) ? 1 : 7);
    }

    /// <summary>A tool that tries each account in turn leaves out the one that it got into.</summary>
    private static bool FillsGap(Attempt attempt, Campaign campaign)
    {
        return campaign.ByAccount.TryGetValue(attempt.Account, out List<Attempt>? own)
            && own.Count >= 2
            && own[^1].Time < attempt.Time
            && campaign.Last - attempt.Time > 2 * (own[^1].Time - own[0].Time) / (own.Count - 1);
    }
}
