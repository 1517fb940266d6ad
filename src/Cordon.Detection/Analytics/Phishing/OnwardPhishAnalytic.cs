using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>One of the organisation's own accounts sends a lure to many within an hour: what a taken mailbox is used for.</summary>
internal sealed class OnwardPhishAnalytic : IAnalytic
{
    private static readonly TimeSpan Burst = TimeSpan.FromHours(1);

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var maker = new FindingMaker(settings);
        foreach (
            IGrouping<string, MailScore> sender in PhishingStudy
                .Of(timeline, settings, cancel)
                .Scores.Where(s => s.Group.Mail.IsInternal == true && s.Group.Mail.From.Length > 0)
                .GroupBy(s => s.Group.Mail.From, StringComparer.Ordinal)
        )
        {
            cancel.ThrowIfCancellationRequested();
            // Words and files count here, not who it comes from: that is true.
            List<MailScore> lures =
            [
                .. sender.Where(s =>
                    s.Evidence.Where(e => e.Weight > 0 && IsContent(e.Name)).Sum(e => e.Weight)
                    >= settings["mail.onward-score"]
                ),
            ];
            int begin = 0;
            for (int i = 0; i < lures.Count; i++)
            {
                bool isLast =
                    i + 1 == lures.Count || lures[i + 1].Group.Mail.Time - lures[begin].Group.Mail.Time > Burst;
                if (!isLast)
                {
                    continue;
                }

                List<MailScore> burst = lures[begin..(i + 1)];
                begin = i + 1;
                int recipients = burst.SelectMany(s => s.Group.Recipients).Distinct(StringComparer.Ordinal).Count();
                if (recipients >= settings["mail.onward-recipients"])
                {
                    yield return maker.Make(
                        FindingMaker.Rule(
                            "onward-phish",
                            "Own account sends a lure to many",
                            Level.High,
                            "T1534",
                            "T1586.002"
                        ),
                        [.. burst.SelectMany(s => s.Group.Mails)],
                        [
                            FindingMaker.Account(sender.Key),
                            .. burst.SelectMany(PhishingFacts.EntitiesOf).Where(e => e.Role == EntityRole.Related),
                        ],
                        $"{Words.Cut(sender.Key)} sent {Words.Count(burst.Count, "mail")} that read like a {burst[0].Lure.Name} lure to {Words.Count(recipients, "recipient")} within an hour.",
                        ("account", sender.Key),
                        ("recipients", $"{recipients}")
                    );
                }
            }
        }
    }

    private static bool IsContent(string name) =>
        name.StartsWith("file-", StringComparison.Ordinal)
        || name.StartsWith("link-", StringComparison.Ordinal)
        || name.StartsWith("lure-", StringComparison.Ordinal)
        || name is "urgency" or "form-in-mail" or "hidden-text";
}
