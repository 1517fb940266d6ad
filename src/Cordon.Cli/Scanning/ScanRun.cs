using Cordon.Cli.Rules;
using Cordon.Cli.Terminal;
using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Cli.Scanning;

/// <summary>One scan, from paths and rules to closing words and exit code.</summary>
internal sealed class ScanRun(ScanRequest request, TimeProvider time)
{
    /// <summary>Runs it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancel)
    {
        long started = time.GetTimestamp();
        var fields = new FieldTable();
        LoadedRules? rules = RuleSources.Load(request.RulePaths, fields);
        if (rules is null)
        {
            return ExitCode.Failed;
        }

        RuleEngine engine = RuleEngine.Build(
            rules.Set.Rules.Where(r => r.Level >= request.MinLevel),
            LogSourceMap.Default,
            fields
        );
        List<FoundLog> logs = [.. LogFinder.Find(request.Paths)];
        var tally = new FindingTally();
        using ScanFiles? files = request.OutputFolder is { } folder ? new ScanFiles(folder) : null;
        ScanCollector collector;
        using (
            var progress = new ScanProgress(
                time,
                logs.Where(l => l.Refusal is null).Sum(l => l.Bytes),
                logs.Count,
                wanted: !request.Quiet
            )
        )
        {
            collector = new ScanCollector(tally, files, progress);
            Scan.Run(
                new LogReader(fields, EvtxOptions.Default with { RecoverDeleted = request.Recover }).Open(logs),
                engine,
                new ScanOptions
                {
                    Threads = request.Threads,
                    Since = request.Since,
                    Until = request.Until,
                },
                collector,
                cancel
            );
        }

        files?.Complete();
        new ScanText(Consoles.Output(request.NoColor)).Write(
            tally,
            new ScanFigures
            {
                Sources = collector.Sources,
                Elapsed = time.GetElapsedTime(started),
                Rules = FiguresOf(rules, engine),
                Written = files?.Paths ?? [],
            }
        );
        return CodeFor(tally, collector.Sources);
    }

    private static RuleFigures FiguresOf(LoadedRules rules, RuleEngine engine) =>
        new()
        {
            Origin = rules.Origin,
            Loaded = engine.RuleCount,
            Refused = rules.Set.RefusedCount,
            BelowLevel = rules.Set.Rules.Count - engine.RuleCount,
            NotYetRun = rules.Set.Correlations.Count + rules.Set.Filters.Count,
            NotServed = engine.NotServedCount,
            WithoutEvents = engine.CountWithoutEvents(),
        };

    private int CodeFor(FindingTally tally, IReadOnlyList<SourceReport> sources)
    {
        if (sources.All(s => s.Refusal is not null))
        {
            ErrorText.Write("nothing could be read; the reasons are above");
            return ExitCode.Failed;
        }

        return request.FailOn is { } level && tally.Highest >= level ? ExitCode.FindingsMet : ExitCode.Done;
    }
}
