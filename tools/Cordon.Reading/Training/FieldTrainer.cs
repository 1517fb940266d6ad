using System.Numerics;
using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Reading.Training;

/// <summary>Trains a linear-chain conditional random field by stochastic gradient descent on the likelihood, on one thread and with a seed: the same examples give the same model.</summary>
internal sealed class FieldTrainer
{
    private readonly Dictionary<uint, int> _index = [];
    private readonly int _labels = Labels.Count;

    // Rows are as wide as whole vectors; what is beyond the labels stays nothing.
    private readonly int _width = (Labels.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
    private readonly float[] _weights;
    private readonly float[] _transitions;
    private readonly double[] _exponents;
    private readonly double[] _turned;
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

        _weights = new float[_index.Count * _width];
        _transitions = new float[_width * _width];
        _exponents = new double[_width * _width];
        _turned = new double[_width * _width];
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
                    sums.AsSpan(x.Value * _width, _labels).ToArray().Select(w => w / summed).ToArray()
                )
            ),
            [.. Enumerable.Range(0, _labels * _labels).Select(Transition)],
            least
        );
    }

    private float Transition(int pair) => (float)(_transitions[(pair / _labels * _width) + (pair % _labels)] * _scale);

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
        int n = _width;
        var sums = new float[n];
        var chances = new double[count * n];
        double gold = 0;
        double all = 0;
        for (int t = 0; t < count; t++)
        {
            Array.Clear(sums);
            foreach (int feature in features[t])
            {
                Add(sums, _weights.AsSpan(feature * n, n));
            }

            // Chances are held against the best label's, so that none grows past all bounds.
            double most = double.NegativeInfinity;
            for (int label = 0; label < _labels; label++)
            {
                most = Math.Max(most, sums[label] * _scale);
            }

            for (int label = 0; label < _labels; label++)
            {
                chances[(t * n) + label] = Math.Exp((sums[label] * _scale) - most);
            }

            int before = t == 0 ? Labels.Outside : labels[t - 1];
            gold += (sums[labels[t]] * _scale) + (_transitions[(before * n) + labels[t]] * _scale);
            all += most;
        }

        ReadTransitions();
        double[] forward = Forward(chances, count, out double[] totals);
        double[] backward = Backward(chances, totals, count);
        var pairs = new double[n * n];
        var row = new double[n];
        var step = new float[n];
        for (int t = 0; t < count; t++)
        {
            all += Math.Log(totals[t]);
            for (int label = 0; label < n; label++)
            {
                row[label] = chances[(t * n) + label] * backward[(t * n) + label] / totals[t];
            }

            for (int from = 0; from < (t == 0 ? 1 : _labels); from++)
            {
                double start = t == 0 ? 1 : forward[((t - 1) * n) + from];
                AddProducts(pairs.AsSpan(from * n, n), _exponents.AsSpan(from * n, n), row, start);
            }

            pairs[((t == 0 ? Labels.Outside : labels[t - 1]) * n) + labels[t]] -= 1;
            for (int label = 0; label < _labels; label++)
            {
                step[label] = (float)(
                    ((forward[(t * n) + label] * backward[(t * n) + label]) - (label == labels[t] ? 1 : 0))
                    * -_pace
                    / _scale
                );
            }

            foreach (int feature in features[t])
            {
                Add(_weights.AsSpan(feature * n, n), step);
            }
        }

        for (int i = 0; i < pairs.Length; i++)
        {
            _transitions[i] -= (float)(pairs[i] * _pace / _scale);
        }

        return all - gold;
    }

    private void ReadTransitions()
    {
        for (int from = 0; from < _labels; from++)
        {
            for (int label = 0; label < _labels; label++)
            {
                double chance = Labels.MayFollow(from, label)
                    ? Math.Exp(_transitions[(from * _width) + label] * _scale)
                    : 0;
                _exponents[(from * _width) + label] = chance;
                _turned[(label * _width) + from] = chance;
            }
        }
    }

    // Each token's chances add up to one; what they were divided by is in the totals.
    private double[] Forward(double[] chances, int count, out double[] totals)
    {
        int n = _width;
        var forward = new double[count * n];
        totals = new double[count];
        for (int t = 0; t < count; t++)
        {
            Span<double> now = forward.AsSpan(t * n, n);
            for (int from = 0; from < (t == 0 ? 1 : _labels); from++)
            {
                double start = t == 0 ? 1 : forward[((t - 1) * n) + from];
                AddProducts(now, _exponents.AsSpan(from * n, n), chances.AsSpan(t * n, n), start);
            }

            double total = 0;
            foreach (double one in now)
            {
                total += one;
            }

            totals[t] = total;
            foreach (ref double one in now)
            {
                one /= total;
            }
        }

        return forward;
    }

    private double[] Backward(double[] chances, double[] totals, int count)
    {
        int n = _width;
        var backward = new double[count * n];
        backward.AsSpan((count - 1) * n, _labels).Fill(1);
        var ones = new double[n];
        Array.Fill(ones, 1);
        for (int t = count - 2; t >= 0; t--)
        {
            Span<double> now = backward.AsSpan(t * n, n);
            for (int label = 0; label < _labels; label++)
            {
                int after = ((t + 1) * n) + label;
                double share = chances[after] * backward[after] / totals[t + 1];
                AddProducts(now, _turned.AsSpan(label * n, n), ones, share);
            }
        }

        return backward;
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> more)
    {
        for (int i = 0; i < sums.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + new Vector<float>(more[i..])).CopyTo(sums[i..]);
        }
    }

    // Element by element, in one order: the width of a machine's vectors changes nothing.
    private static void AddProducts(
        Span<double> sums,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        double share
    )
    {
        if (share == 0)
        {
            return;
        }

        for (int i = 0; i < sums.Length; i += Vector<double>.Count)
        {
            Vector<double> product = new Vector<double>(first[i..]) * new Vector<double>(second[i..]);
            (new Vector<double>(sums[i..]) + (product * share)).CopyTo(sums[i..]);
        }
    }
}
