using System.Text;

namespace Cordon.Intelligence.Knowledge;

/// <summary>What two spellings of a name have in common.</summary>
internal static class NameKey
{
    // "Everest" and "Everest Ransomware Group": such words may be all that tells two spellings apart, so they lead to proposals only.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "the",
        "group",
        "team",
        "gang",
        "crew",
        "actor",
        "actors",
        "hackers",
        "operators",
        "ransomware",
        "apt",
    };

    /// <summary>The letters and digits of a name in lower case: <c>Fancy-Bear</c> and <c>FANCYBEAR</c> have the same.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    /// <summary>The key without words such as <c>Group</c>; the key itself where nothing else is left.</summary>
    public static string LooseOf(string name)
    {
        string[] words = name.ToLowerInvariant()
            .Split([' ', '-', '_', '.', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        string loose = Of(string.Concat(words.Where(static w => !Fillers.Contains(w))));
        return loose.Length > 2 ? loose : Of(name);
    }
}
