using Cordon.Attribution;
using Cordon.Cli.Terminal;
using Cordon.Detection.Correlating;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Incidents;
using Cordon.Incidents.Organisations;
using Cordon.Intelligence.Storing;
using Cordon.Reporting;
using Cordon.Reporting.Page;
using Cordon.Reporting.Terminal;
using Cordon.Reporting.Warnings;
using Cordon.Sector.Warnings;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;
using Spectre.Console;

namespace Cordon.Cli.Scanning;

/// <summary>One scan, from paths and rules to closing words and exit code.</summary>
internal sealed class ScanRun(ScanRequest request, TimeProvider time)
{
    // Bytes of logs; read in about as much time as loading rules takes.
    private const long ShortScan = 64 * 1024 * 1024;

    /// <summary>Runs it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(CancellationToken cancel)
    {
        long started = time.GetTimestamp();
        Collecting.PutOff();
        if (ScanSettings.Load(request) is not { } settings)
        {
            return ExitCode.Failed;
        }

        if (!ScanIntelligence.TryLoad(request.IndicatorsPath, out IntelligenceSet intelligence))
        {
            return ExitCode.Failed;
        }

        var fields = new FieldTable();
        if (ScanRules.Load(request, fields) is not { } rules)
        {
            return ExitCode.Failed;
        }

        using var investigation = new Investigation(
            fields,
            settings.Organisations,
            settings.Analytics,
            request.Threads,
            request.ActivityMemory
        );
        List<FoundLog> logs = [];
        foreach (FoundLog log in LogFinder.Find(request.Paths, settings.Reader))
        {
            cancel.ThrowIfCancellationRequested();
            if (Path.GetFileName(log.Path) != OrganisationReader.FileName)
            {
                logs.Add(log);
            }
        }

        bool isLong = logs.Sum(static l => l.Bytes) > ShortScan;
        if (isLong)
        {
            Collecting.Resume();
        }

        var tally = new FindingTally();
        using ScanFiles? files = request.OutputFolder is { } folder ? new ScanFiles(folder) : null;
        ScanCollector collector;
        string? stopped;
        RuleFigures ruleFigures;
        CorrelationFigures? correlationFigures;
        IReadOnlyList<OrganisationReport> reports = [];
        AttributionReport attributions = AttributionReport.None;
        using (
            var progress = new ScanProgress(
                time,
                logs.Where(l => l.Refusal is null).Sum(l => l.Bytes),
                logs.Count,
                wanted: !request.Quiet
            )
        )
        {
            collector = new ScanCollector(
                tally,
                files,
                progress,
                investigation,
                source => settings.Organisations.Of(source).Name
            );
            (stopped, CorrelationReport? correlations) = Read(
                logs,
                fields,
                rules,
                settings,
                investigation,
                intelligence.Indicators.Count > 0 ? intelligence.Indicators : null,
                collector,
                cancel
            );
            (ruleFigures, correlationFigures) = rules.Release(correlations);
            if (stopped is null)
            {
                if (isLong)
                {
                    Collecting.Return();
                }

                (stopped, reports, attributions) = Conclude(investigation, intelligence, collector, cancel);
            }
        }

        var figures = new ScanFigures
        {
            Sources = collector.Sources,
            FilesFound = logs.Count,
            Elapsed = time.GetElapsedTime(started),
            Rules = ruleFigures,
            Correlations = correlationFigures,
            Written = [],
        };
        stopped = Finish(files, reports, attributions, investigation.Warnings, figures, stopped);
        IAnsiConsole console = Consoles.Output(request.NoColor);
        new ScanText(console, all: Console.IsOutputRedirected).Write(
            tally,
            figures with
            {
                Stopped = stopped,
                Written = files?.Written ?? [],
            }
        );
        if (reports.Count > 0)
        {
            AnswerText.Write(console, reports, all: Console.IsOutputRedirected, attributions, investigation.Warnings);
            WarningSummary.Write(
                console,
                investigation.Warnings,
                files is not null && stopped is null
                    ? Path.Combine(request.OutputFolder!, ScanFiles.WarningFolder)
                    : null,
                all: Console.IsOutputRedirected
            );
        }

        if (stopped is null)
        {
            ScanIntelligence.Record(request.IndicatorsPath, collector.Sightings.Sightings());
        }

        if (stopped is not null)
        {
            ErrorText.Write($"stopped before the end: {stopped}");
            return cancel.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed;
        }

        return CodeFor(tally, collector.Sources);
    }

    /// <summary>Reads the logs; gives the reason where that did not come to its end.</summary>
    private (string? Stopped, CorrelationReport? Correlations) Read(
        IReadOnlyList<FoundLog> logs,
        FieldTable fields,
        ScanRules rules,
        ScanSettings settings,
        Investigation investigation,
        IIndicatorMatcher? indicators,
        ScanCollector collector,
        CancellationToken cancel
    )
    {
        try
        {
            CorrelationReport? correlations = Scan.Run(
                new LogReader(fields, settings.Reader).Open(logs),
                rules.Engine,
                new ScanOptions
                {
                    Threads = request.Threads,
                    Since = request.Since,
                    Until = request.Until,
                    Activities = investigation.Activities,
                    Coverage = investigation.Coverage,
                    Indicators = indicators,
                    // Whoever wants the findings as files wants them whole.
                    MostAlike = request.OutputFolder is null ? FindingKeeper.MaxAlike : null,
                    OrganisationOf = settings.Organisations.Of,
                },
                collector,
                cancel
            );
            return (null, correlations);
        }
        catch (OperationCanceledException)
        {
            return ("interrupted", null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Hours of reading are not thrown away because the disk is full: what was found is still shown.
            return (fault.Message, null);
        }
    }

    private static (
        string? Stopped,
        IReadOnlyList<OrganisationReport> Reports,
        AttributionReport Attributions
    ) Conclude(
        Investigation investigation,
        IntelligenceSet intelligence,
        ScanCollector collector,
        CancellationToken cancel
    )
    {
        try
        {
            IReadOnlyList<OrganisationReport> reports = investigation.Conclude(collector.OnAnalytics, cancel);
            var attributor = new Attributor(intelligence.Knowledge, intelligence.Indicators);
            return (null, reports, attributor.Of(reports, cancel));
        }
        catch (OperationCanceledException)
        {
            return ("interrupted", [], AttributionReport.None);
        }
        catch (IOException fault)
        {
            return (fault.Message, [], AttributionReport.None);
        }
    }

    private static string? Finish(
        ScanFiles? files,
        IReadOnlyList<OrganisationReport> reports,
        AttributionReport attributions,
        IReadOnlyList<Warning> warnings,
        ScanFigures figures,
        string? stopped
    )
    {
        try
        {
            if (stopped is null)
            {
                files?.Complete(
                    reports,
                    attributions,
                    warnings,
                    new ReportFigures { Version = CommandLine.ProductVersion, Scan = figures }
                );
            }
            else
            {
                files?.Stop();
            }

            return stopped;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return stopped ?? fault.Message;
        }
    }

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
