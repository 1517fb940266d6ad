using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Tells a newspaper's correction: "An earlier version of this article wrongly said that …".</summary>
internal static class Correction
{
    // In words.
    private const int LongestOpening = 16;

    private static readonly FrozenSet<string> Earlier = Vocabulary.Words("earlier previous original first initial");
    private static readonly FrozenSet<string> Versions = Vocabulary.Words(
        "version versions edition editions article story report headline caption post column dispatch"
    );
    private static readonly FrozenSet<string> Wrongly = Vocabulary.Words(
        "wrongly incorrectly mistakenly erroneously inaccurately misstated misreported"
    );

    /// <summary>Whether who says it says that he was wrong: "it had wrongly blamed X".</summary>
    public static bool IsOwn(Clause clause, int at) =>
        at > 1
        && (
            Wrongly.Contains(clause.Words[at - 1])
            || clause.Words[Math.Max(0, at - 6)..at].Any(static w => w is "mistake" or "mistaken" or "wrong")
        )
        && clause
            .Words[Math.Max(0, at - 3)..at]
            .Any(static w => w.ToLowerInvariant() is "it" or "they" or "we" or "he" or "she" or "i");

    /// <summary>Whether a word of a sentence stands in what is taken back.</summary>
    public static bool IsOne(Clause clause, int at)
    {
        int most = Math.Min(at, LongestOpening);
        bool isEarlier = false;
        bool isVersion = false;
        for (int i = 0; i < most; i++)
        {
            string word = clause.Words[i];
            isEarlier |= Earlier.Contains(word);
            isVersion |= Versions.Contains(word);
            bool isSaid = Vocabulary.Says.Contains(word) && isVersion;
            if ((isEarlier && isSaid) || (isVersion && Wrongly.Contains(word)))
            {
                return true;
            }
        }

        return false;
    }
}
