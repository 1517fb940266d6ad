namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Phrases that deny or take back without a verb for it.</summary>
internal static class DenyingPhrases
{
    private const int FarBack = 5;

    private static readonly string[] OwnWords =
    [
        "its earlier statement",
        "its earlier report",
        "its earlier claim",
        "its previous statement",
        "its own statement",
        "its initial statement",
        "its initial report",
        "its first statement",
        "his earlier statement",
        "her earlier statement",
        "their earlier statement",
        "our earlier statement",
        "its accusation",
    ];

    private static readonly string[] Shown =
    [
        "posted",
        "offered",
        "gave",
        "provided",
        "presented",
        "showed",
        "published",
        "produced",
    ];

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
        "not carried out",
        "did not touch",
        "does not hack",
        "does not carry",
        "does not engage",
        "never engaged",
        "never carried",
        "no hand in",
        "not by hackers",
        "not hackers",
        "not a cyberattack",
        "not a cyber attack",
        "not an attack",
        "no cyberattack",
        "no cyber attack",
        "not the result of a",
        "played no part",
        "played no role",
        "knew nothing of",
        "knew nothing about",
        "no sign of",
        "no indication",
        "no trace of",
        "no basis in fact",
        "without merit",
        "without any basis",
        "without any foundation",
        "far from the truth",
        "further from the truth",
        "not the work of",
        "had never been hacked",
        "had never been attacked",
        "had not been hacked",
        "no such attack",
        "no such thing",
        "nothing of the sort",
        "nothing of the kind",
        "not our doing",
        "never touched",
        "never happened",
        "never took place",
        "did not happen",
        "did not take place",
        "no shred of truth",
        "nobody from our",
        "no one from our",
        "issued a denial",
        "issued a flat denial",
    ];

    private static readonly string[] Retractions =
    [
        "no longer believes",
        "no longer attributes",
        "no longer stands by",
        "no longer stood by",
        "no longer stands behind",
        "no longer holds",
        "no longer considers",
        "no longer sees",
        "took back",
        "walked back",
        "had been mistaken",
        "was mistaken",
        "had been wrong",
        "issued a correction",
        "regrets the error",
        "regretted the error",
        "stands corrected",
        "stood corrected",
        "stand corrected",
        "got it wrong",
        "spoke too soon",
        "was wrong to",
        "were wrong to",
        "been wrong to",
        "ate his words",
        "ate her words",
        "made a mistake in",
        "set the record straight",
        "assurance was wrong",
        "statement was wrong",
        "statement was premature",
    ];

    /// <summary>Where such a phrase stands among the words; -1 where there is none.</summary>
    public static int Find(string lower, string[] words)
    {
        foreach (string phrase in Retractions.Concat(Denials))
        {
            int at = lower.IndexOf(phrase, StringComparison.Ordinal);
            // "posted no evidence" denies nothing.
            bool isShown =
                at > 0
                && phrase is "no evidence"
                && Shown.Any(w => lower[..at].EndsWith(w + " ", StringComparison.Ordinal));
            if (at >= 0 && !isShown)
            {
                int word = 0;
                for (int length = 0; word < words.Length && length < at; word++)
                {
                    length += words[word].Length + 1;
                }

                return Math.Min(word, words.Length - 1);
            }
        }

        for (int i = 0; i < words.Length; i++)
        {
            // "the report was nonsense", "the accusation was a smear": of an allegation, or of what "it" or "that" stands for.
            if (i > 0 && Vocabulary.Untrue.Contains(words[i]) && BeingBefore(words, i) is { } being and > 0)
            {
                return being;
            }

            // "We have hacked nobody", "was hacked by nobody"
            bool isNobody =
                words[i].ToLowerInvariant() is "nobody" or "no-one"
                || (words[i] is "no" && i + 1 < words.Length && words[i + 1] is "one");
            if (isNobody && words[Math.Max(0, i - 2)..i].Any(Vocabulary.Attacks.Contains))
            {
                return Math.Max(0, i - 1);
            }

            // "Nobody has taken anything from us", "nobody broke in"
            bool isDone = words[(i + 1)..Math.Min(words.Length, i + 5)]
                .Any(static w => Vocabulary.Attacks.Contains(w) || w is "broke" or "entered" or "got");
            if (isNobody && isDone)
            {
                return i;
            }

            // "There has been no intrusion of any kind", "suffered no breach"
            if (
                words[i] is "no"
                && words[(i + 1)..Math.Min(words.Length, i + 4)].Any(Vocabulary.AttackNouns.Contains)
                && words[Math.Max(0, i - 3)..i]
                    .Any(static w => Vocabulary.Being.Contains(w) || w is "suffered" or "experienced" or "had")
            )
            {
                return i;
            }
        }

        return -1;
    }

    // Back over what may stand between the verb and what is called untrue: "was a smear", "is completely untrue", "are nothing but lies".
    private static int? BeingBefore(string[] words, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - FarBack); i--)
        {
            if (Vocabulary.Being.Contains(words[i]) && words[i] is not "be")
            {
                return i;
            }

            bool isBetween =
                words[i]
                    is "a"
                        or "an"
                        or "nothing"
                        or "but"
                        or "just"
                        or "simply"
                        or "pure"
                        or "sheer"
                        or "total"
                        or "all"
                        or "and"
                        or "“"
                        or "\""
                        or "``"
                        or "mere"
                || words[i].EndsWith("ly", StringComparison.Ordinal)
                || Vocabulary.Untrue.Contains(words[i]);
            if (!isBetween)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether something is taken back: by a phrase for it, or because he calls untrue what he himself said: "its earlier statement was wrong".</summary>
    public static bool IsRetraction(string lower) =>
        Retractions.Any(p => lower.Contains(p, StringComparison.Ordinal))
        || OwnWords.Any(p => lower.Contains(p, StringComparison.Ordinal));
}
