using Cordon.Events;
using Cordon.Sigma.Compilation;

namespace Cordon.Sigma;

/// <summary>
/// Rules made ready to run over many events: the same answers as <see cref="Evaluation.SigmaInterpreter"/> gives rule by rule, at
/// a cost that follows what events hold and hardly the number of rules.
/// </summary>
/// <remarks>
/// Rules are compiled as events of their log source first come. Immutable to its users and safe for concurrent use;
/// each thread has a <see cref="CompiledEvaluator"/> of its own. <c>docs/performance.md</c> says how it works.
/// </remarks>
public sealed class CompiledRuleSet
{
    private readonly Dictionary<LogSourceTarget, CompiledTarget> _targets = [];
    private readonly List<RuleGroups> _groups = [];
    private readonly Numbering _filterNumbers = new();

    private CompiledRuleSet(SigmaRule[] rules, IReadOnlyList<LogSourceResolution> sources, FieldTable fields)
    {
        Rules = rules;
        Fields = fields;
        Router = new LogSourceRouter(fields, sources);
        foreach (LogSourceTarget target in Router.Targets)
        {
            _targets.Add(target, new CompiledTarget(_targets.Count, target, GroupsOf(target)));
        }
    }

    /// <summary>The rules, in the order given; a rule is known by its index here.</summary>
    public IReadOnlyList<SigmaRule> Rules { get; }

    /// <summary>Which events concern which rules.</summary>
    public LogSourceRouter Router { get; }

    /// <summary>The table that rules and events share.</summary>
    public FieldTable Fields { get; }

    /// <summary>Prepares rules.</summary>
    /// <param name="rules">Rules that were loaded with <paramref name="fields"/>.</param>
    /// <param name="sources">What each rule's log source stands for, in the same order.</param>
    /// <param name="fields">The table that events will be asked with. All names are in it afterwards.</param>
    /// <exception cref="ArgumentException">There are not as many log sources as rules.</exception>
    public static CompiledRuleSet Compile(
        IEnumerable<SigmaRule> rules,
        IReadOnlyList<LogSourceResolution> sources,
        FieldTable fields
    )
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(fields);
        SigmaRule[] all = [.. rules];
        return all.Length == sources.Count
            ? new CompiledRuleSet(all, sources, fields)
            : throw new ArgumentException("Each rule needs its log source.", nameof(sources));
    }

    /// <summary>Something that runs the rules over events, for one thread.</summary>
    public CompiledEvaluator CreateEvaluator() => new(this);

    private RuleGroups GroupsOf(LogSourceTarget target)
    {
        ReadOnlySpan<int> ids = Router.RulesOf(target);
        FieldId[] headerIds = CompiledTarget.HeaderIdsOf(target, Fields);
        foreach (RuleGroups groups in _groups)
        {
            if (groups.AreFor(ids, headerIds))
            {
                return groups;
            }
        }

        var own = new RuleGroups(Rules, ids.ToArray(), headerIds, _filterNumbers);
        _groups.Add(own);
        return own;
    }

    internal CompiledTarget TargetOf(LogSourceTarget target) => _targets[target];
}
