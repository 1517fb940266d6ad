using System.Buffers;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Finds texts of which every match of a regular expression holds at least one.</summary>
/// <remarks>
/// Reads the expression from left to right: of a sequence the rarest texts are taken, of alternatives those of all, and of what may
/// be left out none. Whatever it does not know makes it give up, and the expression is run on every value of its field.
/// </remarks>
internal ref struct RegexLiteral
{
    private const int MaxDepth = 32;
    private const int MaxAlternatives = 64;

    private static readonly SearchValues<char> Counts = SearchValues.Create("0123456789,");

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;
    private bool _gaveUp;

    private RegexLiteral(string pattern) => _pattern = pattern;

    /// <summary>The texts; null where none can be told.</summary>
    public static IReadOnlyList<Literal>? Of(RegexMatcher matcher)
    {
        var reader = new RegexLiteral(matcher.Pattern);
        List<Literal>? found = reader.ReadAlternatives(0);
        return reader._gaveUp || reader._at < reader._pattern.Length ? null : found;
    }

    private readonly char Next => _at < _pattern.Length ? _pattern[_at] : '\0';

    private List<Literal>? ReadAlternatives(int depth)
    {
        List<Literal>? all = [];
        _gaveUp |= depth > MaxDepth;
        while (!_gaveUp)
        {
            List<Literal>? one = ReadSequence(depth);
            all = one is null || all is null || all.Count + one.Count > MaxAlternatives ? null : [.. all, .. one];
            if (Next != '|')
            {
                break;
            }

            _at++;
        }

        return all;
    }

    private List<Literal>? ReadSequence(int depth)
    {
        List<Literal>? best = null;
        List<char> run = [];
        while (!_gaveUp && _at < _pattern.Length && Next is not ('|' or ')'))
        {
            List<Literal>? group = null;
            char literal = '\0';
            switch (Next)
            {
                case '(':
                    group = ReadGroup(depth);
                    break;
                case '[':
                    SkipClass();
                    break;
                case '\\':
                    literal = ReadEscape();
                    break;
                case '.' or '^' or '$':
                    _at++;
                    break;
                case '*' or '+' or '?':
                    _gaveUp = true;
                    break;
                default:
                    literal = _pattern[_at++];
                    break;
            }

            bool isOnce = !ReadQuantifier(out int least);
            if (literal is >= ' ' and < (char)127 && least > 0)
            {
                run.Add(literal);
                literal = isOnce ? literal : '\0';
            }
            else
            {
                literal = '\0';
            }

            if (literal == '\0')
            {
                best = Better(best, LiteralOf(run));
                run.Clear();
                best = least > 0 ? Better(best, group) : best;
            }
        }

        return Better(best, LiteralOf(run));
    }

    private List<Literal>? ReadGroup(int depth)
    {
        _at++;
        if (Next == '?')
        {
            _at++;
            if (Next == 'P' || Next == '<')
            {
                int end = _pattern[_at..].IndexOf('>');
                // (?<= and (?<! look back.
                bool isName = end > 1 && _at + 1 < _pattern.Length && _pattern[_at + 1] is not ('=' or '!');
                _gaveUp |= !isName;
                _at += Math.Max(end, 0) + 1;
            }
            else
            {
                while (Next is 'i' or 's' or 'm' or 'n' or '-')
                {
                    _at++;
                }

                // Options up to the end of the group, of this group, or none at all.
                if (Next == ')')
                {
                    _at++;
                    return null;
                }

                _gaveUp |= Next != ':';
                _at++;
            }
        }

        List<Literal>? inside = ReadAlternatives(depth + 1);
        _gaveUp |= Next != ')';
        _at++;
        return inside;
    }

    private char ReadEscape()
    {
        char escaped = _at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0';
        _at += 2;
        if (escaped is 'p' or 'P')
        {
            int end = _at < _pattern.Length ? _pattern[_at..].IndexOf('}') : -1;
            _gaveUp |= end < 0;
            _at += end + 1;
            return '\0';
        }

        if (char.IsAsciiLetterOrDigit(escaped))
        {
            // Codes, references and what else is written with a letter would be misread.
            _gaveUp |= !"dDsSwWbBAzZtnrfve".Contains(escaped, StringComparison.Ordinal);
            return '\0';
        }

        _gaveUp |= escaped is '\0' or >= (char)127;
        return escaped;
    }

    private void SkipClass()
    {
        _at++;
        _at += Next == '^' ? 1 : 0;
        _at += Next == ']' ? 1 : 0;
        while (_at < _pattern.Length && Next != ']')
        {
            // A class can be taken out of a class: [a-z-[aeiou]].
            _gaveUp |= Next == '[' && _pattern[_at - 1] == '-';
            _at += Next == '\\' ? 2 : 1;
        }

        _gaveUp |= Next != ']';
        _at++;
    }

    private bool ReadQuantifier(out int least)
    {
        least = 1;
        switch (Next)
        {
            case '*' or '?':
                least = 0;
                break;
            case '+':
                break;
            case '{':
                int end = _pattern[_at..].IndexOf('}');
                ReadOnlySpan<char> counts = end < 2 ? default : _pattern.Slice(_at + 1, end - 1);
                if (!char.IsAsciiDigit(counts.IsEmpty ? '\0' : counts[0]) || counts.ContainsAnyExcept(Counts))
                {
                    // A brace that is a brace. It is read as a literal next.
                    return false;
                }

                least = counts[0] == '0' ? 0 : 1;
                _at += end;
                break;
            default:
                return false;
        }

        _at++;
        _at += Next is '?' or '+' ? 1 : 0;
        return true;
    }

    private static List<Literal>? LiteralOf(List<char> run)
    {
        // A single letter is in every value; a single sign may be rare.
        if (
            run.Count == 0
            || (run.Count == 1 && (char.IsAsciiLetterOrDigit(run[0]) || run[0] is ' ' or '.' or '\\' or '-'))
        )
        {
            return null;
        }

        byte[] text = FoldedText.Of(new string([.. run]));
        return [new Literal(text, LiteralPlace.Inside, TextModel.RarityOf(text))];
    }

    private static List<Literal>? Better(List<Literal>? best, List<Literal>? other) =>
        best is null ? other
        : other is null ? best
        : Likelihood(other) < Likelihood(best) ? other
        : best;

    private static double Likelihood(List<Literal> any) => any.Sum(static l => l.Likelihood);
}
