using System.Buffers;

namespace Cordon.Sigma.Loading;

/// <summary>Takes ATT&amp;CK techniques and tactics out of tags (Sigma 2.1, tags appendix, namespace <c>attack</c>).</summary>
internal static class AttackTags
{
    private const string Namespace = "attack.";
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create("0123456789.");

    /// <summary><c>T1059</c> and <c>T1059.001</c>, without repeats.</summary>
    public static IReadOnlyList<string> Techniques(IReadOnlyList<string> tags)
    {
        List<string> found = [];
        foreach (string tag in tags)
        {
            ReadOnlySpan<char> rest = Rest(tag);
            if (IsTechnique(rest))
            {
                Add(found, rest.ToString().ToUpperInvariant());
            }
        }

        return found;
    }

    /// <summary>Whatever of the namespace is no identifier of ATT&amp;CK, with hyphens for the underscores of older rules.</summary>
    public static IReadOnlyList<string> Tactics(IReadOnlyList<string> tags)
    {
        List<string> found = [];
        foreach (string tag in tags)
        {
            ReadOnlySpan<char> rest = Rest(tag);
            if (!rest.IsEmpty && !IsIdentifier(rest))
            {
                Add(found, rest.ToString().ToLowerInvariant().Replace('_', '-'));
            }
        }

        return found;
    }

    private static ReadOnlySpan<char> Rest(string tag) =>
        tag.StartsWith(Namespace, StringComparison.OrdinalIgnoreCase) ? tag.AsSpan(Namespace.Length) : default;

    private static bool IsTechnique(ReadOnlySpan<char> text) =>
        text.Length is 5 or 9
        && text[0] is 't' or 'T'
        && IsDigits(text[1..5])
        && (text.Length == 5 || (text[5] == '.' && IsDigits(text[6..])));

    // t1059.001, g0016, s0002, ds0009, m1026, a0001
    private static bool IsIdentifier(ReadOnlySpan<char> text)
    {
        int letters = text.IndexOfAnyInRange('0', '9');
        return letters is 1 or 2 && text[letters..].IndexOfAnyExcept(DigitsAndDot) < 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static void Add(List<string> found, string value)
    {
        if (!found.Contains(value, StringComparer.Ordinal))
        {
            found.Add(value);
        }
    }
}
