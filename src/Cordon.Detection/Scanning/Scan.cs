using System.Runtime.ExceptionServices;
using Cordon.Detection.Activities;
using Cordon.Detection.Correlating;
using Cordon.Detection.Coverage;
using Cordon.Detection.Rules;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Scanning;

/// <summary>
/// Reads parts of logs on several threads, runs the rules over their events, and hands on the findings in the order of the
/// parts, whatever the number of threads.
/// </summary>
/// <remarks>
/// Memory is bounded: workers stay within a fixed number of parts of the one that is handed on next.
/// </remarks>
public sealed class Scan
{
    private const int PartsAheadPerThread = 8;

    private readonly RuleEngine _engine;
    private readonly ScanOptions _options;
    private readonly IScanOutput _output;
    private readonly CorrelationRun? _correlations;
    private readonly Lock _take = new();
    private readonly Lock _give = new();
    private readonly Dictionary<long, Done> _waiting = [];
    private long _taken;
    private long _given;
    private ExceptionDispatchInfo? _failure;

    private Scan(RuleEngine engine, ScanOptions options, IScanOutput output, CorrelationRun? correlations)
    {
        _correlations = correlations;
        _engine = engine;
        _options = options;
        _output = output;
        if (options.Coverage is not null)
        {
            // Logs look up the names of the table once for each of their layouts, so all must be in it before the first event.
            _ = new CoverageRecorder(engine.Fields);
        }
    }

    private readonly record struct Done(
        EventPart Part,
        PartReport Report,
        List<Finding> Findings,
        List<BaseEvent> BaseEvents,
        List<Activity> Activities,
        CoveragePart? Coverage
    );

    /// <summary>Scans <paramref name="parts"/>, which are enumerated by one thread at a time, as they are needed.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for; what was handed on stays valid.</exception>
    /// <returns>What became of the correlations; null where there is none.</returns>
    /// <remarks>An exception of the enumeration or of <paramref name="output"/> ends the scan and is thrown on.</remarks>
    public static CorrelationReport? Run(
        IEnumerable<EventPart> parts,
        RuleEngine engine,
        ScanOptions options,
        IScanOutput output,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        using CorrelationRun? correlations =
            engine.Correlations.Correlations.Count == 0
                ? null
                : new CorrelationRun(engine.Correlations, engine.MinLevel);
        new Scan(engine, options, output, correlations).Work(parts, cancel);
        correlations?.Run(output.OnCorrelations, cancel);
        return correlations?.Report;
    }

    private void Work(IEnumerable<EventPart> parts, CancellationToken cancel)
    {
        using IEnumerator<EventPart> source = parts.GetEnumerator();
        using var room = new SemaphoreSlim(_options.Threads * PartsAheadPerThread);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Thread[] others =
        [
            .. Enumerable
                .Range(1, _options.Threads - 1)
                .Select(i => new Thread(() => WorkUntilDone(source, room, stop))
                {
                    Name = $"scan {i}",
                    IsBackground = true,
                }),
        ];
        foreach (Thread thread in others)
        {
            thread.Start();
        }

        WorkUntilDone(source, room, stop);
        foreach (Thread thread in others)
        {
            thread.Join();
        }

        _failure?.Throw();
        cancel.ThrowIfCancellationRequested();
    }

    private void WorkUntilDone(IEnumerator<EventPart> source, SemaphoreSlim room, CancellationTokenSource stop)
    {
        RuleEvaluator evaluator = _engine.CreateEvaluator(_options.MostAlike);
        ActivityReader? activities = _options.Activities?.CreateReader();
        CoverageRecorder? coverage = _options.Coverage is null ? null : new CoverageRecorder(_engine.Fields);
        IndicatorFinder? indicators = _options.Indicators is { } matcher
            ? new IndicatorFinder(matcher.CreateReader())
            : null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                room.Wait(stop.Token);
                EventPart part;
                long number;
                lock (_take)
                {
                    if (!source.MoveNext())
                    {
                        room.Release();
                        return;
                    }

                    part = source.Current;
                    number = _taken++;
                }

                Hand(number, Read(part, evaluator, indicators, activities, coverage, stop.Token), room);
            }
        }
        catch (OperationCanceledException)
        {
            // The reason is told once, by Work.
        }
        catch (Exception fault)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(fault), null);
            stop.Cancel();
        }
        finally
        {
            evaluator.Finish();
        }
    }

    private Done Read(
        EventPart part,
        RuleEvaluator evaluator,
        IndicatorFinder? indicators,
        ActivityReader? reader,
        CoverageRecorder? coverage,
        CancellationToken stop
    )
    {
        List<Finding> findings = [];
        List<BaseEvent> baseEvents = [];
        List<Activity> activities = [];
        bool isWhole = _options.Since is null && _options.Until is null;
        PartReport report = part.Read(logEvent =>
        {
            stop.ThrowIfCancellationRequested();
            coverage?.Add(logEvent);
            // A time is read out of the record, so it is not asked for in vain.
            if (isWhole || IsInRange(logEvent.Time))
            {
                evaluator.Evaluate(logEvent, findings, baseEvents);
                indicators?.Find(logEvent, findings);
                // What was carved out of slack space may be a copy of what the log holds: it would falsify counts.
                if (!logEvent.IsRecovered)
                {
                    reader?.Read(logEvent, activities);
                }
            }
        });
        reader?.Complete(activities);
        return new Done(part, report, findings, baseEvents, activities, coverage?.Take());
    }

    private bool IsInRange(DateTime? time) =>
        time is not { } at
        || ((_options.Since is not { } since || at >= since) && (_options.Until is not { } until || at < until));

    private void Hand(long number, Done done, SemaphoreSlim room)
    {
        lock (_give)
        {
            _waiting.Add(number, done);
            while (_waiting.Remove(_given, out Done next))
            {
                _output.OnPart(next.Part, next.Report, next.Findings);
                _correlations?.Add(next.BaseEvents);
                string source = next.Part.Source.Path;
                _options.Activities?.Add(source, next.Activities);
                if (next.Coverage is { } coverage)
                {
                    _options.Coverage?.Add(_options.OrganisationOf(source), source, next.Report, coverage);
                }

                _given++;
                room.Release();
            }
        }
    }
}
