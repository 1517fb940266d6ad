using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>One session in two places: a token that was stolen, or taken by a page between user and provider.</summary>
internal sealed class TokenReuseAnalytic : IAnalytic
{
    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        double least = settings["token-reuse.score"];
        foreach (List<Attempt> own in study.ByAccount.Values)
        {
            foreach (
                IGrouping<string, Attempt> session in own.Where(IsOfCloud)
                    .GroupBy(a => a.Source.Session, StringComparer.Ordinal)
            )
            {
                List<Attempt> uses = [.. session];
                Attempt? best = null;
                double weight = double.MinValue;
                List<string> reasons = [];
                foreach (Attempt use in uses.Skip(1))
                {
                    if (use.Network != uses[0].Network && use.Network != 0 && uses[0].Network != 0)
                    {
                        List<string> told = [];
                        double score = Weigh(study, uses, use, told);
                        if (score > weight)
                        {
                            (best, weight, reasons) = (use, score, told);
                        }
                    }
                }

                if (best is not null && weight >= least)
                {
                    SignIn[] events = [.. uses.Select(u => u.Source)];
                    yield return maker.Make(
                        FindingMaker.Rule(
                            "token-reuse",
                            "Session used in two places",
                            Level.High,
                            "T1550.004",
                            "T1557"
                        ),
                        events,
                        FindingMaker.EntitiesOf(events),
                        $"The session of {Words.Cut(events[0].Account)} that began at {Words.Cut(events[0].Address)} was used from"
                            + $" {Words.Cut(best.Source.Address)}: {Words.List(reasons)}; the evidence weighs {Words.Number(weight)}.",
                        ("account", events[0].Account),
                        ("session", session.Key)
                    );
                }
            }
        }
    }

    // Windows numbers its sessions anew with each start; only the cloud's identifiers travel.
    private static bool IsOfCloud(Attempt attempt) =>
        attempt.IsSuccess
        && attempt.Source.Session.Length >= 8
        && AttemptReader.FamilyOf(attempt.Source.System) is not ("windows" or "sshd" or "vpn");

    private static double Weigh(SignInStudy study, List<Attempt> uses, Attempt use, List<string> reasons)
    {
        Attempt first = uses[0];
        double sum = 0;
        if (first.System != 0 && use.System != 0 && first.System != use.System)
        {
            sum += 1;
            reasons.Add("another provider");
        }

        bool isUseStrange = !study.Judge.IsHabitual(use, null) && study.Novelty.IsNew(use, Trait.Network);
        bool isFirstStrange = !study.Judge.IsHabitual(first, null) && study.Novelty.IsNew(first, Trait.Network);
        if (isUseStrange && (use.System == 0 || study.Novelty.IsNew(use, Trait.System)))
        {
            sum += 2;
            reasons.Add("new to the account");
        }

        if (isFirstStrange && (first.System == 0 || study.Novelty.IsNew(first, Trait.System)))
        {
            sum += 1;
            reasons.Add("begun in a strange place");
        }

        if (first.Agent != 0 && use.Agent != 0 && first.Agent != use.Agent)
        {
            bool isNew = study.Novelty.IsNew(use, Trait.Agent);
            sum += isNew ? 1.5 : 0.5;
            reasons.Add(isNew ? "a client new to the account" : "another client");
        }

        if (first.Country != 0 && use.Country != 0 && first.Country != use.Country)
        {
            sum += 1.5;
            reasons.Add("another country");
        }

        if (use.Source.SecondFactor == SecondFactor.SatisfiedByToken)
        {
            sum += 0.5;
            reasons.Add("the second factor taken from the token");
        }

        // Back at the first place after the other: two hold the token at the same time.
        if (uses.Exists(u => u.Time > use.Time && u.Network == first.Network))
        {
            sum += 1;
            reasons.Add("both at the same time");
        }

        if (first.Device != 0 && first.Device == use.Device)
        {
            sum -= 4;
        }

        if (!isUseStrange && !isFirstStrange)
        {
            sum -= 4;
        }

        return use.IsOwnAddress && !isFirstStrange ? sum - 4 : sum;
    }
}
