using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>
/// What a tagger looks at: words, shapes and known names around a token, and where the same word stands elsewhere in the text. Training and reading use
/// this one class.
/// </summary>
internal sealed class FeatureReader
{
    // Other places of a word count where they are near; a file of many reports is not one text.
    private const int BlockSentences = 120;
    private const int MostPlaces = 10;

    private readonly TokenFacts[][] _facts;
    private readonly Dictionary<(int Block, uint Form), List<(int Sentence, int Token)>> _places = [];
    private readonly HashSet<(int Block, uint Lower)> _small = [];
    private readonly string _text;
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly uint _typography;

    /// <summary>Reads a text's tokens.</summary>
    public FeatureReader(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Observable> observables,
        Func<string, Sentence, int, int, NameKinds> names
    )
    {
        _text = text;
        _sentences = sentences;
        _typography = IsSetApart(text) ? 1u : 2u;
        var starts = new Dictionary<int, Observable>(observables.Count);
        foreach (Observable one in observables)
        {
            starts[one.Start] = one;
        }

        _facts = new TokenFacts[sentences.Count][];
        for (int s = 0; s < sentences.Count; s++)
        {
            _facts[s] = FactsReader.Of(text, sentences[s], starts, names);
            Remember(s);
        }
    }

    /// <summary>Which sentences are looked at together.</summary>
    public static int BlockOf(int sentence) => sentence / BlockSentences;

    /// <summary>What is known of a sentence's tokens.</summary>
    public TokenFacts[] Facts(int sentence) => _facts[sentence];

