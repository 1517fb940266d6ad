using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>Works out what features say of the tokens of a sentence.</summary>
internal static class FactsReader
{
    /// <summary>The facts of each token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">A sentence of it.</param>
    /// <param name="observables">By the place where they start.</param>
    /// <param name="names">Asks what a run of tokens is known as.</param>
    public static TokenFacts[] Of(
        string text,
        Sentence sentence,
        IReadOnlyDictionary<int, Observable> observables,
        Func<string, Sentence, int, int, NameKinds> names
    )
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        var facts = new TokenFacts[tokens.Count];
        for (int i = 0; i < facts.Length; i++)
        {
            facts[i] = observables.TryGetValue(tokens[i].Start, out Observable found)
                ? OfObservable(found)
                : OfWord(tokens[i].Of(text));
        }

        MarkNames(text, sentence, facts, names);
        return facts;
    }

    private static TokenFacts OfObservable(Observable found)
    {
        uint kind = Hashing.Mix(99, Hashing.Of(found.Type));
        return new TokenFacts
        {
            Form = kind,
            Lower = kind,
            Digits = kind,
            Shape = kind,
            Suffix3 = kind,
            IsObservable = true,
        };
    }

    private static TokenFacts OfWord(ReadOnlySpan<char> word)
    {
        Span<char> digits = stackalloc char[Math.Min(word.Length, 32)];
        Span<char> shape = stackalloc char[Math.Min(word.Length, 32)];
        int shaped = 0;
        int digited = 0;
        bool capital = false;
        bool letter = false;
        bool digit = false;
        foreach (char one in word[..digits.Length])
        {
            char kind =
                char.IsUpper(one) ? 'A'
                : char.IsLetter(one) ? 'a'
                : char.IsDigit(one) ? '0'
                : one;
            capital |= kind == 'A';
            letter |= kind is 'a' or 'A';
            digit |= kind == '0';
            if (shaped == 0 || shape[shaped - 1] != kind || (shaped == 1 && kind == 'A'))
            {
                shape[shaped++] = kind;
            }

            char flat = kind == '0' ? '0' : char.ToLowerInvariant(one);
            if (flat != '0' || digited == 0 || digits[digited - 1] != '0')
            {
                digits[digited++] = flat;
            }
        }

        return new TokenFacts
        {
            Form = Hashing.Of(word),
            Lower = Hashing.OfLower(word),
            Digits = Hashing.Of(digits[..digited]),
            Shape = Hashing.Of(shape[..shaped]),
            Suffix3 = Hashing.OfLower(word[^Math.Min(3, word.Length)..]),
            Cue = Cues.Of(word),
            IsNameLike = letter && (capital || digit),
        };
    }

    // The longest known name wins; a name begins with something like a name.
    private static void MarkNames(
        string text,
        Sentence sentence,
        TokenFacts[] facts,
        Func<string, Sentence, int, int, NameKinds> names
    )
    {
        for (int i = 0; i < facts.Length; i++)
        {
            if (!facts[i].IsNameLike || facts[i].NamePlace > 0 || facts[i].IsObservable)
            {
                continue;
            }

            for (int length = Math.Min(NameList.MostTokens, facts.Length - i); length > 0; length--)
            {
                NameKinds kinds = names(text, sentence, i, length);
                if (kinds == NameKinds.None)
                {
                    continue;
                }

                // Of "Remcos RAT", both known, only the first says its name; whether the kind belongs to it is for what was learnt.
                if (
                    length > 1
                    && facts[i + length - 1].Cue == Cue.Malware
                    && kinds.HasFlag(NameKinds.Malware)
                    && names(text, sentence, i, length - 1) is var shorter
                    && (shorter & (NameKinds.Malware | NameKinds.Ordinary)) == NameKinds.Malware
                )
                {
                    (length, kinds) = (length - 1, shorter);
                }

                for (int k = 0; k < length; k++)
                {
                    facts[i + k].Names = kinds;
                    facts[i + k].NamePlace = (byte)(k == 0 ? 1 : 2);
                    facts[i + k].NameLength = (byte)length;
                }

                break;
            }
        }
    }
}
