namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Phrases that deny or take back without a verb for it.</summary>
internal static class DenyingPhrases
{
    private static readonly string[] Denials =
    [
        "nothing to do with",
        "nothing at all to do with",
        "no part in",
        "no role in",
        "no involvement",
        "not involved",
        "no knowledge of",
        "no evidence",
        "no link",
        "no connection",
        "not behind",
        "not responsible",
        "not true",
        "no truth",
        "no basis",
        "without foundation",
        "without basis",
        "never attacked",
        "never targeted",
        "never hacked",
        "did not attack",
        "did not target",
        "did not hack",
        "did not carry",
        "does not hack",
        "does not carry",
        "does not engage",
        "never engaged",
        "never carried",
    ];

    private static readonly string[] Retractions =
    [
        "no longer believes",
        "no longer attributes",
        "no longer stands by",
        "no longer holds",
        "no longer considers",
        "no longer sees",
        "took back",
        "walked back",
        "had been mistaken",
        "was mistaken",
        "had been wrong",
        "apologised for",
        "apologized for",
        "issued a correction",
    ];

    /// <summary>Where such a phrase stands among the words; -1 where there is none.</summary>
    public static int Find(string lower, string[] words)
    {
        foreach (string phrase in Retractions.Concat(Denials))
        {
            int at = lower.IndexOf(phrase, StringComparison.Ordinal);
            if (at >= 0)
            {
                int word = 0;
                for (int length = 0; word < words.Length && length < at; word++)
                {
                    length += words[word].Length + 1;
                }

                return Math.Min(word, words.Length - 1);
            }
        }

        // "the report was nonsense"
        for (int i = 1; i < words.Length; i++)
        {
            if (
                Vocabulary.Untrue.Contains(words[i])
                && words[i - 1].ToLowerInvariant() is "is" or "was" or "are" or "were" or "completely" or "entirely"
            )
            {
                return i - 1;
            }
        }

        return -1;
    }

    /// <summary>Whether something is taken back.</summary>
    public static bool IsRetraction(string lower) => Retractions.Any(p => lower.Contains(p, StringComparison.Ordinal));
}
