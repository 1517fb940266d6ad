using Cordon.Events;

namespace Cordon.Intelligence.Sightings;

/// <summary>Counts findings of indicators to sightings while a scan goes on. For one thread.</summary>
public sealed class SightingCounter
{
    private const string Prefix = "indicator:";
    private readonly Dictionary<(string, string, string, DateOnly), Sighting> _all = [];

    /// <summary>Takes a finding; one of another kind, or without a time, counts for nothing.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="organisation">Whose log it is in; empty where it has no name.</param>
    public void Add(Finding finding, string organisation)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (
            finding.Rule.Kind != FindingKind.Indicator
            || finding.Time is not { } time
            || !finding.Rule.Id.StartsWith(Prefix, StringComparison.Ordinal)
        )
        {
            return;
        }

        string rest = finding.Rule.Id[Prefix.Length..];
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        var one = new Sighting(rest[..Math.Max(0, colon)], rest[(colon + 1)..], organisation, time, time, 1);
        _all[one.Key] = _all.TryGetValue(one.Key, out Sighting? before)
            ? before.With(one) with
            {
                Count = before.Count + 1,
            }
            : one;
    }

    /// <summary>What was seen, in a fixed order.</summary>
    public IReadOnlyList<Sighting> Sightings() => Ordered(_all.Values);

    internal static Sighting[] Ordered(IEnumerable<Sighting> sightings) =>
        [
            .. sightings
                .OrderBy(static s => s.First)
                .ThenBy(static s => s.Kind, StringComparer.Ordinal)
                .ThenBy(static s => s.Value, StringComparer.Ordinal)
                .ThenBy(static s => s.Organisation, StringComparer.Ordinal),
        ];
}
