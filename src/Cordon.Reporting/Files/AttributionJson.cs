using System.Globalization;
using System.Text.Json;
using Cordon.Attribution;
using Cordon.Reporting.Answers;

namespace Cordon.Reporting.Files;

/// <summary>Writes who may be behind an incident; docs/formats/incidents.md describes the shape.</summary>
internal static class AttributionJson
{
    /// <summary>Writes the member <c>attribution</c>; null where nobody looked.</summary>
    public static void Write(Utf8JsonWriter json, IncidentAttribution? attribution)
    {
        if (attribution is null)
        {
            json.WriteNull("attribution");
            return;
        }

        json.WriteStartObject("attribution");
        json.WriteString("status", AttributionWords.Of(attribution.Status));
        json.WriteStartArray("hypotheses");
        foreach (Hypothesis one in attribution.Hypotheses)
        {
            Write(json, one);
        }

        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (RelatedClaim claim in attribution.Claims)
        {
            Write(json, claim);
        }

        json.WriteEndArray();
        Texts(json, "overlaps", attribution.Overlaps);
        Texts(json, "setAside", attribution.SetAside);
        Texts(json, "wouldChange", attribution.WouldChange);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Hypothesis one)
    {
        json.WriteStartObject();
        json.WriteString("kind", AttributionWords.Of(one.Kind));
        json.WriteString("actor", one.Name);
        Optional(json, "id", one.Id);
        Optional(json, "keeper", one.Keeper);
        json.WriteString("words", one.Words);
        Number(json, "probability", one.Probability);
        json.WriteString("confidence", one.Confidence);
        Optional(json, "cap", one.Cap);
        Reasons(json, "for", one.For);
        Reasons(json, "against", one.Against);
        json.WriteEndObject();
    }

    private static void Reasons(Utf8JsonWriter json, string name, IReadOnlyList<Reason> reasons)
    {
        json.WriteStartArray(name);
        foreach (Reason reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("kind", AttributionWords.Of(reason.Kind));
            json.WriteString("statement", reason.Statement);
            Number(json, "weight", reason.Weight);
            Optional(json, "grade", reason.Grade);
            Texts(json, "findings", reason.Findings);
            Texts(json, "indicators", reason.Indicators);
            Texts(json, "techniques", reason.Techniques);
            Texts(json, "claims", reason.Claims);
            Texts(json, "sources", reason.Sources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RelatedClaim claim)
    {
        json.WriteStartObject();
        Optional(json, "id", claim.Id);
        Optional(json, "actor", claim.Actor);
        json.WriteString("subject", claim.Subject);
        json.WriteString("predicate", claim.Predicate);
        json.WriteString("object", claim.Object);
        json.WriteString("stance", claim.Stance);
        json.WriteString("outcome", claim.Outcome);
        Texts(json, "assertedBy", claim.AssertedBy);
        Optional(json, "grade", claim.Grade);
        Optional(json, "said", claim.Said?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Optional(json, "source", claim.Source);
        Optional(json, "answers", claim.Answers);
        Optional(json, "note", claim.Note);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length == 0)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(name, double.IsFinite(value) ? Math.Round(value, 4) : 0);
}
