using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Answers;

namespace Cordon.Reporting.Stix;

/// <summary>
/// Incidents as a STIX 2.1 bundle, <c>incidents.stix.json</c>: who, what was observed, what came of it, and what the logs cover;
/// docs/formats/incidents.md says which object stands for what. The same input gives the same bytes, and the same thing has the same
/// identifier in every report.
/// </summary>
public static class IncidentsStix
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    /// <summary>Writes the bundle as UTF-8 without a byte order mark.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="reports">One report for each organisation.</param>
    /// <param name="scannedAt">When the scan was made, UTC: the version of the objects.</param>
    /// <param name="marking">How far it may be shared; every object carries it.</param>
    /// <param name="attributions">Who may be behind the incidents; null where nobody looked.</param>
    /// <exception cref="IOException">The output can't be written.</exception>
    public static void Write(
        Stream output,
        IReadOnlyList<OrganisationReport> reports,
        DateTime scannedAt,
        TlpMarking marking = TlpMarking.Amber,
        AttributionReport? attributions = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(reports);
        using var json = new Utf8JsonWriter(output, Options);
        var stix = new StixWriter(json, TlpObjects.IdOf(marking), scannedAt);
        json.WriteStartObject();
        json.WriteString("type", "bundle");
        json.WriteString(
            "id",
            StixId.OfOwn(
                "bundle",
                [
                    Wording.Of(scannedAt),
                    .. reports
                        .SelectMany(static r => r.Incidents)
                        .Select(static i => i.Id)
                        .Order(StringComparer.Ordinal),
                ]
            )
        );
        json.WriteStartArray("objects");
        TlpObjects.Write(json, marking);
        foreach (OrganisationReport report in reports.OrderBy(static r => r.Organisation.Name, StringComparer.Ordinal))
        {
            string identity = IdentityObject.Write(stix, report.Organisation.Name);
            foreach (Incident incident in AnswerMaker.WorstFirst([report]))
            {
                IncidentObjects.Write(stix, identity, incident);
                AttributionObjects.Write(stix, identity, incident, attributions?.Of(incident));
                json.Flush();
            }

            CoverageNote.Write(stix, identity, report);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
