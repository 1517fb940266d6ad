using System.Buffers;

namespace Cordon.Evtx.Rendering;

/// <summary>Writes text into XML. Characters that XML 1.0 forbids become U+FFFD, so that the output can always be parsed.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(Specials());

    public static void Write(Utf8Output output, ReadOnlySpan<char> text, bool inAttribute)
    {
        while (true)
        {
            int special = text.IndexOfAny(Special);
            if (special < 0)
            {
                output.WriteText(text);
                return;
            }

            output.WriteText(text[..special]);
            WriteSpecial(output, text[special], inAttribute);
            text = text[(special + 1)..];
        }
    }

    private static void WriteSpecial(Utf8Output output, char c, bool inAttribute)
    {
        switch (c)
        {
            case '&':
                output.Write("&amp;"u8);
                break;
            case '<':
                output.Write("&lt;"u8);
                break;
            case '>':
                output.Write("&gt;"u8);
                break;
            case '"' when inAttribute:
                output.Write("&quot;"u8);
                break;
            case '\r':
                // A parser would make a line feed of it.
                output.Write("&#13;"u8);
                break;
            case '\n' when inAttribute:
                output.Write("&#10;"u8);
                break;
            case '\t' when inAttribute:
                output.Write("&#9;"u8);
                break;
            case '"' or '\n' or '\t':
                output.Write((byte)c);
                break;
            default:
                output.Write("\uFFFD"u8);
                break;
        }
    }

    private static char[] Specials()
    {
        var special = new List<char> { '&', '<', '>', '"', '\uFFFE', '\uFFFF' };
        for (char c = '\0'; c < ' '; c++)
        {
            special.Add(c);
        }

        return [.. special];
    }
}
