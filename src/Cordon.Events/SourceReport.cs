namespace Cordon.Events;

/// <summary>What became of one source. Filled by the one thread that collects the parts in order.</summary>
public sealed class SourceReport
{
    /// <summary>How many problems are kept word for word; the rest is counted.</summary>
    public const int ProblemLimit = 20;

    private readonly List<ReadProblem> _problems = [];

    /// <summary>Starts a report for <paramref name="path"/>.</summary>
    /// <param name="path">The path as given or found below it.</param>
    /// <param name="format">What it was recognised as, such as <c>evtx</c>; empty where it was not.</param>
    /// <param name="bytes">Its length.</param>
    public SourceReport(string path, string format, long bytes)
    {
        Path = path;
        Format = format;
        Bytes = bytes;
    }

    /// <summary>The path as given or found below it.</summary>
    public string Path { get; }

    /// <summary>What it was recognised as; empty where it was not.</summary>
    public string Format { get; }

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Events read so far.</summary>
    public long Records { get; private set; }

    /// <summary>How many problems were met so far.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>The first problems, at most <see cref="ProblemLimit"/>.</summary>
    public IReadOnlyList<ReadProblem> Problems => _problems;

    /// <summary>Why nothing of it could be read, or null where it was read.</summary>
    public string? Refusal { get; init; }

    /// <summary>Adds what one part came to.</summary>
    public void Add(PartReport part)
    {
        Records += part.Records;
        ProblemCount += part.ProblemCount;
        _problems.AddRange(part.Problems.Take(ProblemLimit - _problems.Count));
    }
}
