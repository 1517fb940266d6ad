namespace Cordon.Bench;

/// <summary>Runs of several programs that are compared: each once in every round, so that what disturbs one disturbs all.</summary>
/// <param name="rounds">How many rounds.</param>
/// <param name="seconds">A program that has taken longer than this in all is not run again.</param>
internal sealed class Series(int rounds, double seconds)
{
    private const double ShortestPeak = 0.05;

    private readonly List<Row> _rows = [];

    /// <summary>What runs of one program took.</summary>
    internal sealed class Row(string what, Func<ChildProcess.Cost> run)
    {
        private readonly List<ChildProcess.Cost> _costs = [];

        /// <summary>What was run.</summary>
        public string What => what;

        /// <summary>How often it ran to its end.</summary>
        public int Runs => _costs.Count;

        /// <summary>Seconds by the clock, the median; null where it failed.</summary>
        public double? Wall => MedianOf(static c => c.Wall);

        /// <summary>Seconds of processor time, the median.</summary>
        public double? Cpu => MedianOf(static c => c.Cpu);

        /// <summary>The most memory of any run, in bytes; null where runs are too short for looking now and then to see it.</summary>
        public long? Peak => Wall > ShortestPeak ? _costs.Max(static c => c.Peak) : null;

        /// <summary>Why it has no figures.</summary>
        public string? Fault { get; private set; }

        /// <summary>Runs it once more.</summary>
        public void Once(double seconds)
        {
            if (Fault is not null || _costs.Sum(static c => c.Wall) > seconds)
            {
                return;
            }

            try
            {
                _costs.Add(run());
            }
            catch (InvalidOperationException e)
            {
                Fault = e.Message;
                _costs.Clear();
            }
        }

        private double? MedianOf(Func<ChildProcess.Cost, double> figure) =>
            Runs == 0 ? null : Timing.Median(_costs.Select(figure));
    }

    /// <summary>Adds a program.</summary>
    public void Add(string what, Func<ChildProcess.Cost> run) => _rows.Add(new Row(what, run));

    /// <summary>Runs all of them, round by round.</summary>
    public IReadOnlyList<Row> Run()
    {
        for (int round = 0; round < rounds; round++)
        {
            _rows.ForEach(row => row.Once(seconds));
        }

        return _rows;
    }
}
