using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading;

/// <summary>Finds people by how news names them: a title before a name, or a name before a word of saying.</summary>
internal static class Persons
{
    private const int MostWords = 3;

    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
        "MP Mr Mrs Ms Dr Prof Minister President Chancellor Senator Lawmaker Leader Director Spokesman Spokeswoman Ambassador Secretary General Governor Professor".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Each person's first token and how many there are, and where the title before the name begins; null where there is none.</summary>
    public static IEnumerable<(int? Title, int First, int Count)> Find(string text, Sentence sentence)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        for (int t = 0; t < tokens.Count; t++)
        {
            bool titled =
                Titles.Contains(tokens[t].Of(text).TrimEnd('.').ToString()) && char.IsUpper(text[tokens[t].Start]);
            int first = titled ? t + 1 : t;
            if (titled && first < tokens.Count && tokens[first].Of(text) is ".")
            {
                first++;
            }

            int end = first;
            while (end < tokens.Count && end - first < MostWords && IsName(tokens[end].Of(text)))
            {
                end++;
            }

            bool speaks =
                !titled
                && end - first == 2
                && end < tokens.Count
                && tokens[end].Of(text) is "told" or "testified" or "tweeted";
            if ((titled && end > first) || speaks)
            {
                yield return (titled ? t : null, first, end - first);
                t = end - 1;
            }
        }
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]) || word.Length < 2)
        {
            return false;
        }

        foreach (char one in word)
        {
            if (!char.IsLetter(one) && one is not ('-' or '\'' or '’'))
            {
                return false;
            }
        }

        return true;
    }
}
