using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>Tags the names of a text.</summary>
internal sealed class Tagger(SequenceModel model, NameList names)
{
    /// <summary>The names that are known without any knowledge loaded.</summary>
    public NameList Names { get; } = names;

    /// <summary>The entities of a text, in order.</summary>
    public List<Span> Tag(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Observable> observables,
        NameKnowledge knowledge,
        CancellationToken cancel
    )
    {
        var reader = new FeatureReader(text, sentences, observables, knowledge.Of);
        var features = new List<uint>();
        var all = new float[sentences.Count][];
        for (int s = 0; s < sentences.Count; s++)
        {
            cancel.ThrowIfCancellationRequested();
            int count = sentences[s].Tokens.Count;
            var scores = new float[count * Labels.Count];
            for (int t = 0; t < count; t++)
            {
                features.Clear();
                reader.Read(s, t, features);
                foreach (uint feature in features)
                {
                    model.Add(feature, scores.AsSpan(t * Labels.Count, Labels.Count));
                }

                TokenFacts facts = reader.Facts(s)[t];
                Prefer(facts, t > 0 ? reader.Facts(s)[t - 1] : default, scores.AsSpan(t * Labels.Count, Labels.Count));
                if (facts.IsObservable)
                {
                    // What has an exact form is told by that form alone.
                    scores.AsSpan((t * Labels.Count) + 1, Labels.Count - 1).Fill(-1000);
                }
            }

            all[s] = scores;
        }

        return Decide(text, sentences, all, reader);
    }

    private List<Span> Decide(string text, IReadOnlyList<Sentence> sentences, float[][] all, FeatureReader reader)
    {
        var spans = new List<Span>();
        var labels = new int[all.Length][];
        for (int s = 0; s < all.Length; s++)
        {
            labels[s] = Viterbi.Best(all[s], model.Transitions);
        }

        List<Introduced> introduced = new IntroductionFinder(text, sentences, reader, labels).Find();
        foreach (int s in new Introductions(text, sentences, reader).Prefer(all, introduced, Trust))
        {
            labels[s] = Viterbi.Best(all[s], model.Transitions);
        }

        var repeats = new Repeats(reader, labels);
        for (int s = 0; s < all.Length; s++)
        {
            if (repeats.Prefer(s, all[s], Trust.Again))
            {
                labels[s] = Viterbi.Best(all[s], model.Transitions);
            }
        }

        for (int s = 0; s < all.Length; s++)
        {
            Collect(labels[s], reader.Facts(s), s, spans);
        }

        return spans;
    }

    // Training texts hold few of the names that are known now, so that what was learnt alone trusts a known name too little, and an unknown one too much.
    private void Prefer(TokenFacts facts, TokenFacts before, Span<float> scores)
    {
        Prefer(facts, before, NameKinds.Actor, Labels.Actor, Trust.Actor, Trust.NewActor, scores);
        float malware =
            facts.Names.HasFlag(NameKinds.Ordinary) ? Trust.OrdinaryMalware
            : facts.Names.HasFlag(NameKinds.Actor) ? Trust.ActorMalware
            : facts.Names.HasFlag(NameKinds.Tool) ? Trust.ToolMalware
            : Trust.Malware;
        bool isTool = facts.NamePlace > 0 && (facts.Names & (NameKinds.Malware | NameKinds.Tool)) == NameKinds.Tool;
        float unknown = Trust.NewMalware + (isTool ? Trust.ToolOnly : 0);
        Prefer(facts, before, NameKinds.Malware, Labels.Malware, malware, unknown, scores);
    }

    private void Prefer(
        TokenFacts facts,
        TokenFacts before,
        NameKinds kind,
        int type,
        float known,
        float unknown,
        Span<float> scores
    )
    {
        bool isKnown = facts.NamePlace > 0 && facts.Names.HasFlag(kind);
        bool ended = before.NamePlace > 0 && before.Names.HasFlag(kind) && facts.NamePlace != 2;
        if (isKnown)
        {
            scores[facts.NamePlace == 1 ? Labels.Begin(type) : Labels.Inside(type)] += known;
        }
        else
        {
            scores[Labels.Begin(type)] -= unknown;
        }

        // A known name ends where it ends.
        if (ended)
        {
            scores[Labels.Inside(type)] -= facts.Cue == Cue.Malware ? Trust.EndBeforeKind : Trust.End;
        }
    }

    /// <summary>How much names are trusted; chosen over folds of training and development parts (<c>tools/reading folds</c>).</summary>
    internal TrustInNames Trust { get; init; } = new();

    private static void Collect(int[] labels, TokenFacts[] facts, int sentence, List<Span> spans)
    {
        for (int t = 0; t < labels.Length; t++)
        {
            if (!Labels.IsBegin(labels[t]))
            {
                continue;
            }

            int end = t + 1;
            while (end < labels.Length && labels[end] == labels[t] + 1)
            {
                end++;
            }

            // What is made of words for kinds alone ("RATs") names nothing.
            int type = Labels.TypeOf(labels[t]);
            if (type != Labels.Malware || !facts[t..end].All(static f => f.Cue == Cue.Malware))
            {
                spans.Add(new Span(type, sentence, t, end - t));
            }
        }
    }
}
