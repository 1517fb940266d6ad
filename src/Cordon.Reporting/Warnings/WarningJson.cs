using System.Text.Json;
using Cordon.Events;
using Cordon.Sector.Warnings;
using ProbabilityWords = Cordon.Attribution.ProbabilityWords;

namespace Cordon.Reporting.Warnings;

/// <summary>The <c>warnings</c> of an incident in <c>incidents.json</c>; docs/formats/incidents.md describes the shape.</summary>
internal static class WarningJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<Warning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (Warning warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("id", warning.Id);
            json.WriteString("recipient", warning.Recipient.Name);
            json.WriteNumber("likelihood", Math.Round(warning.Likelihood, 4));
            json.WriteString("likelihoodWord", ProbabilityWords.Of(warning.Likelihood));
            json.WriteString("confidence", warning.Confidence);
            json.WriteString("grade", warning.Grade);
            json.WriteString("marking", WarningWords.LabelOf(warning));
            json.WriteString("until", Wording.Of(warning.Until));
            json.WriteString("file", "warnings/" + WarningWords.FileNameOf(warning));
            json.WriteStartArray("reasons");
            foreach (WarningReason reason in warning.Reasons)
            {
                WriteReason(json, reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReason(Utf8JsonWriter json, WarningReason reason)
    {
        json.WriteStartObject();
        json.WriteString("kind", WarningWords.Of(reason.Kind));
        json.WriteString("statement", reason.Statement);
        json.WriteString("told", reason.Told);
        json.WriteNumber("probability", Math.Round(reason.Probability, 4));
        json.WriteStartArray("findings");
        foreach (string finding in reason.Findings)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (EventOrigin origin in reason.Events)
        {
            json.WriteStartObject();
            json.WriteString("source", origin.Source);
            json.WriteNumber("position", origin.Position);
            if (origin.RecordId is { } record)
            {
                json.WriteNumber("recordId", record);
            }
            else
            {
                json.WriteNull("recordId");
            }

            json.WriteString("time", Wording.Of(origin.Time));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("eventCount", reason.EventCount);
        json.WriteEndObject();
    }
}
