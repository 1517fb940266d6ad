using System.Xml;

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

    // Name characters as XML 1.0 had them until its fourth edition: the fifth allows more, but many parsers do not.
    private static bool IsStart(char c) => XmlConvert.IsStartNCNameChar(c);

    private static bool IsPart(char c) => XmlConvert.IsNCNameChar(c);
}
