using Cordon.Events;

namespace Cordon.Detection.Analytics.Sector;

/// <summary>
/// What attackers of another organisation worked from, met here: a sender of lures whose mail alone said too little, an address that guessed passwords
/// there and signs in here. What an organisation's own people habitually use or answer to is left out.
/// </summary>
public static class SectorAnalytic
{
    /// <summary>Looks at one organisation.</summary>
    /// <param name="timeline">What was done there.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="knowledge">Learnt from all organisations; what this one gave is passed over.</param>
    /// <param name="findings">What <see cref="AnalyticSuite.Run"/> found here: it is not told again.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Findings of kind <see cref="FindingKind.Analytic"/>, by kind of activity, then by time.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static IReadOnlyList<Finding> Run(
        ActivityTimeline timeline,
        AnalyticSettings settings,
        SectorKnowledge knowledge,
        IReadOnlyList<Finding> findings,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(findings);
        var search = new SectorSearch(timeline, settings, knowledge, findings);
        return [.. search.Mails(cancel), .. search.SignIns(cancel)];
    }
}
