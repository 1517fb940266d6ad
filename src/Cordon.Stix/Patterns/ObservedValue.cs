using System.Text.Json;

namespace Cordon.Stix.Patterns;

/// <summary>A value of an observed object, with the name of the property that holds it.</summary>
/// <param name="Json">The value.</param>
/// <param name="Property">The nearest property's name: those that end in <c>_bin</c> and <c>_hex</c> hold bytes (STIX 2.1, sections 2.1 and 2.7).</param>
/// <param name="Position">Where in the pattern its path stands, for messages.</param>
internal readonly record struct ObservedValue(JsonElement Json, string Property, int Position)
{
    /// <summary>The text in the normal form C, in which LIKE and MATCHES see it, or the bytes with each as the character of its number; null where it is neither.</summary>
    public string? Text =>
        Json.ValueKind != JsonValueKind.String ? null : Bytes() ?? TextForm.Normal(Json.GetString()!);

    /// <summary>How it compares with a literal: below 0, 0, above 0; null where the two are of types that do not compare.</summary>
    /// <exception cref="StixPatternException">It is a text that is to be a time and is none.</exception>
    public int? CompareTo(PatternLiteral literal)
    {
        switch (literal)
        {
            case PatternLiteral.OfNumber number when Json.ValueKind == JsonValueKind.Number:
                return Json.GetDouble().CompareTo(number.Value);
            case PatternLiteral.OfBoolean boolean when Json.ValueKind is JsonValueKind.True or JsonValueKind.False:
                return Json.GetBoolean().CompareTo(boolean.Value);
            case PatternLiteral.OfText text when Json.ValueKind == JsonValueKind.String:
                return CompareTexts(text.Value);
            case PatternLiteral.OfBytes bytes when Json.ValueKind == JsonValueKind.String:
                return Bytes() is { } own ? string.CompareOrdinal(own, bytes.Value)
                    : TextForm.IsBytes(Json.GetString()!) ? string.CompareOrdinal(Json.GetString(), bytes.Value)
                    : null;
            case PatternLiteral.OfTime time when Json.ValueKind == JsonValueKind.String:
                if (!StixTimestamp.TryParse(Json.GetString(), out StixTimestamp at))
                {
                    throw new StixPatternException(
                        Position,
                        $"what was observed is no timestamp and can't be compared with one: '{TextForm.Shorten(Json.GetString()!)}'"
                    );
                }

                return at.CompareTo(time.Value);
            default:
                return null;
        }
    }

    private int? CompareTexts(string literal) =>
        Bytes() is not { } bytes ? string.CompareOrdinal(Json.GetString(), literal)
        : TextForm.IsBytes(literal) ? string.CompareOrdinal(bytes, literal)
        : null;

    private string? Bytes()
    {
        string text = Json.GetString()!;
        return Property.EndsWith("_bin", StringComparison.Ordinal) ? TextForm.OfBase64(text)
            : Property.EndsWith("_hex", StringComparison.Ordinal) ? TextForm.OfHex(text)
            : null;
    }
}
