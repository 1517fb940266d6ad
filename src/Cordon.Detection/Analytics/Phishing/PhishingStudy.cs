using System.Runtime.CompilerServices;
using Cordon.Detection.Analytics.Phishing.Names;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>The mails of a timeline with their scores, made once for all analytics that look at them.</summary>
internal sealed class PhishingStudy
{
    private static readonly ConditionalWeakTable<ActivityTimeline, PhishingStudy> Known = [];
    private readonly AnalyticSettings _settings;

    private PhishingStudy(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        _settings = settings;
        Suffixes = PublicSuffixes.Default;
        var scorer = new MailScorer(timeline, settings, Suffixes);
        List<MailScore> scores = [];
        foreach (MailGroup group in MailGroup.Of(timeline.Mails))
        {
            cancel.ThrowIfCancellationRequested();
            scores.Add(scorer.Score(group));
        }

        Scores = scores;
    }

    /// <summary>Registered domains.</summary>
    public PublicSuffixes Suffixes { get; }

    /// <summary>All mails, by time.</summary>
    public IReadOnlyList<MailScore> Scores { get; }

    /// <summary>The study of a timeline.</summary>
    public static PhishingStudy Of(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        if (!Known.TryGetValue(timeline, out PhishingStudy? study) || study._settings != settings)
        {
            study = new PhishingStudy(timeline, settings, cancel);
            Known.AddOrUpdate(timeline, study);
        }

        return study;
    }
}
