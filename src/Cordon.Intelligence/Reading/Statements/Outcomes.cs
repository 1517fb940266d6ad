using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Tells what a statement says came of an attempt.</summary>
internal static class Outcomes
{
    // In words.
    private const int LongestPhrase = 6;

    private static readonly string[] FailurePhrases =
    [
        "came to nothing",
        "come to nothing",
        "nothing came of",
        "empty-handed",
        "no further than",
        "never got past",
        "did not get past",
        "didn't get past",
        "never got in",
        "did not get in",
        "never got inside",
        "did not succeed",
        "did not work",
        "none of them with success",
        "without success",
        "shut out of",
        "were shut out",
        "were turned away",
        "were kept out",
        "fended off",
        "beaten back",
        "warded off",
        "took nothing",
        "stole nothing",
        "got nothing",
        "obtained nothing",
        "no access to",
        "gained no access",
        "fell short",
        "held firm",
        "to no avail",
        "caught it before",
        "caught them before",
        "before any damage",
        "before any harm",
        "before they could",
        "before it could",
    ];

    /// <summary>The outcome that words tell of.</summary>
    /// <param name="words">The words of the clause.</param>
    public static ClaimedOutcome Of(ReadOnlySpan<string> words)
    {
        bool tried = false;
        bool failed = false;
        bool succeeded = false;
        bool some = false;
        bool negated = false;
        bool isOfThings = false;
        bool nothingTaken = false;
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (word is "," or ";" or "but" or "when" or "although" or "though")
            {
                negated = isOfThings = false;
            }

            isOfThings |= word.ToLowerInvariant() is "no" or "none" or "nothing";
            negated |=
                (Vocabulary.Negations.Contains(word) && !(i > 0 && char.IsUpper(word[0])))
                || word.EndsWith("n't", StringComparison.Ordinal)
                || word.EndsWith("n’t", StringComparison.Ordinal);
            tried |= Vocabulary.Tried.Contains(word);
            // "tried to break into": what follows a try is what was tried.
            bool wished =
                i > 1 && words[i - 1].Equals("to", StringComparison.OrdinalIgnoreCase) && IsWish(words[i - 2]);
            wished |= i > 0 && words[i - 1] is "to" && tried;
            if (Vocabulary.Failed.Contains(word))
            {
                failed |= !negated;
            }
            else if (Vocabulary.Succeeded.Contains(word) && !wished)
            {
                succeeded |= !negated;
                nothingTaken |= negated && isOfThings;
                failed |= negated && !isOfThings && word is not ("hacked" or "accessed");
            }
            else if (word is "success")
            {
                succeeded |= !negated;
                failed |= negated;
            }
            else if (Vocabulary.Some.Contains(word))
            {
                some = true;
            }
        }

        if (HasPhraseOfFailure(words))
        {
            // "got no further than the login page" and "came to nothing" say so of all that was tried.
            failed = true;
            succeeded &= some || HasWordOfSuccess(words);
        }

        // "read mail, but no data were stolen": that there was more to take makes it no failure.
        failed |= nothingTaken && !succeeded;
        return (failed, succeeded) switch
        {
            (true, true) => ClaimedOutcome.PartlySucceeded,
            (true, false) => ClaimedOutcome.Failed,
            (false, true) => some && HasWordOfSuccess(words)
                ? ClaimedOutcome.PartlySucceeded
                : ClaimedOutcome.Succeeded,
            _ when !negated && HasGotIn(words) => ClaimedOutcome.Succeeded,
            _ => tried ? ClaimedOutcome.Attempted : ClaimedOutcome.Unstated,
        };
    }

    private static bool IsWish(string word) =>
        word.ToLowerInvariant()
            is "tried"
                or "try"
                or "trying"
                or "attempted"
                or "attempting"
                or "attempt"
                or "attempts"
                or "sought"
                or "seeking"
                or "wanted"
                or "aimed"
                or "trató";

    /// <summary>Where a clause begins to say that something came to nothing; -1 where it does not.</summary>
    public static int FailureAt(string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            string text = string.Join(' ', words.Skip(i).Take(LongestPhrase)).ToLowerInvariant();
            if (FailurePhrases.Any(p => text.StartsWith(p, StringComparison.Ordinal)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasPhraseOfFailure(ReadOnlySpan<string> words)
    {
        string text = string.Join(' ', words!).ToLowerInvariant();
        return FailurePhrases.Any(p => text.Contains(p, StringComparison.Ordinal));
    }

    // "the hackers got in"
    private static bool HasGotIn(ReadOnlySpan<string> words)
    {
        for (int i = 1; i < words.Length; i++)
        {
            if (words[i] is "in" or "inside" or "through" && words[i - 1].ToLowerInvariant() is "got" or "broke")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWordOfSuccess(ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (word.ToLowerInvariant() is "successful" or "succeeded" or "successfully")
            {
                return true;
            }
        }

        return false;
    }
}
