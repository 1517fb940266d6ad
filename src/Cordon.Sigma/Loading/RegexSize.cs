namespace Cordon.Sigma.Loading;

/// <summary>How large a regular expression is with its counted repeats written out, and how deep its groups nest.</summary>
/// <param name="Length">Elements with every repeat written out.</param>
/// <param name="Freedom">
/// How many of the elements may be there or not: what <c>{n,m}</c> stretches over, and four for each <c>*</c> and <c>+</c>, each
/// as often as the repeats around it say. An automaton of overlapping repeats has states of this size, and thousands of them:
/// building it takes time and memory with its square.
/// </param>
/// <param name="Depth">Levels of groups.</param>
/// <remarks>
/// A rough reading that never takes an expression for smaller than it is: it knows escapes, classes, groups and counted
/// repeats, and leaves everything else to the real parser.
/// </remarks>
internal readonly record struct RegexSize(long Length, long Freedom, int Depth)
{
    public const int MaxDepth = 100;
    private const long Ceiling = int.MaxValue;
    private const long FreedomOfStar = 4;

    public static RegexSize Of(string pattern)
    {
        Stack<(Amount Total, Amount Last)> groups = new();
        Amount total = default;
        Amount last = default;
        int deepest = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    groups.Push((total, last));
                    deepest = Math.Max(deepest, groups.Count);
                    total = default;
                    last = default;
                    break;
                case ')' when groups.Count > 0:
                    Amount inner = total with { Length = Math.Max(1, total.Length) };
                    (total, _) = groups.Pop();
                    last = inner;
                    total = total.Plus(inner);
                    break;
                case '{' when TryReadCount(pattern, i, out Count count, out int end):
                    Amount repeated = last.Times(Math.Max(count.Most, 1));
                    if (count.IsRange)
                    {
                        repeated = repeated with { Freedom = Math.Max(repeated.Freedom, repeated.Length) };
                    }

                    total = total.Minus(last).Plus(repeated);
                    last = repeated;
                    i = end;
                    break;
                default:
                    bool isStar = pattern[i] is '*' or '+';
                    i = SkipAtom(pattern, i);
                    var atom = new Amount(1, isStar ? FreedomOfStar : 0);
                    last = isStar ? last.Plus(atom) : atom;
                    total = total.Plus(atom);
                    break;
            }
        }

        while (groups.Count > 0)
        {
            total = total.Plus(groups.Pop().Total);
        }

        return new RegexSize(total.Length, total.Freedom, deepest);
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

    private static bool TryReadCount(string pattern, int open, out Count count, out int close)
    {
        count = default;
        close = pattern.IndexOf('}', open);
        if (close < 0)
        {
            return false;
        }

        ReadOnlySpan<char> text = pattern.AsSpan(open + 1, close - open - 1);
        int comma = text.IndexOf(',');
        ReadOnlySpan<char> low = comma < 0 ? text : text[..comma];
        ReadOnlySpan<char> high = comma < 0 ? default : text[(comma + 1)..];
        long most = 0;
        if (!TryReadNumber(low, out long least) || (high.Length > 0 && !TryReadNumber(high, out most)))
        {
            return false;
        }

        // Without an upper bound the repeat is a chain and then a star, which adds no states to the chain's.
        count = new Count(Math.Max(most, least), IsRange: most > least);
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

    private readonly record struct Count(long Most, bool IsRange);

    private readonly record struct Amount(long Length, long Freedom)
    {
        public Amount Plus(Amount other) =>
            new(Math.Min(Length + other.Length, Ceiling), Math.Min(Freedom + other.Freedom, Ceiling));

        public Amount Minus(Amount other) =>
            new(Math.Max(Length - other.Length, 0), Math.Max(Freedom - other.Freedom, 0));

        public Amount Times(long count) => new(Math.Min(Length * count, Ceiling), Math.Min(Freedom * count, Ceiling));
    }
}
