using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Reading.Training;

/// <summary>Trains a linear-chain conditional random field by stochastic gradient descent on the likelihood, on one thread and with a seed: the same examples give the same model.</summary>
internal sealed class FieldTrainer
{
    private readonly Dictionary<uint, int> _index = [];
    private readonly int _labels = Labels.Count;
    private readonly float[] _weights;
    private readonly float[] _transitions;
    private double _pace;
    private double _scale = 1;
    private readonly (int[][] Features, int[] Labels, int[] Plain)[] _examples;
    private readonly float _rate;
    private readonly float _decay;
    private readonly double _forget;

    /// <summary>Takes the examples in.</summary>
    /// <param name="examples">To learn from.</param>
    /// <param name="leastCount">How often a feature must come to be kept.</param>
    /// <param name="rate">The step.</param>
    /// <param name="decay">How strongly weights are drawn to nothing, at each step.</param>
    /// <param name="forget">The share of names whose word is hidden in a round, 0 to 1.</param>
    public FieldTrainer(IReadOnlyList<Example> examples, int leastCount, float rate, float decay, double forget)
    {
        (_rate, _decay, _forget) = (rate, decay, forget);
        var counts = new Dictionary<uint, int>();
        foreach (uint feature in examples.SelectMany(static e => e.Features).SelectMany(static f => f))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        foreach ((uint feature, int count) in counts)
        {
            if (count >= leastCount)
            {
                _index[feature] = _index.Count;
            }
        }

        _weights = new float[_index.Count * _labels];
        _transitions = new float[_labels * _labels];
        _examples =
        [
            .. examples
                .Where(static e => e.Labels.Length > 0)
                .Select(e =>
                    (
                        e.Features.Select(f => f.Select(x => _index.GetValueOrDefault(x, -1)).ToArray()).ToArray(),
                        e.Labels,
                        e.Plain
                    )
                ),
        ];
    }

    /// <summary>Trains, and gives the model.</summary>
    public SequenceModel Train(int rounds, float least, Action<string> tell)
    {
        var random = new Random(20210216);
        var sums = new float[_weights.Length];
        int summed = 0;
        long done = 0;
        for (int round = 0; round < rounds; round++)
        {
            double loss = 0;
            random.Shuffle(_examples);
            foreach ((int[][] features, int[] labels, int[] plain) in _examples)
            {
                _pace = _rate / (1 + (done++ * 4.0 / ((double)_examples.Length * rounds)));
                _scale *= 1 - (_pace * _decay);
                loss += Step([.. features.Select((f, t) => Kept(f, plain[t], random))], labels);
            }

            tell($"round {round + 1}: loss {loss / _examples.Length:0.000}");
            if (round >= rounds / 2)
            {
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += (float)(_weights[i] * _scale);
                }

                summed++;
            }
        }

        return SequenceModel.Of(
            _index.Select(x =>
                KeyValuePair.Create(
                    x.Key,
                    sums.AsSpan(x.Value * _labels, _labels).ToArray().Select(w => w / summed).ToArray()
                )
            ),
            [.. _transitions.Select(t => (float)(t * _scale))],
            least
        );
    }

    // A model that may always look at which word a token is learns names by heart, and little of what stands around them.
    private int[] Kept(int[] features, int plain, Random random)
    {
        double share = plain > 0 ? _forget : _forget / 4;
        bool forgets = random.NextDouble() < share;
        return [.. features.Take(forgets ? Math.Abs(plain) : features.Length).Where(static f => f >= 0)];
    }

    private double Step(int[][] features, int[] labels)
    {
        int count = labels.Length;
        int n = _labels;
        var scores = new double[count * n];
        for (int t = 0; t < count; t++)
        {
            Span<double> sums = scores.AsSpan(t * n, n);
            foreach (int feature in features[t])
            {
                ReadOnlySpan<float> weights = _weights.AsSpan(feature * n, n);
                for (int label = 0; label < n; label++)
                {
                    sums[label] += weights[label];
                }
            }
        }

        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] *= _scale;
        }

        (double[] forward, double[] backward, double all, double[] shifted) = Chain(scores, count);
        double gold = 0;
        var pairs = new double[n * n];
        var row = new double[n];
        for (int t = 0; t < count; t++)
        {
            int before = t == 0 ? 0 : labels[t - 1];
            gold += scores[(t * n) + labels[t]] + (_transitions[(before * n) + labels[t]] * _scale);
            for (int label = 0; label < n; label++)
            {
                row[label] = Math.Exp(forward[(t * n) + label] + backward[(t * n) + label] - all);
                for (int from = 0; from < (t == 0 ? 1 : n); from++)
                {
                    if (Labels.MayFollow(from, label))
                    {
                        double start = t == 0 ? 0 : forward[((t - 1) * n) + from];
                        pairs[(from * n) + label] += Math.Exp(
                            start
                                + shifted[(from * n) + label]
                                + scores[(t * n) + label]
                                + backward[(t * n) + label]
                                - all
                        );
                    }
                }
            }

            pairs[(before * n) + labels[t]] -= 1;
            row[labels[t]] -= 1;
            foreach (int feature in features[t])
            {
                Update(_weights.AsSpan(feature * n, n), row);
            }
        }

        Update(_transitions, pairs);
        return all - gold;
    }

    private void Update(Span<float> weights, ReadOnlySpan<double> gradient)
    {
        float step = (float)(_pace / _scale);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] -= step * (float)gradient[i];
        }
    }

    private (double[] Forward, double[] Backward, double All, double[] Shifted) Chain(double[] scores, int count)
    {
        int n = _labels;
        var allowed = new double[n * n];
        for (int from = 0; from < n; from++)
        {
            for (int label = 0; label < n; label++)
            {
                allowed[(from * n) + label] = Labels.MayFollow(from, label)
                    ? _transitions[(from * n) + label] * _scale
                    : double.NegativeInfinity;
            }
        }

        var forward = new double[count * n];
        var backward = new double[count * n];
        Span<double> terms = stackalloc double[n];
        for (int t = 0; t < count; t++)
        {
            for (int label = 0; label < n; label++)
            {
                if (t == 0)
                {
                    forward[label] = scores[label] + allowed[label];
                    continue;
                }

                for (int from = 0; from < n; from++)
                {
                    terms[from] = forward[((t - 1) * n) + from] + allowed[(from * n) + label];
                }

                forward[(t * n) + label] = scores[(t * n) + label] + LogSum(terms);
            }
        }

        for (int t = count - 2; t >= 0; t--)
        {
            for (int from = 0; from < n; from++)
            {
                for (int label = 0; label < n; label++)
                {
                    terms[label] =
                        allowed[(from * n) + label] + scores[((t + 1) * n) + label] + backward[((t + 1) * n) + label];
                }

                backward[(t * n) + from] = LogSum(terms);
            }
        }

        return (forward, backward, LogSum(forward.AsSpan((count - 1) * n, n)), allowed);
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double most = double.NegativeInfinity;
        foreach (double term in terms)
        {
            most = Math.Max(most, term);
        }

        if (double.IsNegativeInfinity(most))
        {
            return most;
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += term - most > -30 ? Math.Exp(term - most) : 0;
        }

        return most + Math.Log(sum);
    }
}
