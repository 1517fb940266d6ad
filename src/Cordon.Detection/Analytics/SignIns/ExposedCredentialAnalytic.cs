using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>A right password that a control stopped, from a place and client that are not the account's, and nobody who then came in from there: a password that was stolen elsewhere.</summary>
internal sealed class ExposedCredentialAnalytic : IAnalytic
{
    private static readonly TimeSpan Completion = TimeSpan.FromHours(24);

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        HashSet<int> told =
        [
            .. study.Campaigns.SelectMany(c => c.Suspicions).Select(s => s.Attempt.Account),
            .. study.JudgedBruteForces.SelectMany(b => b.Suspicions).Select(s => s.Attempt.Account),
        ];
        foreach ((int account, List<Attempt> own) in study.ByAccount)
        {
            if (told.Contains(account))
            {
                continue;
            }

            List<Attempt> exposed = [.. own.Where(a => a.IsExposed && IsStrange(study, own, a))];
            if (exposed.Count > 0)
            {
                SignIn[] events = [.. exposed.Select(e => e.Source)];
                List<string> reasons = [.. Novelty.Tell(study.Novelty.PatternOf(exposed[0]))];
                yield return maker.Make(
                    FindingMaker.Rule(
                        "credential-exposed",
                        "Password known to a stranger, access stopped",
                        Level.High,
                        "T1078.004"
                    ),
                    events,
                    FindingMaker.EntitiesOf(events),
                    $"{Words.Cut(events[0].Account)} had its password proven right {Words.Count(events.Sum(e => (long)e.Count), "time")} from"
                        + $" {Words.Cut(events[0].Address)} and was stopped ({Words.Cut(events[0].Code)}): {Words.List(reasons)}, and nobody came in from there within a day.",
                    ("account", events[0].Account)
                );
            }
        }
    }

    private static bool IsStrange(SignInStudy study, List<Attempt> own, Attempt attempt)
    {
        int pattern = study.Novelty.PatternOf(attempt);
        return (pattern & Novelty.Agent) != 0
            && (pattern & Novelty.Network) != 0
            && (pattern & (Novelty.Country | Novelty.System)) != 0
            && attempt.Source.SecondFactor != SecondFactor.EnrolmentRequired
            && !study.Judge.IsHabitual(attempt, null)
            && !own.Exists(a =>
                a.IsSuccess && a.Network == attempt.Network && (a.Time - attempt.Time).Duration() <= Completion
            );
    }
}
