using System.Text.Json;

namespace Cordon.Stix;

/// <summary>
/// A STIX object of any type and version as it was written: every property is kept, known or not, so that it is written again without loss. Immutable.
/// </summary>
/// <remarks>STIX 2.1, sections 3 to 7. What it says is its author's word; nothing of it was checked but that it is JSON with a type and an identifier.</remarks>
public sealed class StixObject
{
    /// <summary>Makes one of a JSON object.</summary>
    /// <param name="json">The object; its document must outlive this.</param>
    /// <exception cref="FormatException">It has no <c>type</c>, or no <c>id</c>.</exception>
    public StixObject(JsonElement json)
    {
        Json = json;
        Type = ObservedData.TextOf(json, "type") ?? throw new FormatException("the object has no text 'type'");
        Id =
            ObservedData.TextOf(json, "id")
            ?? throw new FormatException($"the {Patterns.TextForm.Shorten(Type)} object has no text 'id'");
    }

    /// <summary>The object as it was written.</summary>
    public JsonElement Json { get; }

    /// <summary>Its type, such as <c>indicator</c>.</summary>
    public string Type { get; }

    /// <summary>Its identifier, <c>type--uuid</c>.</summary>
    public string Id { get; }

    /// <summary>Version of STIX: <c>2.1</c>, or <c>2.0</c> where the object does not say (STIX 2.1, section 3.2).</summary>
    public string SpecVersion => Text("spec_version") ?? "2.0";

    /// <summary>When it was made; null where it does not say (observables do not).</summary>
    public StixTimestamp? Created => Time("created");

    /// <summary>When this version was made; null where it does not say.</summary>
    public StixTimestamp? Modified => Time("modified");

    /// <summary>Whether its author took it back; such an object has no later version (STIX 2.1, section 3.6).</summary>
    public bool IsRevoked =>
        Json.TryGetProperty("revoked", out JsonElement revoked) && revoked.ValueKind == JsonValueKind.True;

    /// <summary>A property as text; null where it is missing or no text.</summary>
    public string? Text(string name) => ObservedData.TextOf(Json, name);

    /// <summary>A property as a point in time; null where it is missing or none.</summary>
    public StixTimestamp? Time(string name) => StixTimestamp.TryParse(Text(name), out StixTimestamp time) ? time : null;

    /// <summary>A property as a list of texts; empty where it is missing. What is no text is left out.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Json.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ?
            [
                .. list.EnumerateArray()
                    .Where(static i => i.ValueKind == JsonValueKind.String)
                    .Select(ObservedData.TextOf)
                    .OfType<string>(),
            ]
            : [];

    /// <summary>A property as a whole number; null where it is missing or none.</summary>
    public long? Number(string name) =>
        Json.TryGetProperty(name, out JsonElement number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt64(out long value)
            ? value
            : null;

    /// <summary>Writes the object as it was.</summary>
    public void WriteTo(Utf8JsonWriter writer) => Json.WriteTo(writer);
}
