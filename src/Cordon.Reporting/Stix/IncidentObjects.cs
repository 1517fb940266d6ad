using System.Text;
using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Attack;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Stix;

/// <summary>The objects that stand for one incident: the incident, what was observed, its techniques, and what ties them.</summary>
internal static class IncidentObjects
{
    /// <summary>The incident core extension of the CTI technical committee's common object repository.</summary>
    private const string Core = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";

    private const int TextLimit = 4000;
    private const int TargetsInWords = 50;
    private const long MostObserved = 999_999_999;

    /// <summary>Writes them.</summary>
    public static void Write(StixWriter stix, string identity, Incident incident)
    {
        string id = StixId.OfOwn("incident", incident.Organisation, incident.Id);
        if (!stix.IsNew(id))
        {
            return;
        }

        WriteIncident(stix, identity, id, incident);
        stix.Relate(identity, id, "targets", identity, incident.First);
        var seen = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (IncidentTarget target in incident.Targets)
        {
            if (Observe(stix, target.Observable, seen) is { } sco)
            {
                stix.Relate(identity, id, "targets", sco, incident.First, Words(target));
            }
        }

        foreach (Observable source in incident.Sources)
        {
            if (Observe(stix, source, seen) is { } sco)
            {
                stix.Relate(identity, id, "related-to", sco, incident.First, "where it came from");
            }
        }

        foreach (Observable related in incident.Related)
        {
            Observe(stix, related, seen);
        }

        string? observed = WriteObserved(stix, identity, incident, seen);
        if (observed is not null)
        {
            stix.Relate(identity, id, "related-to", observed, incident.First, "what was observed");
        }

        foreach (string technique in incident.Techniques.Where(TechniqueFacts.IsIdentifier))
        {
            WriteTechnique(stix, identity, id, incident, technique, observed);
        }
    }

    private static void WriteIncident(StixWriter stix, string identity, string id, Incident incident)
    {
        stix.Start("incident", id, identity, incident.First);
        stix.List("labels", [OutcomeWords.Of(incident.Outcome)]);
        stix.Json.WriteNumber("confidence", Hundred(incident.Probability));
        stix.Json.WriteString("name", SafeText.OneLine(incident.Title, 300));
        stix.Json.WriteString("description", Description(incident));
        stix.Json.WriteStartArray("external_references");
        stix.Json.WriteStartObject();
        stix.Json.WriteString("source_name", "cordon");
        stix.Json.WriteString("external_id", incident.Id);
        stix.Json.WriteEndObject();
        stix.Json.WriteEndArray();
        stix.Json.WriteStartObject("extensions");
        stix.Json.WriteStartObject(Core);
        stix.Json.WriteString("extension_type", "property-extension");
        stix.Json.WriteString("determination", Determination(incident.Outcome));
        stix.Json.WriteString("investigation_status", "new");
        stix.Json.WriteEndObject();
        stix.Json.WriteEndObject();
        stix.End();
    }

    private static string Determination(Outcome outcome) =>
        outcome switch
        {
            Outcome.NotAnAttack => "false-positive",
            Outcome.Failed => "failed-attempt",
            Outcome.Blocked => "blocked",
            Outcome.AccessGained or Outcome.FollowOn => "confirmed",
            _ => "suspected",
        };

    private static string Description(Incident incident)
    {
        var text = new StringBuilder();
        text.Append(OutcomeWords.Label(incident.Outcome)).Append(": ").Append(OutcomeWords.Meaning(incident.Outcome));
        text.Append('\n')
            .Append(Wording.Short(incident.First))
            .Append(" to ")
            .Append(Wording.Short(incident.Last))
            .Append(" UTC, ")
            .Append(Wording.Counted(incident.FindingCount, "finding"))
            .Append(", confidence ")
            .Append(SafeText.OneLine(incident.Confidence, 20));
        foreach (IncidentTarget target in incident.Targets.Take(TargetsInWords))
        {
            text.Append('\n')
                .Append(KindWords.Of(target.Observable.Kind))
                .Append(' ')
                .Append(SafeText.OneLine(target.Observable.Value, 200))
                .Append(": ")
                .Append(Words(target));
        }

        if (incident.Targets.Count > TargetsInWords)
        {
            text.Append("\n… and ")
                .Append(Wording.Counted(incident.Targets.Count - TargetsInWords, "more target"))
                .Append(" in incidents.json");
        }

        return text.ToString();
    }

