using Cordon.Detection.Activities;
using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;
using Cordon.Testing;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>Real mails: how many ordinary ones are taken for lures, and how much of real phishing is seen. docs/quality.md has the figures.</summary>
public sealed class PhishingCorporaTests
{
    [Fact]
    public void Ordinary_mail_is_left_alone()
    {
        (int mails, IReadOnlyList<Finding> findings) = Measure(Corpora.Require("mail", "spam-assassin"));
        Console.Error.WriteLine($"ordinary: {findings.Count} of {mails}");
        Assert.True(mails > 200);
        Assert.True(
            findings.Count <= 0.005 * mails,
            $"{findings.Count} of {mails}\n{string.Join('\n', findings.Select(f => $"{Path.GetFileName(f.Event.Source)} {f.Reason}"))}"
        );
    }

    [Fact]
    public void Real_phishing_is_seen_in_part()
    {
        (int mails, IReadOnlyList<Finding> findings) = Measure(Corpora.Require("mail", "phishing"));
        Console.Error.WriteLine($"phishing: {findings.Count} of {mails}");
        // No share is aimed at: weights are not fitted to this set. That nothing is seen would be a fault.
        Assert.InRange(findings.Count, mails / 20, mails);
    }

    private static (int Mails, IReadOnlyList<Finding> Findings) Measure(string folder)
    {
        var fields = new FieldTable();
        var collector = new ActivityCollector(fields, static _ => Organisation.Unnamed);
        ActivityReader reader = collector.CreateReader();
        foreach (EventPart part in new LogReader(fields).Open(LogFinder.Find([folder])))
        {
            List<Activity> activities = [];
            part.Read(e => reader.Read(e, activities));
            reader.Complete(activities);
            collector.Add(part.Source.Path, activities);
        }

        ActivityTimeline timeline = collector.TimelineOf(Organisation.Unnamed);
        IReadOnlyList<Finding> findings = AnalyticSuite.Run(
            timeline with
            {
                SignIns = [],
                Actions = [],
            },
            AnalyticSettings.Default,
            TestContext.Current.CancellationToken
        );
        return (timeline.Mails.Count, [.. findings.Where(f => f.Rule.Id == "cordon-analytic-spear-phish")]);
    }
}
