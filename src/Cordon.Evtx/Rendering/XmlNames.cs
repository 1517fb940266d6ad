namespace Cordon.Evtx.Rendering;

/// <summary>Makes XML names out of what a log calls a name.</summary>
internal static class XmlNames
{
    /// <summary>The name itself where it is one; characters that no name may hold become <c>_</c>.</summary>
    public static string Sanitise(string name)
    {
        if (IsName(name))
        {
            return name;
        }

        Span<char> text = name.ToCharArray();
        bool hasColon = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool isFirstColon = text[i] == ':' && !hasColon && i > 0 && i + 1 < text.Length && IsStart(text[i + 1]);
            hasColon |= isFirstColon;
            if (!isFirstColon && !IsPart(text[i]))
            {
                text[i] = '_';
            }
        }

        return text.IsEmpty ? "_"
            : IsStart(text[0]) ? text.ToString()
            : $"_{text}";
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !IsStart(name[0]))
        {
            return false;
        }

        int colons = 0;
        for (int i = 1; i < name.Length; i++)
        {
            if (name[i] == ':')
            {
                colons++;
                if (i + 1 == name.Length || !IsStart(name[i + 1]))
                {
                    return false;
                }
            }
            else if (!IsPart(name[i]))
            {
                return false;
            }
        }

        return colons <= 1;
    }

    // XML 1.0, 5th edition, [4] NameStartChar and [4a] NameChar, without the colon and without surrogates.
    private static bool IsStart(char c) =>
        c
            is (>= 'A' and <= 'Z')
                or '_'
                or (>= 'a' and <= 'z')
                or (>= '\u00C0' and <= '\u00D6')
                or (>= '\u00D8' and <= '\u00F6')
                or (>= '\u00F8' and <= '\u02FF')
                or (>= '\u0370' and <= '\u037D')
                or (>= '\u037F' and <= '\u1FFF')
                or '\u200C'
                or '\u200D'
                or (>= '\u2070' and <= '\u218F')
                or (>= '\u2C00' and <= '\u2FEF')
                or (>= '\u3001' and <= '\uD7FF')
                or (>= '\uF900' and <= '\uFDCF')
                or (>= '\uFDF0' and <= '\uFFFD');

    private static bool IsPart(char c) =>
        IsStart(c)
        || c is '-' or '.' or (>= '0' and <= '9') or '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040';
}
