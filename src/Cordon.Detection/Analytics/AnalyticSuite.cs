using Cordon.Detection.Analytics.FollowOns;
using Cordon.Detection.Analytics.Phishing;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Detection.Analytics.Takeovers;
using Cordon.Events;

namespace Cordon.Detection.Analytics;

/// <summary>All analytics, in a fixed order.</summary>
public static class AnalyticSuite
{
    // One line for each. The order is the order of findings.
    private static readonly IReadOnlyList<IAnalytic> All =
    [
        new PasswordSprayAnalytic(),
        new BruteForceAnalytic(),
        new ExposedCredentialAnalytic(),
        new MfaFatigueAnalytic(),
        new DeviceCodeAnalytic(),
        new TokenReuseAnalytic(),
        new ImpossibleTravelAnalytic(),
        new TakeoverAnalytic(),
        new ConsentPhishingAnalytic(),
        new FollowOnAnalytic(),
        new SpearPhishAnalytic(),
        new OnwardPhishAnalytic(),
    ];

    /// <summary>Runs all analytics over what was done at one organisation.</summary>
    /// <param name="timeline">What was done, by time, without repeated rows.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Findings of kind <see cref="FindingKind.Analytic"/>, in the order of the analytics, then of time.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static IReadOnlyList<Finding> Run(
        ActivityTimeline timeline,
        AnalyticSettings settings,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(settings);
        List<Finding> findings = [];
        foreach (IAnalytic analytic in All)
        {
            cancel.ThrowIfCancellationRequested();
            findings.AddRange(analytic.Run(timeline, settings, cancel));
        }

        return findings;
    }
}
