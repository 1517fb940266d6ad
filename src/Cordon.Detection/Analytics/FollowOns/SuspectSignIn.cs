using Cordon.Detection.Analytics.SignIns;
using Cordon.Detection.Analytics.Takeovers;
using Cordon.Events;

namespace Cordon.Detection.Analytics.FollowOns;

/// <summary>A sign-in that another analytic told as an attacker's: what follows it is looked at.</summary>
/// <param name="Account">The account.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Addresses">Where from.</param>
/// <param name="Sessions">Its sessions.</param>
/// <param name="Why">The title of what told it.</param>
internal sealed record SuspectSignIn(
    string Account,
    DateTime Time,
    IReadOnlyCollection<string> Addresses,
    IReadOnlyCollection<string> Sessions,
    string Why
)
{
    private static readonly IAnalytic[] Tellers =
    [
        new PasswordSprayAnalytic(),
        new BruteForceAnalytic(),
        new MfaFatigueAnalytic(),
        new DeviceCodeAnalytic(),
        new TokenReuseAnalytic(),
        new ImpossibleTravelAnalytic(),
        new TakeoverAnalytic(),
    ];

    /// <summary>All of a timeline, by account and time.</summary>
    public static ILookup<string, SuspectSignIn> Of(
        ActivityTimeline timeline,
        AnalyticSettings settings,
        CancellationToken cancel
    ) =>
        Tellers
            .SelectMany(t => t.Run(timeline, settings, cancel))
            .Where(f => Wins(f.Rule.Id))
            .SelectMany(f =>
                Values(f, ObservableKind.Account)
                    .Select(account => new SuspectSignIn(
                        account,
                        f.Rule.Id.EndsWith("-success", StringComparison.Ordinal)
                            ? f.Correlation!.Last
                            : f.Correlation!.First,
                        Values(f, ObservableKind.Address),
                        Values(f, ObservableKind.Session),
                        f.Rule.Title
                    ))
            )
            .OrderBy(s => s.Time)
            .ToLookup(s => s.Account, StringComparer.Ordinal);

    private static bool Wins(string id) =>
        id.EndsWith("-success", StringComparison.Ordinal)
        || id
            is "cordon-analytic-device-code"
                or "cordon-analytic-token-reuse"
                or "cordon-analytic-impossible-travel"
                or "cordon-analytic-takeover";

    private static List<string> Values(Finding finding, ObservableKind kind) =>
        [.. finding.Entities.Where(e => e.Observable.Kind == kind).Select(e => e.Observable.Value)];
}
