namespace Cordon.Stix.Validation;

/// <summary>Forms of names and identifiers (STIX 2.1, sections 2.9 and 3.1).</summary>
internal static class Names
{
    public static bool IsType(string text) =>
        text.Length is >= 3 and <= 250
        && char.IsAsciiLetterLower(text[0])
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !text.Contains("--", StringComparison.Ordinal);

    public static bool IsProperty(string text) =>
        text.Length is >= 1 and <= 250
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    public static bool IsId(string text)
    {
        int dashes = text.IndexOf("--", StringComparison.Ordinal);
        if (dashes < 1 || text.Length - dashes - 2 != 36)
        {
            return false;
        }

        ReadOnlySpan<char> uuid = text.AsSpan(dashes + 2);
        for (int i = 0; i < uuid.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? uuid[i] != '-' : !char.IsAsciiHexDigit(uuid[i]))
            {
                return false;
            }
        }

        return uuid[14] is >= '1' and <= '5' && uuid[19] is '8' or '9' or 'a' or 'b' or 'A' or 'B';
    }

    public static string TypeOf(string id)
    {
        int dashes = id.IndexOf("--", StringComparison.Ordinal);
        return dashes < 0 ? "" : id[..dashes];
    }
}
