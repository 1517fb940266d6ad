using System.Globalization;
using System.Text;

namespace Cordon.Reporting.Stix;

/// <summary>Objects of strings as RFC 8785 (JSON Canonicalization Scheme) writes them: names sorted, no blanks, the fewest escapes.</summary>
internal static class CanonicalJson
{
    /// <summary>One object.</summary>
    /// <param name="members">Names and values; unpaired surrogates become U+FFFD, since the scheme allows none.</param>
    public static string Of(params IEnumerable<(string Name, string Value)> members)
    {
        var json = new StringBuilder("{");
        foreach ((string name, string value) in members.OrderBy(static m => m.Name, StringComparer.Ordinal))
        {
            if (json.Length > 1)
            {
                json.Append(',');
            }

            Append(json, name);
            json.Append(':');
            Append(json, value);
        }

        return json.Append('}').ToString();
    }

    private static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (Rune rune in text.EnumerateRunes())
        {
            string? escape = rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                _ => null,
            };
            if (escape is not null)
            {
                json.Append(escape);
            }
            else if (rune.Value < 0x20)
            {
                json.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(rune);
            }
        }

        json.Append('"');
    }
}
