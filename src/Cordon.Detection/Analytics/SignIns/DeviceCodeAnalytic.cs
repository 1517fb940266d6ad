using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Sign-ins by device code that lead to a place which the account never succeeds from: a code that somebody else asked for.</summary>
internal sealed class DeviceCodeAnalytic : IAnalytic
{
    private static readonly TimeSpan Use = TimeSpan.FromHours(2);

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        foreach (List<Attempt> own in study.ByAccount.Values)
        {
            var told = new HashSet<int>();
            foreach (Attempt attempt in own)
            {
                if (!attempt.IsSuccess || !IsDeviceCode(attempt.Source.Protocol))
                {
                    continue;
                }

                Attempt? strange = IsStrange(study, attempt)
                    ? attempt
                    : own.Find(a =>
                        a.IsSuccess
                        && a.Time > attempt.Time
                        && a.Time <= attempt.Time + Use
                        && a.Network != attempt.Network
                        && IsStrange(study, a)
                    );
                if (strange is not null && told.Add(strange.Network))
                {
                    yield return Tell(study, attempt, strange, maker);
                }
            }
        }
    }

    internal static bool IsDeviceCode(string protocol) =>
        protocol.Contains("devicecode", StringComparison.OrdinalIgnoreCase)
        || protocol.Contains("device code", StringComparison.OrdinalIgnoreCase)
        || protocol.Contains("device_code", StringComparison.OrdinalIgnoreCase);

    private static bool IsStrange(SignInStudy study, Attempt attempt) =>
        attempt.Network != 0
        && !study.Judge.IsHabitual(attempt, null)
        && study.Novelty.IsNew(attempt, Trait.Network)
        && (attempt.System == 0 || study.Novelty.IsNew(attempt, Trait.System));

    private static Finding Tell(SignInStudy study, Attempt code, Attempt strange, FindingMaker maker)
    {
        SignIn[] events = code == strange ? [code.Source] : [code.Source, strange.Source];
        List<string> reasons = [.. Novelty.Tell(study.Novelty.PatternOf(strange))];
        return maker.Make(
            FindingMaker.Rule(
                "device-code",
                "Device code used from a strange place",
                Level.High,
                "T1528",
                "T1566.002",
                "T1078.004"
            ),
            events,
            FindingMaker.EntitiesOf(events),
            $"{Words.Cut(code.Source.Account)} signed in by device code to '{Words.Cut(code.Source.Application)}', and the session is used from"
                + $" {Words.Cut(strange.Source.Address)}, where the account never succeeded before"
                + (reasons.Count > 0 ? $": {Words.List(reasons)}." : "."),
            ("account", code.Source.Account),
            ("address", strange.Source.Address)
        );
    }
}
