using System.Runtime.CompilerServices;
using Cordon.Detection.Analytics.SignIns;

namespace Cordon.Detection.Analytics.Takeovers;

/// <summary>The strange sign-ins of a timeline with what speaks for each, made once for all that look at them.</summary>
internal sealed class TakeoverStudy
{
    private static readonly ConditionalWeakTable<ActivityTimeline, TakeoverStudy> Known = [];
    private readonly AnalyticSettings _settings;

    private TakeoverStudy(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        _settings = settings;
        var study = SignInStudy.Of(timeline, settings, cancel);
        var evidence = new TakeoverEvidence(timeline, settings, cancel);
        List<Takeover> all = [];
        foreach (List<Attempt> own in study.ByAccount.Values)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (Attempt attempt in own)
            {
                if (
                    attempt.IsSuccess
                    && !attempt.IsAccountHidden
                    && !study.Judge.IsHabitual(attempt, null)
                    && study.Novelty.PatternOf(attempt) != 0
                )
                {
                    all.Add(evidence.Weigh(attempt));
                }
            }
        }

        All = all;
    }

    /// <summary>By account, then by time.</summary>
    public IReadOnlyList<Takeover> All { get; }

    public static TakeoverStudy Of(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        if (!Known.TryGetValue(timeline, out TakeoverStudy? study) || study._settings != settings)
        {
            study = new TakeoverStudy(timeline, settings, cancel);
            Known.AddOrUpdate(timeline, study);
        }

        return study;
    }
}
