using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;

namespace Cordon.Cli.Intelligence;

/// <summary>A report that was read, as JSON; docs/reading-reports.md says what each part means.</summary>
internal static class ReportJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Report report, Stream output)
    {
        using var json = new Utf8JsonWriter(
            output,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default }
        );
        json.WriteStartObject();
        json.WriteStartObject("report");
        json.WriteString("title", report.Title);
        json.WriteString("published", report.Published?.ToString("O"));
        json.WriteString("publisher", report.Publisher);
        json.WriteEndObject();
        json.WriteStartArray("entities");
        foreach (ReportEntity entity in report.Entities)
        {
            Write(json, entity);
        }

        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (Claim claim in report.Claims)
        {
            Write(json, claim);
        }

        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (string remark in report.Remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("type", entity.Type);
        json.WriteString("text", entity.Text);
        json.WriteNumber("start", entity.Start);
        json.WriteNumber("end", entity.End);
        if (entity.Value is { } value)
        {
            json.WriteString("value", value);
        }

        if (entity.Technique is { } technique)
        {
            json.WriteString("technique", technique);
        }

        json.WriteStartArray("refersTo");
        foreach (NameCandidate candidate in entity.RefersTo)
        {
            json.WriteStartObject();
            json.WriteString("id", candidate.Id);
            json.WriteString("name", candidate.Name);
            Write(json, "assertedBy", candidate.AssertedBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("subject", claim.Subject);
        json.WriteString("predicate", claim.Predicate);
        json.WriteString("object", claim.Object);
        json.WriteString("stance", ClaimWords.Of(claim.Stance));
        json.WriteString("outcome", ClaimWords.Of(claim.Outcome));
        Write(json, "assertedBy", claim.AssertedBy);
        json.WriteString("grade", claim.Grade);
        if (claim is { Start: { } start, End: { } end })
        {
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
