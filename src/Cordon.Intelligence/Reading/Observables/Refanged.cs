using System.Text;

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>
/// A text in which addresses that were made harmless (<c>hxxp</c>, <c>[.]</c>, <c>(at)</c>) are as they were, with the place that each of its characters
/// has in the text.
/// </summary>
internal sealed class Refanged
{
    private static readonly (string Written, char Meant)[] Brackets =
    [
        ("[.]", '.'),
        ("(.)", '.'),
        ("{.}", '.'),
        ("[.", '.'),
        (".]", '.'),
        ("[dot]", '.'),
        ("(dot)", '.'),
        ("{dot}", '.'),
        ("[:]", ':'),
        ("[@]", '@'),
        ("(@)", '@'),
        ("[at]", '@'),
        ("(at)", '@'),
        ("{at}", '@'),
        ("[/]", '/'),
        ("<.>", '.'),
        ("[punkt]", '.'),
        ("\\.", '.'),
    ];

    // What is written for "http" so that nobody opens it.
    private static readonly string[] Schemes = ["hxxp", "h**p", "htxp", "hxtp", "hzzp", "h__p", "meow"];

    private readonly StringBuilder _text;
    private readonly List<int> _places;

    private Refanged(int length)
    {
        _text = new StringBuilder(length);
        _places = new List<int>(length + 1);
    }

    /// <summary>The text with addresses as they were.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Undoes what was done to addresses.</summary>
    public static Refanged Of(string text)
    {
        var result = new Refanged(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            at = result.Take(text, at);
        }

        result._places.Add(text.Length);
        result.Text = result._text.ToString();
        return result;
    }

    /// <summary>Where a place of <see cref="Text" /> is in the text that was given.</summary>
    public int PlaceOf(int at) => _places[at];

    private int Take(string text, int at)
    {
        char one = text[at];
        if (one is '[' or '(' or '{' or '<' or '.' or '\\')
        {
            foreach ((string written, char meant) in Brackets)
            {
                if (IsAt(text, at, written) && Between(text, at, at + written.Length, out int end))
                {
                    Put(meant, at);
                    return end;
                }
            }

            if (string.CompareOrdinal(text, at, "[://]", 0, 5) == 0)
            {
                Put(':', at);
                Put('/', at + 2);
                Put('/', at + 3);
                return at + 5;
            }
        }
        else if (
            one is ' '
            && at + 1 < text.Length
            && text[at + 1] is '[' or '('
            && SpacedBracket(text, at, out char meant, out int next)
        )
        {
            Put(meant, at);
            return next;
        }
        else if (one is 'h' or 'H' or 'm' or 'M' && IsHarmlessScheme(text, at))
        {
            foreach (char part in "http")
            {
                Put(part, at);
            }

            return at + 4;
        }

        Put(one, at);
        return at + 1;
    }

    // A bracket only stands for what is in it where words are on both of its sides.
    private static bool Between(string text, int start, int stop, out int end)
    {
        end = stop;
        bool scheme = start > 3 && text[stop - 1] == ']' && text.AsSpan(start, stop - start) is "[:]" or "[/]";
        return scheme || (start > 0 && stop < text.Length && IsWord(text[start - 1]) && IsWord(text[stop]));
    }

    // "name (at) example (dot) org"
    private static bool SpacedBracket(string text, int at, out char meant, out int next)
    {
        (meant, next) = ('\0', at);
        foreach (string word in (ReadOnlySpan<string>)["at", "dot", "@", "."])
        {
            int close = at + 2 + word.Length;
            if (
                close + 2 < text.Length
                && IsAt(text, at + 2, word)
                && text[close] is ']' or ')'
                && text[close + 1] == ' '
                && at > 0
                && IsWord(text[at - 1])
                && IsWord(text[close + 2])
            )
            {
                (meant, next) = (word is "at" or "@" ? '@' : '.', close + 2);
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmlessScheme(string text, int at)
    {
        if (
            at + 6 >= text.Length
            || (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            || text[at + 4] is not ('s' or 'S' or ':' or '[')
        )
        {
            return false;
        }

        foreach (string scheme in Schemes)
        {
            if (IsAt(text, at, scheme))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAt(string text, int at, string word) =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsWord(char one) => char.IsAsciiLetterOrDigit(one) || one is '-' or '_';

    private void Put(char one, int place)
    {
        _text.Append(one);
        _places.Add(place);
    }
}
