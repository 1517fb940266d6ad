using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cordon.Stix.Identifiers;

/// <summary>JSON in the one form of RFC 8785: names in the order of their UTF-16 units, no blanks, numbers as ECMAScript writes them.</summary>
internal static class CanonicalJson
{
    /// <summary>Writes a value.</summary>
    public static void Write(JsonElement value, StringBuilder output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value.EnumerateObject().Select(static p => (p.Name, p.Value)), output);
                break;
            case JsonValueKind.Array:
                output.Append('[');
                string comma = "";
                foreach (JsonElement item in value.EnumerateArray())
                {
                    output.Append(comma);
                    comma = ",";
                    Write(item, output);
                }

                output.Append(']');
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, output);
                break;
            case JsonValueKind.Number:
                output.Append(NumberOf(value.GetDouble()));
                break;
            default:
                output.Append(
                    value.ValueKind switch
                    {
                        JsonValueKind.True => "true",
                        JsonValueKind.False => "false",
                        _ => "null",
                    }
                );
                break;
        }
    }

    /// <summary>Writes an object of its properties.</summary>
    public static void WriteObject(IEnumerable<(string Name, JsonElement Value)> properties, StringBuilder output)
    {
        output.Append('{');
        string comma = "";
        foreach ((string name, JsonElement value) in properties.OrderBy(static p => p.Name, StringComparer.Ordinal))
        {
            output.Append(comma);
            comma = ",";
            WriteText(name, output);
            output.Append(':');
            Write(value, output);
        }

        output.Append('}');
    }

    private static void WriteText(string text, StringBuilder output)
    {
        output.Append('"');
        foreach (char c in text)
        {
            output.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                    _ => c.ToString(),
                }
            );
        }

        output.Append('"');
    }

    // ECMAScript's Number::toString on the shortest digits that give the number back.
    private static string NumberOf(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        (string digits, int exponent) = Split(Math.Abs(number).ToString("R", CultureInfo.InvariantCulture));
        int count = digits.Length;
        int point = exponent + 1;
        string text =
            count <= point && point <= 21 ? digits + new string('0', point - count)
            : point is > 0 and <= 21 ? $"{digits[..point]}.{digits[point..]}"
            : point is > -6 and <= 0 ? $"0.{new string('0', -point)}{digits}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{digits[0]}{(count > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}"
            );
        return number < 0 ? "-" + text : text;
    }

    // The digits without zeros at either end, and the power of ten of the first.
    private static (string Digits, int Exponent) Split(string text)
    {
        int exponent = 0;
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        exponent += (point < 0 ? text.Length : point) - 1;
        string digits = text.Replace(".", "", StringComparison.Ordinal);
        string kept = digits.TrimStart('0');
        exponent -= digits.Length - kept.Length;
        return (kept.TrimEnd('0'), exponent);
    }
}
