using System.Buffers;

namespace Cordon.Intelligence.Indicators;

/// <summary>What belongs to a word: which signs, and how far it goes around one of them.</summary>
internal static class IndicatorWords
{
    /// <summary>Signs of names, addresses of IPv4 and e-mail addresses.</summary>
    public const byte InWord = 1;

    /// <summary>Hexadecimal digits.</summary>
    public const byte InDigest = 2;

    /// <summary>Signs of addresses of IPv6.</summary>
    public const byte InAddress6 = 4;

    /// <summary>The fewest digits of a digest.</summary>
    public const int ShortestDigest = 32;

    /// <summary>What ends a URL.</summary>
    public const string UrlEnds = " \t\r\n\"'<>|^`{}\\,;";

    private static readonly byte[] Classes = MakeClasses();

    /// <summary>Whether a character is of a class.</summary>
    public static bool Is(char c, byte kind) => c < 128 && (Classes[c] & kind) != 0;

    /// <summary>The word around a place, no further back than <paramref name="from"/>.</summary>
    public static (int Start, int End) Around(ReadOnlySpan<char> text, int from, int at, byte kind)
    {
        int start = at;
        while (start > from && Is(text[start - 1], kind))
        {
            start--;
        }

        int end = at + 1;
        while (end < text.Length && Is(text[end], kind))
        {
            end++;
        }

        return (start, end);
    }

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[128];
        for (int c = 0; c < classes.Length; c++)
        {
            bool isHex = char.IsAsciiHexDigit((char)c);
            classes[c] = (byte)(
                (char.IsAsciiLetterOrDigit((char)c) || c is '.' or '-' or '_' or '@' ? InWord : 0)
                | (isHex ? InDigest : 0)
                | (isHex || c is ':' or '.' ? InAddress6 : 0)
            );
        }

        return classes;
    }
}
