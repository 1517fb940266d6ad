namespace Cordon.Telemetry.Mail.Html;

/// <summary>Whether an element's own style keeps its text from a reader's eyes: used to fool filters, and for previews in newsletters.</summary>
internal static class HiddenStyle
{
    private const int MaxStyleChars = 4_096;

    /// <summary>Whether <paramref name="style"/>, the value of a style attribute, hides the element.</summary>
    public static bool Hides(string style)
    {
        if (style.Length > MaxStyleChars)
        {
            style = style[..MaxStyleChars];
        }

        foreach (Range range in style.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> declaration = style.AsSpan()[range];
            int colon = declaration.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            ReadOnlySpan<char> name = declaration[..colon].Trim();
            ReadOnlySpan<char> value = declaration[(colon + 1)..].Trim();
            if (
                Is(name, "display") && Starts(value, "none")
                || Is(name, "visibility") && Starts(value, "hidden")
                || Is(name, "mso-hide") && Starts(value, "all")
                || (Is(name, "font-size") || Is(name, "opacity") || Is(name, "max-height")) && IsZero(value)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) =>
        name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(ReadOnlySpan<char> value, string with) =>
        value.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    // 0, 0px, 0.0em, 1px of font: nobody reads a letter of one pixel, but outlines of tables are drawn with it.
    private static bool IsZero(ReadOnlySpan<char> value)
    {
        bool hasZero = false;
        foreach (char letter in value)
        {
            if (letter is >= '1' and <= '9')
            {
                return false;
            }

            hasZero |= letter == '0';
            if (letter is not ('0' or '.'))
            {
                break;
            }
        }

        return hasZero;
    }
}
