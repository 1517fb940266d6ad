using Cordon.Detection.Analytics.Phishing.Evidence;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>Mails from outside whose sender, links, files and words together speak for a lure.</summary>
internal sealed class SpearPhishAnalytic : IAnalytic
{
    private const int ReasonsTold = 5;

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var maker = new FindingMaker(settings);
        foreach (MailScore score in PhishingStudy.Of(timeline, settings, cancel).Scores)
        {
            cancel.ThrowIfCancellationRequested();
            if (score.Score >= settings["mail.score"] && score.Group.Mail.IsInternal != true)
            {
                yield return FindingOf(score, settings, maker);
            }
        }
    }

    private static Finding FindingOf(MailScore score, AnalyticSettings settings, FindingMaker maker)
    {
        string[] reasons =
        [
            .. score
                .Evidence.Where(e => e.Weight > 0)
                .OrderByDescending(e => e.Weight)
                .Take(ReasonsTold)
                .Select(e => e.Words),
        ];
        MailStatus status = score.Group.Status;
        return maker.Make(
            FindingMaker.Rule(
                "spear-phish",
                "Spear-phishing mail",
                score.Score >= settings["mail.high-score"] ? Level.High : Level.Medium,
                PhishingFacts.TechniquesOf(score)
            ),
            score.Group.Mails,
            PhishingFacts.EntitiesOf(score),
            $"A mail to {Words.Count(score.Group.Recipients.Count, "recipient")}: {Words.List(reasons)}; the evidence weighs {Words.Number(score.Score)}.",
            ("subject", Words.Cut(score.Group.Mail.Subject)),
            ("lure", score.Lure.Name),
            ("status", PhishingFacts.Word(status)),
            ("score", Words.Number(score.Score))
        );
    }
}
