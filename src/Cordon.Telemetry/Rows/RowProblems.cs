using Cordon.Events;

namespace Cordon.Telemetry.Rows;

/// <summary>What could not be read of one stream: the first problems word for word, all of them counted. For one thread.</summary>
internal sealed class RowProblems
{
    private readonly List<ReadProblem> _kept = [];

    /// <summary>How many there were.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a problem.</summary>
    /// <param name="place">Where in the stream, in words.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="isLoss">Whether events were lost by it.</param>
    public void Add(string place, string message, bool isLoss)
    {
        Count++;
        if (_kept.Count < SourceReport.ProblemLimit)
        {
            _kept.Add(new ReadProblem(place, message, isLoss));
        }
    }

    /// <summary>The report of a part that showed <paramref name="records"/> events.</summary>
    public PartReport Report(long records) => new(records, _kept, Count);
}
