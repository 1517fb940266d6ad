namespace Cordon.Sigma.Loading;

/// <summary>How large a regular expression is with its counted repeats written out, and how deep its groups nest.</summary>
/// <remarks>
/// A rough reading that never takes an expression for smaller than it is: it knows escapes, classes, groups and counted
/// repeats, and leaves everything else to the real parser.
/// </remarks>
internal readonly record struct RegexSize(long Length, int Depth)
{
    public const int MaxDepth = 100;
    private const long Ceiling = int.MaxValue;

    public static RegexSize Of(string pattern)
    {
        Stack<(long Total, long Last)> groups = new();
        long total = 0;
        long last = 0;
        int deepest = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    groups.Push((total, last));
                    deepest = Math.Max(deepest, groups.Count);
                    total = 0;
                    last = 0;
                    break;
                case ')' when groups.Count > 0:
                    long inner = Math.Max(1, total);
                    (total, last) = groups.Pop();
                    last = inner;
                    total = Math.Min(total + inner, Ceiling);
                    break;
                case '{' when TryReadCount(pattern, i, out long count, out int end):
                    total = Math.Min(total + (last * (Math.Max(count, 1) - 1)), Ceiling);
                    last = Math.Min(last * Math.Max(count, 1), Ceiling);
                    i = end;
                    break;
                default:
                    i = SkipAtom(pattern, i);
                    last = 1;
                    total = Math.Min(total + 1, Ceiling);
                    break;
            }
        }

        while (groups.Count > 0)
        {
            total = Math.Min(total + groups.Pop().Total, Ceiling);
        }

        return new RegexSize(total, deepest);
    }

    /// <summary>The index of the last character of an escape or class.</summary>
    private static int SkipAtom(string pattern, int i)
    {
        if (pattern[i] == '\\')
        {
            return i + 1;
        }

        if (pattern[i] != '[')
        {
            return i;
        }

        // A bracket right after the opening, or after its negation, is a member of the class.
        int at = i + 1;
        at += at < pattern.Length && pattern[at] == '^' ? 1 : 0;
        at += at < pattern.Length && pattern[at] == ']' ? 1 : 0;
        for (; at < pattern.Length && pattern[at] != ']'; at++)
        {
            at += pattern[at] == '\\' ? 1 : 0;
        }

        return at;
    }

    private static bool TryReadCount(string pattern, int open, out long count, out int close)
    {
        count = 0;
        close = pattern.IndexOf('}', open);
        if (close < 0)
        {
            return false;
        }

        ReadOnlySpan<char> text = pattern.AsSpan(open + 1, close - open - 1);
        int comma = text.IndexOf(',');
        ReadOnlySpan<char> low = comma < 0 ? text : text[..comma];
        ReadOnlySpan<char> high = comma < 0 ? default : text[(comma + 1)..];
        if (!TryReadNumber(low, out long least) || (high.Length > 0 && !TryReadNumber(high, out count)))
        {
            return false;
        }

        count = Math.Max(count, least);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = Math.Min((value * 10) + (c - '0'), Ceiling);
        }

        return text.Length > 0;
    }
}
