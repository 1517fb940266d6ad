using Cordon.Cli.Rules;
using Cordon.Detection.Correlating;
using Cordon.Detection.Rules;
using Cordon.Events;
using Cordon.Reporting;
using Cordon.Sigma;

namespace Cordon.Cli.Scanning;

/// <summary>The rules of one scan, until all logs were read.</summary>
internal sealed class ScanRules
{
    private LoadedRules? _loaded;
    private RuleEngine? _engine;

    private ScanRules(LoadedRules loaded, RuleEngine engine) => (_loaded, _engine) = (loaded, engine);

    /// <summary>What runs them.</summary>
    /// <exception cref="InvalidOperationException">They were let go.</exception>
    public RuleEngine Engine => _engine ?? throw new InvalidOperationException("the rules were let go");

    /// <summary>Loads them; null, with the reason told, where none can be used.</summary>
    public static ScanRules? Load(ScanRequest request, FieldTable fields)
    {
        LoadedRules? loaded = RuleSources.Load(
            request.RulePaths,
            fields,
            request.NoCache ? null : CacheFolder.Find(),
            request.TuningPath
        );
        return loaded is null
            ? null
            : new ScanRules(
                loaded,
                RuleEngine.Build(
                    loaded.Effective.Rules,
                    LogSourceMap.Default,
                    fields,
                    loaded.Effective.Correlations,
                    request.MinLevel
                )
            );
    }

    /// <summary>
    /// Tells what became of the rules and lets go of them: nobody asks them any more, and what follows needs the room that they take, and what was
    /// remembered for them.
    /// </summary>
    public (RuleFigures Rules, CorrelationFigures? Correlations) Release(CorrelationReport? report)
    {
        RuleEngine engine = Engine;
        (RuleFigures, CorrelationFigures?) figures = (FiguresOf(_loaded!, engine), FiguresOf(engine, report));
        (_loaded, _engine) = (null, null);
        return figures;
    }

    private static CorrelationFigures? FiguresOf(RuleEngine engine, CorrelationReport? report) =>
        engine.Correlations.Correlations.Count == 0
            ? null
            : new CorrelationFigures
            {
                Count = engine.Correlations.Correlations.Count,
                WasRun = report is not null,
                Events = report?.Events ?? 0,
                Duplicates = report?.Duplicates ?? 0,
                Recovered = report?.Recovered ?? 0,
                WithoutTime = report?.WithoutTime ?? 0,
                WithoutGroup = report?.WithoutGroup ?? 0,
                WithoutValue = report?.WithoutValue ?? 0,
                BeyondLimits = report?.BeyondLimits ?? 0,
            };

    private static RuleFigures FiguresOf(LoadedRules rules, RuleEngine engine) =>
        new()
        {
            Origin = rules.Origin,
            Loaded = engine.RuleCount,
            Refused = rules.Set.RefusedCount + engine.Correlations.Problems.Count,
            BelowLevel = rules.Effective.Rules.Count - engine.RuleCount,
            Filters = rules.Adjusted?.Filters ?? 0,
            Filtered = rules.Adjusted?.Filtered ?? 0,
            Disabled = rules.Adjusted?.Disabled.Count ?? 0,
            Relevelled = rules.Adjusted?.Relevelled ?? 0,
            Excluded = rules.Adjusted?.Excluded ?? 0,
            NotServed = engine.NotServedCount,
            WithoutEvents = engine.CountWithoutEvents(),
        };
}
