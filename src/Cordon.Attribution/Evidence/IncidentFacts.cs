using Cordon.Events;
using Cordon.Events.Organisations;
using Cordon.Incidents;

namespace Cordon.Attribution.Evidence;

/// <summary>What of an incident can be compared: techniques, observables and lures, each with the findings that show it. Immutable.</summary>
internal sealed class IncidentFacts
{
    private static readonly string[] WayInTechniques =
    [
        "T1110",
        "T1566",
        "T1598",
        "T1528",
        "T1621",
        "T1190",
        "T1133",
        "T1195",
        "T1199",
        "T1189",
    ];

    private IncidentFacts(Incident incident, Organisation organisation) =>
        (Incident, Organisation) = (incident, organisation);

    public Incident Incident { get; }

    public Organisation Organisation { get; }

    /// <summary>Techniques with the findings that name them.</summary>
    public SortedDictionary<string, List<string>> Techniques { get; } = new(StringComparer.Ordinal);

    /// <summary>The techniques of these that are ways in, without what follows the point; lures for passwords count as lures.</summary>
    public IReadOnlyList<string> WaysIn { get; private set; } = [];

    /// <summary>Observables that are no target, in a fixed order, with when they were first seen and the findings that show them.</summary>
    public IReadOnlyList<SeenObservable> Observables { get; private set; } = [];

    /// <summary>What lures were about, with the findings that say so; only of Cordon's own analytics, as other fields are anybody's text.</summary>
    public SortedDictionary<string, List<string>> Lures { get; } = new(StringComparer.Ordinal);

    public static IncidentFacts Of(Incident incident, Organisation organisation, AttributionOptions options)
    {
        var facts = new IncidentFacts(incident, organisation);
        HashSet<Observable> targets = [.. incident.Targets.Select(static t => t.Observable)];
        Dictionary<Observable, SeenObservable> seen = [];
        foreach (
            Finding finding in incident
                .Findings.OrderBy(static f => f.Time)
                .ThenBy(static f => f.Rule.Id, StringComparer.Ordinal)
                .ThenBy(static f => f.Event.Source, StringComparer.Ordinal)
                .ThenBy(static f => f.Event.Position)
        )
        {
            string id = finding.Id;
            if (finding.Rule.Kind != FindingKind.Indicator && finding.Rule.Level >= Level.Medium)
            {
                foreach (string technique in finding.Rule.Techniques)
                {
                    Cite(facts.Techniques, technique.ToUpperInvariant(), id, options);
                }
            }

            if (finding.Rule.Kind == FindingKind.Analytic)
            {
                foreach (SnapshotField field in finding.Fields.Where(static f => f.Name == "lure" && f.Text != "none"))
                {
                    Cite(facts.Lures, field.Text, id, options);
                }
            }

            foreach (FindingEntity entity in finding.Entities)
            {
                if (entity.Role != EntityRole.Target && !targets.Contains(entity.Observable))
                {
                    See(seen, entity.Observable, finding.Time ?? incident.First, id, options);
                }
            }
        }

        foreach (Observable observable in incident.Sources.Concat(incident.Related).Where(o => !targets.Contains(o)))
        {
            See(seen, observable, incident.First, null, options);
        }

        facts.Observables =
        [
            .. seen
                .Values.OrderBy(static o => o.Observable.Kind)
                .ThenBy(static o => o.Observable.Value, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static o => o.Observable.Value, StringComparer.Ordinal)
                .Take(options.MaxObservables),
        ];
        facts.WaysIn =
        [
            .. facts
                .Techniques.Keys.Select(static t => t.Split('.')[0])
                .Where(static t => WayInTechniques.Contains(t, StringComparer.Ordinal))
                .Select(WayIn)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return facts;
    }

    /// <summary>The way in that a technique is: asking for passwords (T1598) is what lures do (T1566).</summary>
    public static string WayIn(string technique)
    {
        string parent = technique.Split('.')[0];
        return parent == "T1598" ? "T1566" : parent;
    }

    private static void Cite(
        SortedDictionary<string, List<string>> list,
        string key,
        string finding,
        AttributionOptions options
    )
    {
        if (!list.TryGetValue(key, out List<string>? findings))
        {
            list.Add(key, findings = []);
        }

        if (findings.Count < options.MaxCited && !findings.Contains(finding))
        {
            findings.Add(finding);
        }
    }

    private static void See(
        Dictionary<Observable, SeenObservable> seen,
        Observable observable,
        DateTime time,
        string? finding,
        AttributionOptions options
    )
    {
        if (!seen.TryGetValue(observable, out SeenObservable? one))
        {
            seen.Add(observable, one = new SeenObservable(observable, time));
        }

        if (finding is not null && one.Findings.Count < options.MaxCited && !one.Findings.Contains(finding))
        {
            one.Findings.Add(finding);
        }
    }
}

/// <summary>An observable of an incident, with when it was first seen and the findings that show it.</summary>
internal sealed record SeenObservable(Observable Observable, DateTime Time)
{
    public List<string> Findings { get; } = [];

    public DateOnly Day => DateOnly.FromDateTime(Time);
}
