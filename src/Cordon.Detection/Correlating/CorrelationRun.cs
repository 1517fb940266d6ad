using Cordon.Events;
using Cordon.Events.Sorting;
using Cordon.Sigma;

namespace Cordon.Detection.Correlating;

/// <summary>
/// Keeps the events that correlations look at until all logs were read, puts them in the order of their times, whatever file they
/// came from, and runs the correlations over them.
/// </summary>
/// <remarks>Memory is bounded: what does not fit is sorted on disk, in a folder of the process's own that is deleted at the end.</remarks>
internal sealed class CorrelationRun : IDisposable
{
    // Matches wait for the events that they cite to be looked up.
    private const int MatchesAtOnce = 4_096;

    private readonly CorrelationSet _set;
    private readonly Level _minLevel;
    private readonly FindingRule[] _rules;
    private readonly BaseEventForm _form = new();
    private readonly DirectoryInfo _folder;
    private readonly DiskSorter _sorter;
    private long _number;

    /// <summary>Makes it.</summary>
    /// <param name="set">The correlations.</param>
    /// <param name="minLevel">Matches of correlations below it are not told.</param>
    /// <exception cref="IOException">No temporary folder can be made.</exception>
    public CorrelationRun(CorrelationSet set, Level minLevel)
    {
        _set = set;
        _minLevel = minLevel;
        _rules = [.. set.Correlations.Select(Describe)];
        Report = new CorrelationReport { Correlations = set.Correlations.Count };
        _folder = Directory.CreateTempSubdirectory("cordon-");
        _sorter = new DiskSorter(Path.Combine(_folder.FullName, "events"));
    }

    /// <summary>What became of it.</summary>
    public CorrelationReport Report { get; }

    /// <summary>Takes events, in an order that does not depend on threads.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(IReadOnlyList<BaseEvent> events)
    {
        foreach (BaseEvent one in events)
        {
            // What was carved out of slack space may be older than the log, or a copy of what it holds: it would falsify counts.
            if (one.Origin.IsRecovered)
            {
                Report.Recovered++;
                continue;
            }

            if (one.Origin.Time is not { } time)
            {
                Report.WithoutTime++;
                continue;
            }

            Report.Events++;
            _sorter.Add(time.Ticks, _form.Write(_number++, one));
        }
    }

    /// <summary>Runs the correlations.</summary>
    /// <param name="onFindings">Is given findings in the order in which the matches ended.</param>
    /// <param name="cancel">Stops it.</param>
    public void Run(Action<IReadOnlyList<Finding>> onFindings, CancellationToken cancel)
    {
        var correlator = new Correlator(_set);
        List<CorrelationMatch> matches = [];
        HashSet<BaseEvent> sameTime = new(SameRecord.Instance);
        long now = long.MinValue;
        foreach ((long time, ReadOnlyMemory<byte> bytes) in _sorter.Sorted())
        {
            cancel.ThrowIfCancellationRequested();
            (long number, BaseEvent one) = _form.Read(bytes);
            if (time != now)
            {
                now = time;
                sameTime.Clear();
            }

            if (!sameTime.Add(one))
            {
                Report.Duplicates++;
                continue;
            }

            foreach (BaseEvent.Use use in one.Uses)
            {
                correlator.Accept(
                    new CorrelationEvent(use.Correlation, use.Position, time, number, use.Fields),
                    matches
                );
            }

            if (matches.Count >= MatchesAtOnce)
            {
                Tell(matches, onFindings, cancel);
            }
        }

        correlator.Finish(matches);
        Tell(matches, onFindings, cancel);
        foreach (CorrelationLosses losses in correlator.Losses)
        {
            Report.WithoutGroup += losses.WithoutGroup;
            Report.WithoutValue += losses.WithoutValue;
            Report.BeyondLimits += losses.BeyondLimits;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sorter.Dispose();
        _form.Dispose();
        _folder.Delete(recursive: true);
    }

    private static FindingRule Describe(SigmaCorrelation correlation) =>
        new(
            correlation.Id ?? correlation.Title,
            correlation.Title,
            correlation.Level,
            FindingKind.SigmaCorrelation,
            correlation.Techniques
        )
        {
            File = Path.GetFileName(correlation.Path),
        };

    // The cited events are looked up in a second pass: matches are few, and events are many.
    private void Tell(
        List<CorrelationMatch> matches,
        Action<IReadOnlyList<Finding>> onFindings,
        CancellationToken cancel
    )
    {
        matches.RemoveAll(m => _rules[m.Correlation].Level < _minLevel);
        if (matches.Count == 0)
        {
            return;
        }

        HashSet<long> cited = [.. matches.SelectMany(static m => m.References)];
        Dictionary<long, EventOrigin> origins = new(cited.Count);
        foreach ((_, ReadOnlyMemory<byte> bytes) in _sorter.Sorted())
        {
            cancel.ThrowIfCancellationRequested();
            if (cited.Contains(BaseEventForm.NumberOf(bytes)))
            {
                (long number, BaseEvent one) = _form.Read(bytes);
                origins.Add(number, one.Origin);
            }
        }

        onFindings([.. matches.Select(m => FindingOf(m, [.. m.References.Select(r => origins[r])]))]);
        matches.Clear();
    }

    private Finding FindingOf(CorrelationMatch match, EventOrigin[] events)
    {
        SigmaCorrelation correlation = _set.Correlations[match.Correlation];
        return new Finding
        {
            Rule = _rules[match.Correlation],
            Event = events[0],
            Fields = [.. correlation.GroupBy.Zip(match.Group, SnapshotField.OfText)],
            Correlation = new CorrelationFacts
            {
                First = new DateTime(match.First, DateTimeKind.Utc),
                Last = new DateTime(match.Last, DateTimeKind.Utc),
                EventCount = match.EventCount,
                Figure = match.Figure,
                Events = events,
            },
        };
    }
}
