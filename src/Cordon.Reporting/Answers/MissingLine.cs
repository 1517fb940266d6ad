using Cordon.Events.Coverage;
using Cordon.Incidents;

namespace Cordon.Reporting.Answers;

/// <summary>A kind of log that is missing for one reason, over all targets whose outcome hangs on it.</summary>
/// <param name="Kind">What log.</param>
/// <param name="Reason">Why it does not serve.</param>
/// <param name="From">Start of the earliest time for which it is missing, UTC.</param>
/// <param name="Until">End of the latest, UTC.</param>
/// <param name="Targets">How many targets' outcomes hang on it.</param>
/// <param name="Remedy">How to get it.</param>
internal sealed record MissingLine(
    LogKind Kind,
    string Reason,
    DateTime From,
    DateTime Until,
    int Targets,
    string Remedy
)
{
    /// <summary>What is missing, most targets first.</summary>
    public static IReadOnlyList<MissingLine> Of(IEnumerable<Incident> incidents) =>
        [
            .. incidents
                .SelectMany(static i => i.Targets)
                .SelectMany(static t => t.MissingLogs.Select(m => (Target: t, Log: m)))
                .GroupBy(static pair => (pair.Log.Kind, pair.Log.Reason))
                .Select(static group => new MissingLine(
                    group.Key.Kind,
                    group.Key.Reason,
                    group.Min(static p => p.Log.From),
                    group.Max(static p => p.Log.Until),
                    group.Select(static p => p.Target).Distinct(ReferenceEqualityComparer.Instance).Count(),
                    group.First().Log.Remedy
                ))
                .OrderByDescending(static line => line.Targets)
                .ThenBy(static line => line.Kind)
                .ThenBy(static line => line.Reason, StringComparer.Ordinal),
        ];
}
