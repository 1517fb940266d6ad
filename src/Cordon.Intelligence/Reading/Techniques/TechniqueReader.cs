using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Techniques;

/// <summary>Says which sentences tell of which techniques.</summary>
internal sealed class TechniqueReader(TechniqueModel model)
{
    private const int FewestTokens = 4;

    /// <summary>The entities with the sentences that tell of techniques added, in order.</summary>
    public IReadOnlyList<ReportEntity> AddTo(
        IReadOnlyList<ReportEntity> entities,
        string text,
        IReadOnlyList<Sentence> sentences,
        INameResolver? names,
        CancellationToken cancel
    )
    {
        var all = new List<ReportEntity>(entities);
        foreach (Sentence sentence in sentences)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (string technique in Of(text, sentence))
            {
                all.Add(
                    new ReportEntity(
                        EntityType.AttackPattern,
                        text[sentence.Start..sentence.End],
                        sentence.Start,
                        sentence.End,
                        names?.Resolve(technique) ?? []
                    )
                    {
                        Technique = technique,
                    }
                );
            }
        }

        return [.. all.OrderBy(static e => e.Start).ThenByDescending(static e => e.End)];
    }

    /// <summary>The techniques that a sentence tells of.</summary>
    public IEnumerable<string> Of(string text, Sentence sentence)
    {
        if (sentence.Tokens.Count < FewestTokens)
        {
            yield break;
        }

        float[] scores = model.Score(SentenceFeatures.Of(text, sentence));
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0)
            {
                yield return model.Techniques[i];
            }
        }
    }
}
