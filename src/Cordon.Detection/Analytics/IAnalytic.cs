using Cordon.Events;

namespace Cordon.Detection.Analytics;

/// <summary>Finds what single events do not show. Pure: the same timeline and settings give the same findings in the same order.</summary>
internal interface IAnalytic
{
    /// <summary>Finds.</summary>
    /// <param name="timeline">What was done at one organisation.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>
    /// Findings of kind <see cref="FindingKind.Analytic"/>, each with its entities, its reason, and the events it rests on in
    /// <see cref="Finding.Correlation"/> where they are several.
    /// </returns>
    IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel);
}
