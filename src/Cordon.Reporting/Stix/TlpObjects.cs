using System.Text.Json;

namespace Cordon.Reporting.Stix;

/// <summary>The marking definitions of TLP 2.0 as OASIS published them for STIX 2.1: identifiers and time are theirs.</summary>
internal static class TlpObjects
{
    private const string Extension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    /// <summary>The marking definition's identifier.</summary>
    public static string IdOf(TlpMarking marking) =>
        "marking-definition--"
        + marking switch
        {
            TlpMarking.Clear => "94868c89-83c2-464b-929b-a1a8aa3c8487",
            TlpMarking.Green => "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            TlpMarking.Amber => "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            TlpMarking.AmberStrict => "939a9414-2ddd-4d32-a0cd-375ea402b003",
            TlpMarking.Red => "e828b379-4e03-4974-9ac4-e53a884c97c1",
            _ => throw new ArgumentOutOfRangeException(nameof(marking), marking, null),
        };

    /// <summary>Writes the marking definition.</summary>
    public static void Write(Utf8JsonWriter json, TlpMarking marking)
    {
        string word = marking switch
        {
            TlpMarking.AmberStrict => "amber+strict",
            _ => marking.ToString().ToLowerInvariant(),
        };
        json.WriteStartObject();
        json.WriteString("type", "marking-definition");
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", IdOf(marking));
        json.WriteString("created", "2022-10-01T00:00:00.000Z");
        json.WriteString("name", "TLP:" + word.ToUpperInvariant());
        json.WriteStartObject("extensions");
        json.WriteStartObject(Extension);
        json.WriteString("extension_type", "property-extension");
        json.WriteString("tlp_2_0", word);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
