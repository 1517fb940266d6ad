using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Techniques;
using Cordon.Intelligence.Reading.Text;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Training;

/// <summary>Trains a linear classifier of sentences, one technique against the rest, by stochastic gradient descent on the logistic loss; with a seed.</summary>
internal sealed class TechniqueTrainer
{
    private const float ProcedureWeight = 0.5f;
    private const float Decay = 2e-6f;
    private const int Rounds = 12;

    private readonly string[] _techniques;
    private readonly IReadOnlyList<(string Technique, List<KeyValuePair<uint, float>> Features)> _procedures;

    /// <summary>Takes the techniques that are to be told, and ATT&amp;CK's sentences on them.</summary>
    public TechniqueTrainer(IEnumerable<string> techniques, IEnumerable<(string Technique, string Text)> procedures)
    {
        _techniques = [.. techniques.Order(StringComparer.Ordinal)];
        var known = _techniques.ToHashSet(StringComparer.Ordinal);
        _procedures =
        [
            .. procedures
                .Where(p => known.Contains(p.Technique))
                .SelectMany(static p =>
                    Sentences(p.Text).Take(1).Select(s => (p.Technique, SentenceFeatures.Of(p.Text, s)))
                ),
        ];
    }

    /// <summary>Trains on documents.</summary>
    /// <param name="documents">Marked reports.</param>
    /// <param name="shift">Added to every technique's start: higher finds more, and more that is wrong.</param>
    public TechniqueModel Train(IReadOnlyList<Annotated> documents, float shift)
    {
        var rows = new List<(List<KeyValuePair<uint, float>> Features, HashSet<int> Right, float Weight)>();
        foreach (Annotated document in documents)
        {
            foreach (Sentence sentence in Sentences(document.Text))
            {
                var marks = document.Entities.Where(m => m.Start < sentence.End && m.End > sentence.Start).ToList();
                if (sentence.Tokens.Count >= 4 && !marks.Exists(static m => m.Type.Length == 0))
                {
                    rows.Add(
                        (
                            SentenceFeatures.Of(document.Text, sentence),
                            [.. marks.Select(m => Array.IndexOf(_techniques, m.Type)).Where(static i => i >= 0)],
                            1
                        )
                    );
                }
            }
        }

        rows.AddRange(
            _procedures.Select(p =>
                (p.Features, new HashSet<int> { Array.IndexOf(_techniques, p.Technique) }, ProcedureWeight)
            )
        );
        var counts = new Dictionary<uint, int>();
        foreach (uint feature in rows.SelectMany(static r => r.Features).Select(static f => f.Key))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        var index = new Dictionary<uint, int>();
        foreach ((uint feature, int count) in counts)
        {
            if (count > 1)
            {
                index[feature] = index.Count;
            }
        }

        int n = _techniques.Length;
        var weights = new float[index.Count * n];
        var bases = new float[n];
        Array.Fill(bases, -3);
        var random = new Random(20210216);
        var order = rows.Select(r =>
                (
                    Features: r.Features.Where(f => index.ContainsKey(f.Key))
                        .Select(f => (At: index[f.Key] * n, f.Value))
                        .ToArray(),
                    r.Right,
                    r.Weight
                )
            )
            .ToArray();
        var scores = new float[n];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            float rate = 1.5f / (1 + (round * 0.4f));
            foreach ((var features, HashSet<int> right, float weight) in order)
            {
                bases.CopyTo(scores, 0);
                foreach ((int at, float value) in features)
                {
                    for (int label = 0; label < n; label++)
                    {
                        scores[label] += weights[at + label] * value;
                    }
                }

                for (int label = 0; label < n; label++)
                {
                    bool wanted = right.Contains(label);
                    scores[label] =
                        rate * weight * (wanted ? 3 : 1) * ((1 / (1 + MathF.Exp(-scores[label]))) - (wanted ? 1 : 0));
                    bases[label] -= 0.05f * scores[label];
                }

                foreach ((int at, float value) in features)
                {
                    for (int label = 0; label < n; label++)
                    {
                        weights[at + label] -= (scores[label] * value) + (Decay * weights[at + label]);
                    }
                }
            }
        }

        return TechniqueModel.Of(
            _techniques,
            [.. bases.Select(b => b + shift)],
            index.Select(x => KeyValuePair.Create(x.Key, weights.AsSpan(x.Value * n, n).ToArray())),
            0.15f
        );
    }

    private static List<Sentence> Sentences(string text)
    {
        List<Observable> observables = ObservableFinder.Find(text);
        return SentenceSplitter.Split(text, [.. observables.Select(static o => new Token(o.Start, o.End))]);
    }
}
