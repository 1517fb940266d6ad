using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Attribution;
using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Warnings;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Files;

/// <summary>
/// Incidents and coverage as one JSON document, <c>incidents.json</c>; docs/formats/incidents.md describes the shape. Streams: memory does
/// not grow with the number of incidents.
/// </summary>
public static class IncidentsJson
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        // As in findings.jsonl: read by programs and by grep; control characters are escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    /// <summary>Writes the document as UTF-8 without a byte order mark: incidents worst first over all organisations.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="reports">One report for each organisation.</param>
    /// <param name="attributions">Who may be behind the incidents; null where nobody looked.</param>
    /// <param name="warnings">Who is to be warned of them; null for nobody.</param>
    /// <exception cref="IOException">The output can't be written.</exception>
    public static void Write(
        Stream output,
        IReadOnlyList<OrganisationReport> reports,
        AttributionReport? attributions = null,
        IReadOnlyList<Warning>? warnings = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(reports);
        ILookup<(string, string), Warning> told = (warnings ?? []).ToLookup(static w => (w.Organisation, w.IncidentId));
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("incidents");
        foreach (Incident incident in AnswerMaker.WorstFirst(reports))
        {
            WriteIncident(json, incident, attributions?.Of(incident), told[(incident.Organisation, incident.Id)]);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("coverage");
        foreach (OrganisationReport report in reports.OrderBy(static r => r.Organisation.Name, StringComparer.Ordinal))
        {
            foreach (LogStream stream in report.Coverage)
            {
                WriteStream(json, report.Organisation.Name, stream);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteIncident(
        Utf8JsonWriter json,
        Incident incident,
        IncidentAttribution? attribution,
        IEnumerable<Warning> warnings
    )
    {
        json.WriteStartObject();
        json.WriteString("id", incident.Id);
        json.WriteString("organisation", incident.Organisation);
        json.WriteString("title", incident.Title);
        json.WriteString("first", Wording.Of(incident.First));
        json.WriteString("last", Wording.Of(incident.Last));
        json.WriteString("outcome", OutcomeWords.Of(incident.Outcome));
        json.WriteStartArray("targets");
        foreach (IncidentTarget target in incident.Targets)
        {
            WriteTarget(json, target);
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (Observable source in incident.Sources)
        {
            json.WriteStartObject();
            WriteObservable(json, source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "techniques", incident.Techniques);
        WriteTexts(json, "findings", incident.Findings.Select(static f => f.Id));
        json.WriteNumber("findingCount", incident.FindingCount);
        json.WriteStartArray("links");
        foreach (IncidentLink link in incident.Links)
        {
            json.WriteStartObject();
            WriteObservable(json, link.Observable);
            WriteNumber(json, "weight", link.Weight);
            json.WriteString("statement", link.Statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumber(json, "probability", incident.Probability);
        json.WriteString("confidence", incident.Confidence);
        WriteTexts(json, "advice", incident.Advice);
        AttributionJson.Write(json, attribution);
        WarningJson.Write(json, warnings);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, IncidentTarget target)
    {
        json.WriteStartObject();
        WriteObservable(json, target.Observable);
        json.WriteString("outcome", OutcomeWords.Of(target.Outcome));
        WriteNumber(json, "probability", target.Probability);
        json.WriteString("mechanism", target.Mechanism);
        if (target.Containment is { } containment)
        {
            json.WriteStartObject("containment");
            json.WriteString("statement", containment.Statement);
            json.WriteString("time", Wording.Of(containment.Time));
            if (containment.After is { } after)
            {
                json.WriteNumber("afterSeconds", (long)Math.Round(after.TotalSeconds));
            }
            else
            {
                json.WriteNull("afterSeconds");
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("containment");
        }

        json.WriteStartArray("missingLogs");
        foreach (MissingLog missing in target.MissingLogs)
        {
            json.WriteStartObject();
            json.WriteString("kind", KindWords.Of(missing.Kind));
            json.WriteString("from", Wording.Of(missing.From));
            json.WriteString("until", Wording.Of(missing.Until));
            json.WriteString("reason", missing.Reason);
            json.WriteString("remedy", missing.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (Evidence evidence in target.Evidence)
        {
            WriteEvidence(json, evidence);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("statement", evidence.Statement);
        json.WriteString("supports", OutcomeWords.Of(evidence.Supports));
        WriteNumber(json, "weight", evidence.Weight);
        WriteTime(json, "time", evidence.Time);
        WriteTexts(json, "findings", evidence.Findings);
        json.WriteStartArray("events");
        foreach (EventOrigin origin in evidence.Events)
        {
            json.WriteStartObject();
            json.WriteString("source", origin.Source);
            json.WriteNumber("position", origin.Position);
            json.WritePropertyName("recordId");
            if (origin.RecordId is { } record)
            {
                json.WriteNumberValue(record);
            }
            else
            {
                json.WriteNullValue();
            }

            WriteTime(json, "time", origin.Time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStream(Utf8JsonWriter json, string organisation, LogStream stream)
    {
        json.WriteStartObject();
        json.WriteString("organisation", organisation);
        json.WriteString("kind", KindWords.Of(stream.Kind));
        json.WriteString("name", stream.Name);
        json.WriteString("writer", stream.Writer);
        WriteTexts(json, "sources", stream.Sources);
        json.WriteNumber("records", stream.Records);
        WriteTime(json, "first", stream.First);
        WriteTime(json, "last", stream.Last);
        json.WriteStartArray("gaps");
        foreach (TimeGap gap in stream.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("from", Wording.Of(gap.From));
            json.WriteString("until", Wording.Of(gap.Until));
            json.WriteString("reason", gap.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("missingRecords", stream.MissingRecords);
        json.WriteNumber("duplicates", stream.Duplicates);
        json.WriteNumber("rejected", stream.Rejected);
        json.WriteNumber("throttled", stream.Throttled);
        json.WriteEndObject();
    }

    private static void WriteObservable(Utf8JsonWriter json, Observable observable)
    {
        json.WriteString("kind", KindWords.Of(observable.Kind));
        json.WriteString("name", observable.Value);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTime? time)
    {
        if (time is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, Wording.Of(time));
        }
    }

    // JSON has no infinity; four digits are more than the model knows, and keep the file the same on every machine.
    private static void WriteNumber(Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(name, double.IsFinite(value) ? Math.Round(value, 4) : 0);
}
