using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Training;

/// <summary>Makes examples of annotated texts, by the same classes that read reports.</summary>
internal static class ExampleReader
{
    /// <summary>The examples of a text.</summary>
    public static IEnumerable<Example> Read(Annotated document, NameList names)
    {
        List<Observable> observables = ObservableFinder.Find(document.Text);
        List<Sentence> sentences = SentenceSplitter.Split(
            document.Text,
            [.. observables.Select(static o => new Token(o.Start, o.End))]
        );
        var reader = new FeatureReader(document.Text, sentences, observables, new NameKnowledge(names, null).Of);
        var features = new List<uint>();
        int next = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            IReadOnlyList<Token> tokens = sentences[s].Tokens;
            var rows = new uint[tokens.Count][];
            var labels = new int[tokens.Count];
            var plain = new int[tokens.Count];
            for (int t = 0; t < tokens.Count; t++)
            {
                features.Clear();
                int told = reader.Read(s, t, features);
                plain[t] = reader.Facts(s)[t].IsNameLike ? told : -told;
                rows[t] = [.. features];
                while (next < document.Entities.Count && document.Entities[next].End <= tokens[t].Start)
                {
                    next++;
                }

                labels[t] = Label(
                    document,
                    next,
                    tokens[t],
                    t > 0 ? tokens[t - 1] : default,
                    t > 0 ? labels[t - 1] : 0
                );
            }

            yield return new Example(rows, labels, plain);
        }
    }

    private static int Label(Annotated document, int next, Token token, Token before, int last)
    {
        if (next >= document.Entities.Count || document.Entities[next].Start >= token.End)
        {
            return Labels.Outside;
        }

        Marked entity = document.Entities[next];
        int type = Array.IndexOf(Labels.Types, entity.Type);
        if (type < 0)
        {
            return Labels.Outside;
        }

        bool goesOn = before.End > entity.Start && before.Length > 0 && Labels.TypeOf(last) == type;
        return goesOn ? Labels.Inside(type) : Labels.Begin(type);
    }
}
