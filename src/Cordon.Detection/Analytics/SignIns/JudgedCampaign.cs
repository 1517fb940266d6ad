namespace Cordon.Detection.Analytics.SignIns;

/// <summary>A campaign and the sign-ins that are held for its successes or exposures, one for each account.</summary>
internal sealed record JudgedCampaign(Campaign Campaign, List<Suspicion> Suspicions)
{
    /// <summary>Judges each campaign; a sign-in that several may have won is told of the one it suits best.</summary>
    public static List<JudgedCampaign> Of(List<Campaign> campaigns, CampaignSuccesses successes)
    {
        List<JudgedCampaign> judged = [.. campaigns.Select(c => new JudgedCampaign(c, successes.Of(c)))];
        var best = new Dictionary<int, double>();
        foreach (Suspicion suspicion in judged.SelectMany(j => j.Suspicions))
        {
            int index = suspicion.Attempt.Index;
            best[index] = Math.Max(best.GetValueOrDefault(index, double.MinValue), suspicion.Weight);
        }

        var told = new HashSet<int>();
        foreach (JudgedCampaign campaign in judged)
        {
            campaign.Suspicions.RemoveAll(s => s.Weight < best[s.Attempt.Index] || !told.Add(s.Attempt.Index));
        }

        return judged;
    }
}
