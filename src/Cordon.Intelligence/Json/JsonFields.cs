using System.Globalization;
using System.Text.Json;

namespace Cordon.Intelligence.Json;

/// <summary>Takes properties out of JSON that somebody else wrote: what is missing, of another kind or too long is null or left out.</summary>
internal static class JsonFields
{
    /// <summary>The longest text that is taken as a name or value.</summary>
    public const int MaxText = 2_048;

    /// <summary>The most texts that are taken of one list.</summary>
    public const int MaxTexts = 10_000;

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    /// <summary>The text without control characters and without blanks around it; null for what is no text, is empty or too long.</summary>
    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is JSON, but no text.
            return null;
        }

        return Clean(text);
    }

    public static string? Clean(string text)
    {
        if (
            text.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0
            || text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') >= 0
        )
        {
            text = string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
        }

        text = text.Trim();
        return text.Length is 0 or > MaxText ? null : text;
    }

    public static IEnumerable<string> Texts(JsonElement json, string name) =>
        Items(json, name).Take(MaxTexts).Select(Text).OfType<string>();

    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement list)
        && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    public static IEnumerable<JsonProperty> Members(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement one)
        && one.ValueKind == JsonValueKind.Object
            ? one.EnumerateObject()
            : [];

    public static bool Flag(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.True;

    /// <summary>A date, or the day of a point in time.</summary>
    public static DateOnly? Date(JsonElement json, string name) => DateOf(Text(json, name));

    public static DateOnly? DateOf(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(
            text.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day
            : null;
}
