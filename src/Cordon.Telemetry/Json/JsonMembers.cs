using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Cordon.Telemetry.Json;

/// <summary>Finds members of an object by name, ignoring case: shippers and warehouses change it.</summary>
internal static class JsonMembers
{
    /// <summary>A member, through objects and, by number, lists; null where it is not there or null.</summary>
    public static JsonElement? Find(this JsonElement value, params ReadOnlySpan<string> path)
    {
        JsonElement at = value;
        foreach (string name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || Member(at, name) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : at;
    }

    /// <summary>Whether a member is there, whatever its value.</summary>
    public static bool Has(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && Member(value, name) is not null;

    /// <summary>A member as text: of a text or number, true or false; empty where it is none of them.</summary>
    public static string Text(this JsonElement value, params ReadOnlySpan<string> path) =>
        value.Find(path) is { } found ? TextOf(found) : "";

    /// <summary>A value as text: of a text or number, true or false; empty where it is none of them.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "",
        };

    /// <summary>The items of a member that is a list; none where it is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value, params ReadOnlySpan<string> path) =>
        value.Find(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().AsEnumerable() : [];

    /// <summary>A member of an object, whatever its value; null where it is not there. Exactly that name comes first.</summary>
    public static JsonElement? Member(JsonElement value, string name)
    {
        if (value.TryGetProperty(name, out JsonElement exact))
        {
            return exact;
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (IsNamed(member, name))
            {
                return member.Value;
            }
        }

        return null;
    }

    // Most members that are asked for are not there, and names in ASCII are told apart without making texts of them.
    private static bool IsNamed(JsonProperty member, string name)
    {
        ReadOnlySpan<byte> written = JsonMarshal.GetRawUtf8PropertyName(member);
        return Ascii.IsValid(written) && !written.Contains((byte)'\\') && Ascii.IsValid(name)
            ? Ascii.EqualsIgnoreCase(written, name)
            : member.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
