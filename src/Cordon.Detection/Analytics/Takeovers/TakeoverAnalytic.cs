using Cordon.Detection.Analytics.Phishing;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Takeovers;

/// <summary>
/// Sign-ins that are new to their account and have company: a lure before, refused requests for a second factor, changes from the same place, an answer of
/// the defenders. None of it is an attack by itself; together it is.
/// </summary>
internal sealed class TakeoverAnalytic : IAnalytic
{
    private const int ReasonsTold = 6;

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var maker = new FindingMaker(settings);
        TimeSpan window = TimeSpan.FromHours(settings["takeover.hours-after"]);
        foreach (
            IGrouping<int, Takeover> own in TakeoverStudy
                .Of(timeline, settings, cancel)
                .All.Where(t => t.LogOdds >= settings["takeover.score"])
                .GroupBy(t => t.Attempt.Account)
        )
        {
            List<Takeover> row = [];
            foreach (Takeover takeover in own)
            {
                if (row.Count > 0 && takeover.SignIn.Time - row[^1].SignIn.Time > window)
                {
                    yield return Tell(row, settings, maker);
                    row = [];
                }

                row.Add(takeover);
            }

            yield return Tell(row, settings, maker);
        }
    }

    private static Finding Tell(List<Takeover> row, AnalyticSettings settings, FindingMaker maker)
    {
        Takeover best = row.MaxBy(t => t.LogOdds)!;
        SignIn[] signIns = [.. row.Select(t => t.SignIn)];
        MailScore[] mails = [.. row.Select(t => t.Mail).OfType<MailScore>().Distinct()];
        Activity[] activities =
        [
            .. mails
                .SelectMany(m => m.Group.Mails)
                .Concat<Activity>(signIns)
                .Concat(row.SelectMany(t => t.Actions).Distinct())
                .OrderBy(a => a.Time),
        ];
        return maker.Make(
            FindingMaker.Rule(
                "takeover",
                "Account taken over",
                best.LogOdds >= settings["takeover.high-score"] ? Level.High : Level.Medium,
                best.Mail is null ? ["T1078"] : ["T1078", "T1566"]
            ),
            activities,
            [
                .. FindingMaker.PlacesOf(signIns),
                .. mails.Where(m => m.Score >= settings["mail.score"]).SelectMany(PhishingFacts.EntitiesOf),
            ],
            $"{Words.Cut(best.SignIn.Account)} signed in from {Words.Cut(best.SignIn.Address)}: {Words.List([.. best.Reasons.Take(ReasonsTold)])};"
                + $" the evidence weighs {Words.Number(best.LogOdds)}.",
            ("account", best.SignIn.Account),
            ("address", best.SignIn.Address)
        );
    }
}
