using System.Text.Json;

namespace Cordon.Stix.Taxii;

/// <summary>Reads properties of a server's answers.</summary>
internal static class TaxiiJson
{
    private const int LongestText = 16_384;

    /// <summary>A text; empty where it is none or too long for one.</summary>
    public static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: <= LongestText } text
            ? text
            : "";

    /// <summary>The items of a list; none where it is none.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
