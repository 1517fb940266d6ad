namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// Weighs whether a success, or a right password that was stopped, is the attacker's: log-odds, from what one expects before looking and the
/// log-likelihood ratio of each trait, as docs/analytics.md lists them.
/// </summary>
internal sealed class SuccessJudge(Habits habits, Novelty novelty)
{
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>Weighs an attempt against a campaign; the reasons are told beside it.</summary>
    /// <param name="attempt">A success or exposure.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="prior">Log-odds that one of the successes of that time, taken blindly, is the attacker's.</param>
    public Suspicion Weigh(Attempt attempt, Campaign campaign, double prior)
    {
        double sum = prior;
        List<string> reasons = [];
        bool isInside = attempt.Time >= campaign.First - Near && attempt.Time <= campaign.Last + Near;
        double tool = Tool(attempt, campaign);
        tool = isInside || tool < 0 ? tool : tool / 2;
        sum += tool;
        if (tool >= 2)
        {
            reasons.Add(isInside ? "the tool's signature during the attack" : "the tool's signature after the attack");
        }

        sum += Place(attempt, campaign, reasons);
        sum += campaign.Accounts.Contains(attempt.Account) ? 0.5 : -2;
        sum += novelty.Weigh(attempt);
        reasons.AddRange(Novelty.Tell(novelty.PatternOf(attempt)));
        sum += isInside && FillsGap(attempt, campaign) ? 1 : 0;
        return new Suspicion(attempt, sum, reasons);
    }

    /// <summary>Whether the account succeeded from there, or with that device, before: not on the same day, and not because of the campaign.</summary>
    public bool IsHabitual(Attempt attempt, Campaign? campaign)
    {
        bool isCampaigns = campaign is not null && campaign.Others(attempt, Trait.Address) > 0;
        if ((attempt.IsOwnAddress && !isCampaigns) || IsBefore(attempt, Trait.Device))
        {
            return true;
        }

        if (habits.IsTainted(attempt))
        {
            return false;
        }

        return IsBefore(attempt, Trait.Address)
            || (
                IsBefore(attempt, Trait.Network)
                && !(campaign is not null && campaign.Others(attempt, Trait.Network) > 0)
            )
            || (habits.Owners(attempt, Trait.Address) >= 3 && !isCampaigns)
            || (IsBefore(attempt, Trait.Agent) && IsBefore(attempt, Trait.System) && !Shares(attempt, campaign));
    }

    // Only tries at other accounts say something of a place: the account's own may be its owner's.
    private double Place(Attempt attempt, Campaign campaign, List<string> reasons)
    {
        if (campaign.Others(attempt, Trait.Address) > 0)
        {
            bool isNear = campaign.TriesNear(attempt, Near);
            bool isShared = habits.Owners(attempt, Trait.Address) >= 3 && !habits.IsTainted(attempt);
            reasons.Add(isNear ? "an address of the attack within the hour" : "an address of the attack");
            // One other account may be a name mistyped, or somebody of the same household.
            double others = campaign.Others(attempt, Trait.Address) > 1 ? 1 : 0.5;
            return others * ((isNear ? 3 : 2) + (isShared ? -2 : 2));
        }

        double best = 0;
        if (campaign.Others(attempt, Trait.Network) > 0)
        {
            best = Ratio(attempt, campaign, Trait.Network);
        }

        if (campaign.Others(attempt, Trait.System) > 1)
        {
            best = Math.Max(best, Ratio(attempt, campaign, Trait.System));
        }

        if (campaign.Others(attempt, Trait.Country) > 1)
        {
            best = Math.Max(best, Ratio(attempt, campaign, Trait.Country));
        }

        if (best >= 1)
        {
            reasons.Add("a network, provider or country of the attack that few succeed from");
        }

        return Math.Min(best, 3);
    }

    private double Ratio(Attempt attempt, Campaign campaign, int kind) =>
        Math.Log(campaign.Share(attempt, kind) / habits.Share(attempt, kind));

    private static bool Shares(Attempt attempt, Campaign? campaign) =>
        campaign is not null
        && (campaign.Others(attempt, Trait.System) > 0 || campaign.Share(attempt, Trait.Agent) > 0.1);

    private bool IsBefore(Attempt attempt, int kind) =>
        habits.Of(attempt, kind) is { } habit
        && (habit.IsBefore(attempt.Time, Apart) || (habit.Days >= 4 && !habits.IsTainted(attempt)));

    private double Tool(Attempt attempt, Campaign campaign)
    {
        double best = -1;
        foreach (int kind in (ReadOnlySpan<int>)[Trait.Tool, Trait.Agent, Trait.Door])
        {
            double share = campaign.Share(attempt, kind);
            if (Trait.Of(attempt, kind) != 0 && share > 0)
            {
                best = Math.Max(best, Math.Log(share / habits.Share(attempt, kind)));
            }
        }

        // A tool that the account itself uses on other days proves little.
        return Math.Min(best, IsBefore(attempt, Trait.Tool) ? 1 : 8);
    }

    /// <summary>A tool that tries each account in turn leaves out the one that it got into.</summary>
    private static bool FillsGap(Attempt attempt, Campaign campaign) =>
        campaign.ByAccount.TryGetValue(attempt.Account, out List<Attempt>? own)
        && own.Count >= 2
        && own[^1].Time < attempt.Time
        && campaign.Last - attempt.Time > 2 * (own[^1].Time - own[0].Time) / (own.Count - 1);
}
