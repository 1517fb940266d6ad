using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Somebody who says something in a sentence.</summary>
/// <param name="Name">Who, as written.</param>
/// <param name="At">Where he says it: the word of saying.</param>
/// <param name="From">Where what he says starts.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="Stance">Whether he says that it is so.</param>
/// <param name="Through">Who passed it on; null where the text does not say.</param>
internal sealed record Speaker(string Name, int At, int From, int To, ClaimStance Stance, string? Through)
{
    // In words.
    private const int LongestPlainName = 5;

    /// <summary>Whether the name is one: of people and offices, "two people familiar with it", and no part of a sentence that only looks so.</summary>
    public bool IsSomebody
    {
        get
        {
            string[] words = Name.Split(' ');
            return !Vocabulary.NeverFirst.Contains(words[0])
                && words[0].ToLowerInvariant() is not ("then" or "although" or "though" or "if" or "because" or "not")
                && words[^1] is not ("and" or "or" or "to" or "of" or "the")
                && (words.Length <= LongestPlainName || !words[1..^1].Any(IsOfSentence));
        }
    }

    /// <summary>Whose words he passes on: "…, citing X"; null where the text does not say.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether what he says covers a word.</summary>
    public bool Covers(int word) => word >= From && word < To;

    private static bool IsOfSentence(string word) =>
        Vocabulary.Being.Contains(word)
        || word is "could" or "can" or "would" or "did"
        || (word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) && word is not "united");
}
