using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Techniques;

/// <summary>What the classifier of techniques looks at: stems of words, pairs of them, and beginnings of words.</summary>
internal static class SentenceFeatures
{
    /// <summary>A sentence's features, each once, of length 1 together.</summary>
    public static List<KeyValuePair<uint, float>> Of(string text, Sentence sentence)
    {
        var features = new HashSet<uint>();
        uint last = 1;
        uint before = 1;
        Span<char> word = stackalloc char[24];
        foreach (Token token in sentence.Tokens)
        {
            ReadOnlySpan<char> written = token.Of(text);
            if (!char.IsLetterOrDigit(written[0]))
            {
                continue;
            }

            int length = Stem(written, word);
            uint stem = Hashing.Of(word[..length]);
            features.Add(Hashing.Mix(1, stem));
            features.Add(Hashing.Mix(2, last, stem));
            features.Add(Hashing.Mix(3, before, stem));
            if (length > 5)
            {
                features.Add(Hashing.Mix(4, Hashing.Of(word[..5])));
            }

            (before, last) = (last, stem);
        }

        float value = features.Count == 0 ? 0 : 1 / MathF.Sqrt(features.Count);
        return [.. features.Select(f => KeyValuePair.Create(f, value))];
    }

    // A short stemmer: enough that "encrypts", "encrypted" and "encrypting" are one.
    private static int Stem(ReadOnlySpan<char> written, Span<char> word)
    {
        int length = Math.Min(written.Length, word.Length);
        for (int i = 0; i < length; i++)
        {
            word[i] = char.IsDigit(written[i]) ? '0' : char.ToLowerInvariant(written[i]);
        }

        foreach (
            string ending in (ReadOnlySpan<string>)
                ["ations", "ation", "ings", "ing", "ers", "ies", "ed", "er", "es", "s", "e"]
        )
        {
            if (length - ending.Length >= 3 && word[..length].EndsWith(ending))
            {
                return length - ending.Length;
            }
        }

        return length;
    }
}
