using System.Runtime.InteropServices;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>
/// What a word was taken for at each of its places: one text seldom means an actor by a name here and malware there, and where words around it say
/// little, its other places decide.
/// </summary>
internal sealed class Repeats
{
    private readonly FeatureReader _reader;
    private readonly Dictionary<(int Block, uint Form), Counts> _words = [];

    /// <summary>Counts the labels of all sentences of a text.</summary>
    public Repeats(FeatureReader reader, int[][] labels)
    {
        _reader = reader;
        for (int s = 0; s < labels.Length; s++)
        {
            TokenFacts[] facts = reader.Facts(s);
            for (int t = 0; t < facts.Length; t++)
            {
                if (Counted(facts[t]))
                {
                    ref Counts counts = ref CollectionsMarshal.GetValueRefOrAddDefault(
                        _words,
                        (FeatureReader.BlockOf(s), facts[t].Form),
                        out _
                    );
                    int type = Labels.TypeOf(labels[s][t]);
                    counts.All++;
                    counts.Actor += type == Labels.Actor ? 1 : 0;
                    counts.Malware += type == Labels.Malware ? 1 : 0;
                }
            }
        }
    }

    /// <summary>Changes the scores of a sentence's words that were not the same everywhere; false where there is none.</summary>
    /// <param name="sentence">The number of the sentence.</param>
    /// <param name="scores">Of each of its tokens for each label.</param>
    /// <param name="weight">How much is given where all places agree, and taken where none does.</param>
    public bool Prefer(int sentence, float[] scores, float weight)
    {
        TokenFacts[] facts = _reader.Facts(sentence);
        bool changed = false;
        for (int t = 0; t < facts.Length; t++)
        {
            if (!Counted(facts[t]))
            {
                continue;
            }

            Counts counts = _words[(FeatureReader.BlockOf(sentence), facts[t].Form)];
            if (counts.Actor == counts.All || counts.Malware == counts.All || counts.Actor + counts.Malware == 0)
            {
                continue;
            }

            changed = true;
            Add(Labels.Actor, counts.Actor);
            Add(Labels.Malware, counts.Malware);

            void Add(int type, int times)
            {
                float share = ((2f * times) - counts.All) / counts.All * weight;
                scores[(t * Labels.Count) + Labels.Begin(type)] += share;
                scores[(t * Labels.Count) + Labels.Inside(type)] += share;
            }
        }

        return changed;
    }

    private static bool Counted(TokenFacts facts) => facts is { IsNameLike: true, IsObservable: false };

    private struct Counts
    {
        public int All;
        public int Actor;
        public int Malware;
    }
}
