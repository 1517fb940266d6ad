namespace Cordon.Sigma.Loading;

/// <summary>Knows which regular expressions can be matched without backtracking, as far as that can be told at a glance.</summary>
internal static class RegexDialect
{
    /// <summary>
    /// Whether the expression has nothing but what an automaton can do: no <c>(?</c> beyond plain groups and inline options, no
    /// escape that refers to a group or to where a match began. False where it is not certain.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
                if (i < pattern.Length && pattern[i] is ('k' or 'G' or (>= '1' and <= '9')))
                {
                    return false;
                }
            }
            else if (pattern[i] == '(' && i + 1 < pattern.Length && pattern[i + 1] == '?')
            {
                ReadOnlySpan<char> rest = pattern[(i + 2)..];
                int options = rest.IndexOfAnyExcept("imns-");
                if (options < 0 || rest[options] is not (':' or ')'))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
