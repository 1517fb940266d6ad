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
    private const int MaxVariants = 16;

    private static readonly SearchValues<char> Counts = SearchValues.Create("0123456789,");

    private readonly ReadOnlySpan<char> _pattern;
    private int _at;
    private bool _gaveUp;
    private int _least;

    private RegexLiteral(string pattern) => _pattern = pattern;

    /// <summary>The texts; null where none can be told.</summary>
    public static IReadOnlyList<Literal>? Of(RegexMatcher matcher) => Of(matcher, out _);

    /// <summary>The texts, and how many units a match has at least.</summary>
    public static IReadOnlyList<Literal>? Of(RegexMatcher matcher, out int minLength)
    {
        var reader = new RegexLiteral(matcher.Pattern);
        List<Literal>? found = reader.ReadAlternatives(0);
        bool isRead = !reader._gaveUp && reader._at >= reader._pattern.Length;
        minLength = isRead ? reader._least : 0;
        return isRead ? found : null;
    }

    private readonly char Next => _at < _pattern.Length ? _pattern[_at] : '\0';

    // Leaves in _least how long a match is at least.
    private List<Literal>? ReadAlternatives(int depth)
    {
        List<Literal>? all = [];
        int least = int.MaxValue;
        _gaveUp |= depth > MaxDepth;
        while (!_gaveUp)
        {
            List<Literal>? one = ReadSequence(depth);
            least = Math.Min(least, _least);
            all = one is null || all is null || all.Count + one.Count > MaxAlternatives ? null : [.. all, .. one];
            if (Next != '|')
            {
                break;
            }

            _at++;
        }

        _least = least;
        return all;
    }

    private List<Literal>? ReadSequence(int depth)
    {
        List<Literal>? best = null;
        List<string> run = [""];
        long least = 0;
        while (!_gaveUp && _at < _pattern.Length && Next is not ('|' or ')'))
        {
            List<Literal>? group = null;
            string choice = "";
            _least = 1;
            switch (Next)
            {
                case '(':
                    _least = 0;
                    group = ReadGroup(depth);
                    break;
                case '[':
                    choice = ReadClass();
                    break;
                case '\\':
                    choice = ReadEscape();
                    break;
                case '^' or '$':
                    _least = 0;
                    _at++;
                    break;
                case '.':
                    _at++;
                    break;
                case '*' or '+' or '?':
                    _gaveUp = true;
                    break;
                default:
                    choice = _pattern[_at++].ToString();
                    break;
            }

            int atom = _least;
            bool isOnce = !ReadQuantifier(out int times);
            least = Math.Min(least + ((long)atom * times), int.MaxValue);
            bool isText = times > 0 && choice.Length > 0 && !choice.AsSpan().ContainsAnyExceptInRange(' ', '~');
            if (isText && run.Count * choice.Length <= MaxVariants)
            {
                run = [.. run.SelectMany(_ => choice, static (text, c) => text + c)];
                if (isOnce)
                {
                    continue;
                }
            }

            best = Better(best, LiteralsOf(run));
            run = [""];
            best = times > 0 ? Better(best, group) : best;
        }

        _least = (int)least;
        return Better(best, LiteralsOf(run));
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

    // The character that is escaped; none for classes and anchors.
    private string ReadEscape()
    {
        char escaped = _at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0';
        _at += 2;
        if (escaped is 'p' or 'P')
        {
            int end = _at < _pattern.Length ? _pattern[_at..].IndexOf('}') : -1;
            _gaveUp |= end < 0;
            _at += end + 1;
            return "";
        }

        if (char.IsAsciiLetterOrDigit(escaped))
        {
            // Codes, references and what else is written with a letter would be misread.
            _gaveUp |= !"dDsSwWbBAzZtnrfve".Contains(escaped, StringComparison.Ordinal);
            _least = escaped is 'b' or 'B' or 'A' or 'z' or 'Z' ? 0 : 1;
            return "";
        }

        _gaveUp |= escaped is '\0' or >= (char)127;
        return escaped.ToString();
    }

    // The members of a small class of plain characters; none for any other.
    private string ReadClass()
    {
        const int MaxMembers = 4;
        int start = ++_at;
        _at += Next == '^' ? 1 : 0;
        _at += Next == ']' ? 1 : 0;
        while (_at < _pattern.Length && Next != ']')
        {
            // A class can be taken out of a class: [a-z-[aeiou]].
            _gaveUp |= Next == '[' && _pattern[_at - 1] == '-';
            _at += Next == '\\' ? 2 : 1;
        }

        _gaveUp |= Next != ']';
        ReadOnlySpan<char> members = _gaveUp ? default : _pattern[start.._at];
        _at++;
        bool isPlain = members.Length is > 0 and <= MaxMembers && members[0] != '^' && !members.ContainsAny(@"-\[]");
        return isPlain ? members.ToString() : "";
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

                int comma = counts.IndexOf(',');
                _gaveUp |= !int.TryParse(comma < 0 ? counts : counts[..comma], out least);
                _at += end;
                break;
            default:
                return false;
        }

        _at++;
        _at += Next is '?' or '+' ? 1 : 0;
        return true;
    }

    private static List<Literal>? LiteralsOf(List<string> variants)
    {
        List<Literal> literals = [];
        foreach (string variant in variants)
        {
            // A single letter is in every value; a single sign may be rare.
            bool isUsual =
                variant.Length == 1
                && (char.IsAsciiLetterOrDigit(variant[0]) || variant[0] is ' ' or '.' or '\\' or '-');
            if (variant.Length == 0 || isUsual)
            {
                return null;
            }

            byte[] text = FoldedText.Of(variant);
            literals.Add(new Literal(text, LiteralPlace.Inside, TextModel.RarityOf(text)));
        }

        return literals;
    }

    private static List<Literal>? Better(List<Literal>? best, List<Literal>? other) =>
        best is null ? other
        : other is null ? best
        : Likelihood(other) < Likelihood(best) ? other
        : best;

    private static double Likelihood(List<Literal> any) => any.Sum(static l => l.Likelihood);
}
