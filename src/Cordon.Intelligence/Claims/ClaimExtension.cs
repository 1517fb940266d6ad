using System.Globalization;
using System.Text.Json;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Claims;

/// <summary>
/// What STIX has no property for, as an extension of relationships, opinions and notes (STIX 2.1, section 7.3): stance, outcome, who told whom, day, grade, place in a text.
/// docs/intelligence.md describes it for those who read it.
/// </summary>
internal static class ClaimExtension
{
    /// <summary>The extension's identifier; it never changes.</summary>
    public const string Id = "extension-definition--6f3d1b52-0e0f-5c9d-8f4a-7b2c9e4d1a60";

    public const string Version = "1.0.0";

    /// <summary>Writes it as a property of the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject("extensions");
        json.WriteStartObject(Id);
        json.WriteString("extension_type", "property-extension");
        Optional(json, "claim_id", claim.Id);
        json.WriteString("subject", claim.Subject);
        json.WriteString("predicate", claim.Predicate);
        json.WriteString("object", claim.Object);
        Optional(json, "subject_ref", claim.SubjectRef);
        Optional(json, "object_ref", claim.ObjectRef);
        json.WriteString("stance", ClaimWords.Of(claim.Stance));
        json.WriteString("outcome", ClaimWords.Of(claim.Outcome));
        Texts(json, "told_by", claim.AssertedBy);
        Optional(json, "said", Day(claim.Said));
        Optional(json, "admiralty", claim.Grade);
        Optional(json, "answers", claim.Answers);
        Optional(json, "note", claim.Note);
        Texts(json, "techniques", claim.Techniques);
        if (claim is { Start: { } start, End: { } end })
        {
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
        }

        if (claim.From is { } from)
        {
            json.WriteString("publisher", from.Publisher);
            json.WriteString("title", from.Title);
            Optional(json, "published", Day(from.Date));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Finds it in an object of anybody's.</summary>
    public static bool TryFind(JsonElement json, out JsonElement extension)
    {
        extension = default;
        return json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("extensions", out JsonElement all)
            && all.ValueKind == JsonValueKind.Object
            && all.TryGetProperty(Id, out extension)
            && extension.ValueKind == JsonValueKind.Object;
    }

    /// <summary>Reads it back.</summary>
    /// <exception cref="FormatException">Something that a claim needs is missing or is no word of its list.</exception>
    public static Claim Read(JsonElement extension, KnowledgeSource from)
    {
        string Needed(string name) =>
            JsonFields.Text(extension, name) ?? throw new FormatException($"the claim has no '{name}'");
        string[] told = [.. JsonFields.Texts(extension, "told_by")];
        string? grade = JsonFields.Text(extension, "admiralty");
        return new Claim(
            Needed("subject"),
            Needed("predicate"),
            Needed("object"),
            ClaimWords.StanceOf(Needed("stance")),
            ClaimWords.OutcomeOf(Needed("outcome")),
            told.Length > 0 ? told : [from.Publisher]
        )
        {
            Id = JsonFields.Text(extension, "claim_id"),
            SubjectRef = JsonFields.Text(extension, "subject_ref"),
            ObjectRef = JsonFields.Text(extension, "object_ref"),
            Said = JsonFields.Date(extension, "said"),
            Grade = grade is [>= 'A' and <= 'F', >= '1' and <= '6'] ? grade : null,
            Answers = JsonFields.Text(extension, "answers"),
            Note = JsonFields.Text(extension, "note"),
            Techniques = [.. JsonFields.Texts(extension, "techniques")],
            Start = Number(extension, "start"),
            End = Number(extension, "end"),
            From = from,
        };
    }

    public static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out int number)
        && number >= 0
            ? number
            : null;

    // STIX knows no empty list (section 2.8).
    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
