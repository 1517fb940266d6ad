using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Requests for a second factor until somebody gives in.</summary>
internal sealed class MfaFatigueAnalytic : IAnalytic
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        var window = TimeSpan.FromMinutes(settings["mfa-fatigue.minutes"]);
        foreach (List<Attempt> own in study.ByAccount.Values)
        {
            List<Attempt> refused =
            [
                .. own.Where(a =>
                    a.Source.SecondFactor is SecondFactor.Denied or SecondFactor.NotAnswered or SecondFactor.Failed
                ),
            ];
            int begin = 0;
            for (int i = 1; i <= refused.Count; i++)
            {
                if (i < refused.Count && refused[i].Time - refused[i - 1].Time <= window)
                {
                    continue;
                }

                List<Attempt> burst = refused[begin..i];
                begin = i;
                // From somebody's own place it is more likely a phone that is elsewhere.
                bool isHabitual = burst.TrueForAll(a => study.Judge.IsHabitual(a, null));
                double least = settings[isHabitual ? "mfa-fatigue.habitual-requests" : "mfa-fatigue.requests"];
                if (burst.Sum(a => a.Source.Count) >= least)
                {
                    yield return Asked(burst, maker);
                    if (Won(study, own, burst) is { } won)
                    {
                        yield return GaveIn(burst, won, maker);
                    }
                }
            }
        }
    }

    private static Attempt? Won(SignInStudy study, List<Attempt> own, List<Attempt> burst) =>
        own.Find(a =>
            a.IsSuccess
            && a.Time >= burst[0].Time
            && a.Time <= burst[^1].Time + After
            && a.Source.SecondFactor is not (SecondFactor.SatisfiedByToken or SecondFactor.NotRequired)
            && (burst.Exists(b => b.Address != 0 && b.Address == a.Address) || !study.Judge.IsHabitual(a, null))
        );

    private static Finding Asked(List<Attempt> burst, FindingMaker maker)
    {
        SignIn[] events = [.. burst.Select(a => a.Source)];
        int denied = events.Where(e => e.SecondFactor == SecondFactor.Denied).Sum(e => e.Count);
        return maker.Make(
            FindingMaker.Rule("mfa-fatigue", "Second factor asked for again and again", Level.High, "T1621"),
            events,
            FindingMaker.EntitiesOf(events),
            $"{Words.Cut(events[0].Account)} was asked for a second factor {Words.Count(events.Sum(e => (long)e.Count), "time")} in"
                + $" {Words.Span(burst[^1].Time - burst[0].Time)} and refused {denied} of them; whoever asked has the password.",
            ("account", events[0].Account)
        );
    }

    private static Finding GaveIn(List<Attempt> burst, Attempt won, FindingMaker maker) =>
        maker.Make(
            FindingMaker.Rule(
                "mfa-fatigue-success",
                "Second factor given after many requests",
                Level.Critical,
                "T1621",
                "T1078.004"
            ),
            [.. burst.Where(b => b.Time <= won.Time).TakeLast(20).Select(b => b.Source), won.Source],
            FindingMaker.EntitiesOf([won.Source]),
            $"{Words.Cut(won.Source.Account)} signed in from {Words.Cut(won.Source.Address)}"
                + $" after {Words.Count(burst.Where(b => b.Time <= won.Time).Sum(b => (long)b.Source.Count), "refused or unanswered request")} for a second factor.",
            ("account", won.Source.Account)
        );
}
