using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Tells what a statement says came of an attempt.</summary>
internal static class Outcomes
{
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
                Vocabulary.Negations.Contains(word)
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

        // "read mail, but no data were stolen": that there was more to take makes it no failure.
        failed |= nothingTaken && !succeeded;
        return (failed, succeeded) switch
        {
            (true, true) => ClaimedOutcome.PartlySucceeded,
            (true, false) => ClaimedOutcome.Failed,
            (false, true) => some && HasWordOfSuccess(words)
                ? ClaimedOutcome.PartlySucceeded
                : ClaimedOutcome.Succeeded,
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
