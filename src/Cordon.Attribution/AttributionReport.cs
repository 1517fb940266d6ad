using Cordon.Incidents;

namespace Cordon.Attribution;

/// <summary>Who may be behind the incidents of a scan. Immutable; for several threads.</summary>
public sealed class AttributionReport
{
    private readonly Dictionary<string, IncidentAttribution> _byIncident = new(StringComparer.Ordinal);

    /// <summary>Holds results.</summary>
    /// <param name="attributions">One for each incident; of two on one incident the first counts.</param>
    public AttributionReport(IEnumerable<IncidentAttribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(attributions);
        foreach (IncidentAttribution one in attributions)
        {
            _byIncident.TryAdd(one.IncidentId, one);
        }
    }

    /// <summary>A report that says nothing of any incident: nobody was asked.</summary>
    public static AttributionReport None { get; } = new([]);

    /// <summary>What is said of an incident; null where it was not looked at.</summary>
    public IncidentAttribution? Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return _byIncident.GetValueOrDefault(incident.Id);
    }
}