    /// <summary>Whether a text's words and signs are set apart by spaces, as in corpora: names are then read with what was learnt of such texts.</summary>
    public static bool IsSetApart(string text)
    {
        int apart = 0;
        int all = 0;
        for (int at = 1; at < text.Length && all < 400; at++)
        {
            if (text[at] is ',' or '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])))
            {
                all++;
                apart += text[at - 1] == ' ' ? 1 : 0;
            }
        }

        return apart * 2 > all;
    }

    /// <summary>Adds the features of a token, and says how many of them tell nothing of which word it is; those come first.</summary>
    public int Read(int sentence, int at, List<uint> features)
    {
        TokenFacts[] all = _facts[sentence];
        TokenFacts now = all[at];
        TokenFacts before = at > 0 ? all[at - 1] : default;
        TokenFacts before2 = at > 1 ? all[at - 2] : default;
        TokenFacts after = at + 1 < all.Length ? all[at + 1] : default;
        TokenFacts after2 = at + 2 < all.Length ? all[at + 2] : default;
        void Add(uint kind, uint first, uint second = 0) => features.Add(Hashing.Mix(kind, first, second));

        Add(1, _typography);
        Add(4, before.Lower);
        Add(5, after.Lower);
        Add(6, before2.Lower);
        Add(7, after2.Lower);
        Add(10, now.Shape);
        Add(11, before.Shape, now.Shape);
        Add(12, now.Shape, after.Shape);
        Add(14, before.Lower, after.Lower);
        Add(15, before2.Lower, before.Lower);
        Add(16, after.Lower, after2.Lower);
        Add(17, now.Shape, after.Lower);
        Add(18, now.Shape, before.Lower);
        Add(19, before.Suffix3);
        Add(20, after.Suffix3);
        Add(21, now.Shape, ((uint)before.Cue * 16) + (uint)after.Cue);

        uint name = Name(now);
        Add(30, name);
        Add(31, name, now.Shape);
        Add(32, name, after.Lower);
        Add(33, name, before.Lower);
        Add(34, Name(before), name);
        Add(35, name, Name(after));
        Add(36, name, ((uint)before.Cue * 16) + (uint)after.Cue);
        Add(37, _typography, name);
        // "Spark backdoor": one corpus has what a thing is within its name, another has not.
        Add(45, _typography, Hashing.Mix(1, before.NamePlace == 0 ? 0u : 1u, now.Lower));
        Add(46, _typography, Hashing.Mix(2, before.Shape, now.Lower));
        Add(47, _typography, Hashing.Mix(3, name, (uint)after.Cue));
        Add(39, _typography, Hashing.Mix(1, now.Shape, after.Lower));
        Add(40, _typography, Hashing.Mix(2, now.Shape, (uint)after.Cue));
        for (int i = 2; i <= 4; i++)
        {
            AddCue(41, all, at - i, now, features);
            AddCue(42, all, at + i, now, features);
        }

        Add(43, at == 0 ? 1u : 0u, now.Shape);
        AddOthers(sentence, at, now, features);
        Add(13, now.Digits == now.Lower ? 0 : now.Digits);
        AddAffixes(sentence, at, now, features);
        int plain = features.Count;
        Add(2, now.Form);
        Add(3, now.Lower);
        Add(8, before.Lower, now.Lower);
        Add(9, now.Lower, after.Lower);
        Add(38, _typography, now.Lower);
        return plain;
    }

    private static uint Name(TokenFacts facts) =>
        facts.NamePlace == 0
            ? 0
            : (uint)facts.Names | ((uint)facts.NamePlace << 8) | (facts.NameLength > 1 ? 1u << 12 : 0);

    private static void AddCue(uint kind, TokenFacts[] all, int at, TokenFacts now, List<uint> features)
    {
        if (at >= 0 && at < all.Length && all[at].Cue != Cue.None && now.IsNameLike)
        {
            features.Add(Hashing.Mix(kind, (uint)all[at].Cue, Name(now)));
        }
    }

    private void AddAffixes(int sentence, int at, TokenFacts now, List<uint> features)
    {
        ReadOnlySpan<char> word = _sentences[sentence].Tokens[at].Of(_text);
        if (now.IsObservable || word.Length > 64)
        {
            return;
        }

        for (uint length = 2; length <= 4 && length < word.Length; length++)
        {
            features.Add(Hashing.Mix(50 + length, Hashing.OfLower(word[..(int)length])));
            features.Add(Hashing.Mix(60 + length, Hashing.OfLower(word[^(int)length..])));
        }

        // What is joined by a hyphen often is a name and what it does: "Emotet-infected".
        int hyphen = word.IndexOf('-');
        if (hyphen > 0)
        {
            features.Add(Hashing.Mix(70, Hashing.OfLower(word[..hyphen])));
            features.Add(Hashing.Mix(71, Hashing.OfLower(word[(hyphen + 1)..])));
        }
    }

    private void AddOthers(int sentence, int at, TokenFacts now, List<uint> features)
    {
        int block = BlockOf(sentence);
        if (
            !now.IsNameLike
            || now.IsObservable
            || !_places.TryGetValue((block, now.Form), out List<(int, int)>? places)
        )
        {
            return;
        }

        features.Add(Hashing.Mix(80, (uint)Math.Min(4, places.Count), now.Shape));
        features.Add(Hashing.Mix(81, _small.Contains((block, now.Lower)) ? 1u : 0u, now.Shape));
        foreach ((int s, int t) in places)
        {
            if (s == sentence && t == at)
            {
                continue;
            }

            TokenFacts[] other = _facts[s];
            TokenFacts before = t > 0 ? other[t - 1] : default;
            TokenFacts after = t + 1 < other.Length ? other[t + 1] : default;
            Distinct(features, Hashing.Mix(82, before.Lower));
            Distinct(features, Hashing.Mix(83, after.Lower));
            Distinct(features, Hashing.Mix(84, Name(other[t])));
            if (after.Cue != Cue.None)
            {
                Distinct(features, Hashing.Mix(85, (uint)after.Cue));
            }

            if (before.Cue != Cue.None)
            {
                Distinct(features, Hashing.Mix(86, (uint)before.Cue));
            }

            if (t > 1 && other[t - 2].Cue != Cue.None)
            {
                Distinct(features, Hashing.Mix(87, (uint)other[t - 2].Cue));
            }
        }
    }

    private static void Distinct(List<uint> features, uint one)
    {
        if (!features.Contains(one))
        {
            features.Add(one);
        }
    }

    private void Remember(int sentence)
    {
        TokenFacts[] facts = _facts[sentence];
        int block = BlockOf(sentence);
        for (int t = 0; t < facts.Length; t++)
        {
            if (!facts[t].IsNameLike)
            {
                _small.Add((block, facts[t].Lower));
                continue;
            }

            if (!_places.TryGetValue((block, facts[t].Form), out List<(int, int)>? places))
            {
                _places[(block, facts[t].Form)] = places = [];
            }

            if (places.Count < MostPlaces)
            {
                places.Add((sentence, t));
            }
        }
    }
}
