using System.Runtime.InteropServices;
using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Detection.Rules;

/// <summary>Rules made ready to run: each knows by which log sources it is served. Immutable but for its counters; safe for concurrent use.</summary>
public sealed class RuleEngine
{
    private readonly SigmaRule[] _rules;
    private readonly FindingRule[] _findingRules;
    private readonly LogSourceResolution[] _sources;
    private readonly CompiledRuleSet _compiled;
    private readonly Dictionary<LogSourceTarget, long> _eventsByTarget = [];

    private RuleEngine(
        SigmaRule[] rules,
        LogSourceResolution[] sources,
        FieldTable fields,
        CorrelationSet correlations,
        Level minLevel
    )
    {
        _rules = rules;
        _sources = sources;
        Fields = fields;
        Correlations = correlations;
        MinLevel = minLevel;
        _findingRules = [.. rules.Select(Describe)];
        _compiled = CompiledRuleSet.Compile(rules, sources, fields);
    }

    /// <summary>How many rules there are whose level is not below the lowest one asked for.</summary>
    public int RuleCount => _rules.Count(r => r.Level >= MinLevel);

    /// <summary>The correlations over the rules' events; those that cannot run are among its problems.</summary>
    public CorrelationSet Correlations { get; }

    /// <summary>What is below it is not told.</summary>
    public Level MinLevel { get; }

    /// <summary>How many rules are for log sources that no event can serve yet.</summary>
    public int NotServedCount => _sources.Count(static s => s.Targets.Count == 0);

    internal CompiledRuleSet Rules => _compiled;

    internal FieldTable Fields { get; }

    internal IReadOnlyList<LogSourceResolution> Sources => _sources;

    /// <summary>Prepares rules, which keep their order.</summary>
    /// <param name="rules">Rules that were loaded with <paramref name="fields"/>.</param>
    /// <param name="map">What each log source stands for.</param>
    /// <param name="fields">The table that events will be asked with. All names are in it afterwards.</param>
    /// <param name="correlations">Correlations over the rules' events.</param>
    /// <param name="minLevel">Rules and correlations below it are not told; rules that a correlation needs run all the same.</param>
    public static RuleEngine Build(
        IEnumerable<SigmaRule> rules,
        LogSourceMap map,
        FieldTable fields,
        IReadOnlyList<SigmaCorrelation>? correlations = null,
        Level minLevel = Level.Informational
    )
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(fields);
        SigmaRule[] all = [.. rules];
        var set = CorrelationSet.Build(all, correlations ?? []);
        if (all.Any(r => r.Level < minLevel))
        {
            all = [.. all.Where((r, i) => r.Level >= minLevel || set.IsBase(i))];
            set = CorrelationSet.Build(all, correlations ?? []);
        }

        for (int rule = 0; rule < all.Length; rule++)
        {
            foreach (string name in set.InputsOf(rule).SelectMany(static i => i.Fields))
            {
                fields.Intern(name);
            }
        }

        // Thousands of rules share some hundred log sources.
        Dictionary<LogSource, LogSourceResolution> known = [];
        var sources = new LogSourceResolution[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            ref LogSourceResolution? source = ref CollectionsMarshal.GetValueRefOrAddDefault(
                known,
                all[i].LogSource,
                out _
            );
            sources[i] = source ??= map.Resolve(all[i].LogSource);
        }

        return new RuleEngine(all, sources, fields, set, minLevel);
    }

    /// <summary>Something that runs the rules over events, for one thread.</summary>
    public RuleEvaluator CreateEvaluator() => new(this, null);

    /// <summary>The same, whose findings have fields only as far as <see cref="Scanning.ScanOptions.MostAlike"/> says.</summary>
    internal RuleEvaluator CreateEvaluator(int? mostAlike) => new(this, mostAlike);

    /// <summary>How many rules are served, but met no event of their log source, in all that evaluators have reported.</summary>
    public int CountWithoutEvents()
    {
        lock (_eventsByTarget)
        {
            return _sources.Count(s => s.Targets.Count > 0 && !s.Targets.Any(_eventsByTarget.ContainsKey));
        }
    }

    internal SigmaRule RuleAt(int index) => _rules[index];

    internal bool Reports(int index) => _rules[index].Level >= MinLevel && Correlations.Reports(index);

    internal FindingRule FindingRuleAt(int index) => _findingRules[index];

    internal void Report(LogSourceTarget target, long events)
    {
        lock (_eventsByTarget)
        {
            _eventsByTarget[target] = _eventsByTarget.GetValueOrDefault(target) + events;
        }
    }

    private static FindingRule Describe(SigmaRule rule) =>
        new(rule.Id ?? rule.Title, rule.Title, rule.Level, FindingKind.Sigma, rule.Techniques)
        {
            File = Path.GetFileName(rule.Path),
        };
}
