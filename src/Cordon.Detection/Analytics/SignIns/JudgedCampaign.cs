namespace Cordon.Detection.Analytics.SignIns;

/// <summary>A campaign and the sign-ins that are held for its successes or exposures, one for each account.</summary>
internal sealed record JudgedCampaign(Campaign Campaign, List<Suspicion> Suspicions);