    private static string Words(IncidentTarget target)
    {
        string words = $"{OutcomeWords.Label(target.Outcome)} ({Phrase.Percent(target.Probability)})";
        if (target.Evidence.Count > 0)
        {
            words += $": {target.Evidence[0].Statement}";
        }

        if (target.Containment is { } containment)
        {
            words += $" Contained {Wording.Short(containment.Time)} UTC: {containment.Statement}";
        }

        return SafeText.OneLine(words, TextLimit);
    }

    private static string? Observe(StixWriter stix, Observable observable, OrderedDictionary<string, bool> seen)
    {
        if (CyberObservable.Of(observable) is not { } sco)
        {
            return null;
        }

        if (stix.IsNew(sco.Id))
        {
            sco.Write(stix.Json, stix.Marking);
        }

        seen.TryAdd(sco.Id, true);

        return sco.Id;
    }

    private static string? WriteObserved(
        StixWriter stix,
        string identity,
        Incident incident,
        OrderedDictionary<string, bool> seen
    )
    {
        if (seen.Count == 0)
        {
            return null;
        }

        string id = StixId.OfOwn("observed-data", incident.Organisation, incident.Id);
        stix.Start("observed-data", id, identity, incident.First);
        stix.Time("first_observed", incident.First);
        stix.Time("last_observed", incident.Last);
        stix.Json.WriteNumber("number_observed", Math.Clamp(incident.FindingCount, 1, MostObserved));
        stix.List("object_refs", seen.Keys);
        stix.End();
        return id;
    }

    private static void WriteTechnique(
        StixWriter stix,
        string identity,
        string incidentId,
        Incident incident,
        string technique,
        string? observed
    )
    {
        string id = StixId.OfOwn("attack-pattern", technique);
        if (stix.IsNew(id))
        {
            WriteAttackPattern(stix, id, technique);
        }

        stix.Relate(identity, incidentId, "related-to", id, incident.First, "the technique that the findings name");
        if (incident.Outcome == Outcome.NotAnAttack)
        {
            return;
        }

        stix.Start(
            "sighting",
            StixId.OfOwn("sighting", incident.Organisation, incident.Id, technique),
            identity,
            incident.First
        );
        stix.Time("first_seen", incident.First);
        stix.Time("last_seen", incident.Last);
        stix.Json.WriteNumber("count", 1);
        stix.Json.WriteString("sighting_of_ref", id);
        if (observed is not null)
        {
            stix.List("observed_data_refs", [observed]);
        }

        stix.List("where_sighted_refs", [identity]);
        stix.End();
    }

    private static void WriteAttackPattern(StixWriter stix, string id, string technique)
    {
        string name = TechniqueFacts.NameOf(technique);
        stix.StartTimeless("attack-pattern", id);
        stix.Json.WriteString("name", name.Length == 0 ? technique : name);
        stix.Json.WriteStartArray("external_references");
        stix.Json.WriteStartObject();
        stix.Json.WriteString("source_name", "mitre-attack");
        stix.Json.WriteString("external_id", technique);
        stix.Json.WriteString("url", "https://attack.mitre.org/techniques/" + technique.Replace('.', '/'));
        stix.Json.WriteEndObject();
        stix.Json.WriteEndArray();
        IReadOnlyList<string> tactics = TechniqueFacts.TacticsOf(technique);
        if (tactics.Count > 0)
        {
            stix.Json.WriteStartArray("kill_chain_phases");
            foreach (string tactic in tactics)
            {
                stix.Json.WriteStartObject();
                stix.Json.WriteString("kill_chain_name", "mitre-attack");
                stix.Json.WriteString("phase_name", tactic);
                stix.Json.WriteEndObject();
            }

            stix.Json.WriteEndArray();
        }

        stix.End();
    }

    private static int Hundred(double probability) =>
        double.IsFinite(probability) ? (int)Math.Round(Math.Clamp(probability, 0, 1) * 100) : 0;
}
