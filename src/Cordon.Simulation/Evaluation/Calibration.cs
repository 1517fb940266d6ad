namespace Cordon.Simulation.Evaluation;

/// <summary>How far stated probabilities agree with what was true.</summary>
internal sealed class Calibration
{
    /// <summary>Rows of the table, each a tenth wide; 1 belongs to the last.</summary>
    public const int Bins = 10;

    private readonly long[] _counts = new long[Bins];
    private readonly double[] _sums = new double[Bins];
    private readonly long[] _true = new long[Bins];
    private double _squares;

    /// <summary>How many statements there are.</summary>
    public long Count { get; private set; }

    /// <summary>Mean squared difference between probability and truth, 0 at best; null without statements.</summary>
    public double? Brier => Count == 0 ? null : _squares / Count;

    /// <summary>Expected calibration error: mean difference between probability and share in a row, by its count; null without statements.</summary>
    public double? Error
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Bins; i++)
            {
                sum += Math.Abs(_sums[i] - _true[i]);
            }

            return Count == 0 ? null : sum / Count;
        }
    }

    /// <summary>Adds a statement.</summary>
    public void Add(double probability, bool isTrue)
    {
        int bin = Math.Min(Bins - 1, (int)(probability * Bins));
        _counts[bin]++;
        _sums[bin] += probability;
        _true[bin] += isTrue ? 1 : 0;
        double difference = probability - (isTrue ? 1 : 0);
        _squares += difference * difference;
        Count++;
    }

    /// <summary>The table: count, mean probability and share that was true, by row.</summary>
    public IEnumerable<(double From, long Count, double Mean, double Share)> Rows() =>
        Enumerable
            .Range(0, Bins)
            .Where(i => _counts[i] > 0)
            .Select(i => ((double)i / Bins, _counts[i], _sums[i] / _counts[i], (double)_true[i] / _counts[i]));
}
