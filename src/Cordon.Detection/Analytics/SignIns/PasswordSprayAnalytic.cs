using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Password spray, credential stuffing and user enumeration, and what they won.</summary>
internal sealed class PasswordSprayAnalytic : IAnalytic
{
    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        foreach (JudgedCampaign judged in study.Campaigns)
        {
            cancel.ThrowIfCancellationRequested();
            yield return Tried(judged.Campaign, maker);
            foreach (Suspicion suspicion in judged.Suspicions)
            {
                yield return Won(judged.Campaign, suspicion, maker);
            }
        }
    }

    private static Finding Tried(Campaign campaign, FindingMaker maker)
    {
        FindingRule rule = RuleOf(campaign);
        SignIn[] tries = [.. campaign.Tries.Select(t => t.Source)];
        string tool = Words.Cut(Shared(campaign));
        string reason =
            $"{Words.Count(campaign.Count, "try", "tries")} at {Words.Count(campaign.Accounts.Count, "account")}"
            + (campaign.UnknownAccounts > 0 ? $" ({campaign.UnknownAccounts} of them do not exist)" : "")
            + $" from {Words.Count(campaign.Addresses.Count, "source")} in {Words.Span(campaign.Last - campaign.First)}"
            + (tool.Length > 0 ? $" share {tool}" : "")
            + $"; chance gives {Words.Number(campaign.Score.Expected)} accounts, the log-likelihood ratio is {Words.Number(campaign.Score.Total)}.";
        return maker.Make(
            rule,
            tries,
            FindingMaker.EntitiesOf(tries),
            reason,
            ("system", tries[0].System),
            ("tool", tool),
            ("accounts", $"{campaign.Accounts.Count}"),
            ("sources", $"{campaign.Addresses.Count}"),
            ("tries", $"{campaign.Count}")
        );
    }

    private static FindingRule RuleOf(Campaign campaign)
    {
        double unknown = campaign.UnknownAccounts / (double)campaign.Accounts.Count;
        double triesEach = campaign.Count / (double)campaign.Accounts.Count;
        double days = Math.Max(1, (campaign.Last - campaign.First).TotalDays);
        return unknown >= 0.85
                ? FindingMaker.Rule("enumeration", "User enumeration", Level.Medium, "T1087", "T1110.003")
            : triesEach / days > 50
                ? FindingMaker.Rule("brute-force", "Brute force of several accounts", Level.High, "T1110.001")
            : unknown >= 0.3 && triesEach <= 3 && campaign.Accounts.Count >= 10
                ? FindingMaker.Rule("credential-stuffing", "Credential stuffing", Level.High, "T1110.004")
            : FindingMaker.Rule("password-spray", "Password spray", Level.High, "T1110.003");
    }

    private static string Shared(Campaign campaign)
    {
        Attempt first = campaign.Tries[0];
        List<string> parts = [];
        if (first.Agent != 0 && campaign.Share(first, Trait.Agent) >= 0.9)
        {
            parts.Add($"the user agent '{Words.Cut(first.Source.UserAgent)}'");
        }

        if (first.Source.Application.Length > 0 && campaign.Share(first, Trait.Door) >= 0.9)
        {
            parts.Add($"the application '{Words.Cut(first.Source.Application)}'");
        }

        if (first.Source.Protocol.Length > 0 && campaign.Share(first, Trait.Door) >= 0.9)
        {
            parts.Add($"the protocol '{Words.Cut(first.Source.Protocol)}'");
        }

        return Words.List(parts);
    }

    private static Finding Won(Campaign campaign, Suspicion suspicion, FindingMaker maker)
    {
        Attempt attempt = suspicion.Attempt;
        FindingRule rule = attempt.IsSuccess
            ? FindingMaker.Rule(
                "spray-success",
                "Sign-in won by password spray",
                suspicion.Weight >= 5 ? Level.Critical : Level.High,
                "T1110.003",
                "T1078.004"
            )
            : FindingMaker.Rule("credential-exposed", "Password found, access stopped", Level.High, "T1110.003");
        List<SignIn> events =
        [
            .. campaign
                .ByAccount.GetValueOrDefault(attempt.Account, [])
                .Where(t => t.Time < attempt.Time)
                .TakeLast(20)
                .Select(t => t.Source),
            attempt.Source,
        ];
        string reason =
            $"{attempt.Source.Account} {(attempt.IsSuccess ? "signed in" : "had its password proven right")}"
            + $" from {Words.Cut(attempt.Source.Address.Length > 0 ? attempt.Source.Address : "an unknown address")}"
            + $" with {Words.List(suspicion.Reasons)}, beside an attack on {Words.Count(campaign.Accounts.Count, "account")};"
            + $" the evidence weighs {Words.Number(suspicion.Weight)}.";
        return maker.Make(
            rule,
            events,
            FindingMaker.EntitiesOf([attempt.Source]),
            reason,
            ("account", attempt.Source.Account),
            ("weight", Words.Number(suspicion.Weight))
        );
    }
}
