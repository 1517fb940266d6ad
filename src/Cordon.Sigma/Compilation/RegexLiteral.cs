using System.Text.RegularExpressions;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Chooses of a regular expression a text that every match holds.</summary>
/// <remarks>
/// Only what is plain is taken: an expression without alternatives and inline options, and of it letters, digits and escaped
/// punctuation outside of groups and classes that no quantifier makes optional.
/// </remarks>
internal static class RegexLiteral
{
    public static Literal? Of(RegexMatcher matcher)
    {
        string pattern = matcher.Pattern;
        if (pattern.Contains('|', StringComparison.Ordinal) || pattern.Contains("(?", StringComparison.Ordinal))
        {
            return null;
        }

        Literal? best = null;
        var run = new List<char>();
        int depth = 0;
        int i = 0;
        while (i < pattern.Length)
        {
            char c = pattern[i];
            int length = 1;
            char literal = '\0';
            switch (c)
            {
                case '[':
                    length = ClassLength(pattern, i);
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '\\' when i + 1 < pattern.Length:
                    length = 2;
                    // \x41, \u0041, \cA, \p{L} and the like are longer: what follows them would be misread.
                    if (char.IsAsciiLetterOrDigit(pattern[i + 1]))
                    {
                        if (!"dDsSwWbB".Contains(pattern[i + 1], StringComparison.Ordinal))
                        {
                            return null;
                        }
                    }
                    else
                    {
                        literal = pattern[i + 1];
                    }

                    break;
                case '{' or '}' or '*' or '+' or '?' or '.' or '^' or '$' or '#':
                    break;
                default:
                    literal = c;
                    break;
            }

            if (length < 0)
            {
                return null;
            }

            char next = i + length < pattern.Length ? pattern[i + length] : '\0';
            bool isPlain = literal is > ' ' and < (char)127 && depth == 0 && next is not ('*' or '?' or '{');
            if (isPlain)
            {
                run.Add(literal);
            }

            if (!isPlain || next == '+' || i + length >= pattern.Length)
            {
                best = Better(best, run);
                run.Clear();
            }

            // The count of a quantifier is no text.
            i += length;
            if (next == '{')
            {
                int end = pattern.IndexOf('}', i);
                if (end < 0)
                {
                    return null;
                }

                i = end + 1;
            }
        }

        return best;
    }

    private static int ClassLength(string pattern, int start)
    {
        int i = start + 1;
        i += i < pattern.Length && pattern[i] == '^' ? 1 : 0;
        i += i < pattern.Length && pattern[i] == ']' ? 1 : 0;
        for (; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    return -1;
                case ']':
                    return i + 1 - start;
            }
        }

        return -1;
    }

    private static Literal? Better(Literal? best, List<char> run)
    {
        if (run.Count < 3)
        {
            return best;
        }

        byte[] text = FoldedText.Of(new string([.. run]));
        double rarity = TextModel.RarityOf(text);
        return best is null || rarity > best.Rarity ? new Literal(text, LiteralPlace.Inside, rarity) : best;
    }
}
