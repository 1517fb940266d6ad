using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Techniques;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Reading.Measures;

/// <summary>What a model finds in a document.</summary>
internal static class TechniqueMeasure
{
    /// <summary>The techniques that it tells of, and those that it names by number.</summary>
    public static HashSet<string> Found(TechniqueModel model, string text, float shift)
    {
        List<Observable> observables = ObservableFinder.Find(text);
        List<Sentence> sentences = SentenceSplitter.Split(
            text,
            [.. observables.Select(static o => new Token(o.Start, o.End))]
        );
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (Sentence sentence in sentences.Where(static s => s.Tokens.Count >= 4))
        {
            float[] scores = model.Score(SentenceFeatures.Of(text, sentence));
            for (int i = 0; i < scores.Length; i++)
            {
                if (scores[i] + shift > 0)
                {
                    found.Add(model.Techniques[i]);
                }
            }
        }

        return found;
    }
}
