using Cordon.Events;
using Cordon.Sigma.Compilation;

namespace Cordon.Sigma;

/// <summary>
/// Runs the rules of a <see cref="CompiledRuleSet"/> over events; used by one thread at a time. Nothing is allocated for an event
/// once events like it were seen, save for the automaton of a regular expression, once, when it was asked about some hundred values.
/// </summary>
public sealed class CompiledEvaluator
{
    private const int MaxPlans = 1_024;

    private readonly CompiledRuleSet _rules;
    private readonly RouteCache _routes;
    private readonly MappedEvent _mapped;
    private readonly GroupRunner _runner = new();
    private readonly Dictionary<(CompiledGroup Group, LogSourceTarget Target), KeyPlan> _plans = [];
    private readonly Numbering _planNumbers = new();
    private readonly long[] _events;

    internal CompiledEvaluator(CompiledRuleSet rules)
    {
        _rules = rules;
        _routes = new RouteCache(rules);
        _mapped = new MappedEvent(rules.Fields, rules.Router.Targets);
        _events = new long[rules.Router.Targets.Count];
    }

    internal GroupRunner Runner => _runner;

    /// <summary>Finds the rules that hold for an event.</summary>
    /// <param name="source">An event whose field ids come from the set's table.</param>
    /// <param name="held">Emptied, then filled with the rules' indexes, ascending, each once.</param>
    public void Evaluate(LogEvent source, List<int> held)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(held);
        held.Clear();
        Route route = _routes.Find(source);
        bool isPlain = route.Steps.Length > 0 && route.IsPlain(source);
        foreach (RouteStep step in route.Steps)
        {
            if (!step.ConditionsHold(source))
            {
                continue;
            }

            CompiledTarget target = step.Target;
            _events[target.Index]++;
            CompiledGroup group = isPlain ? step.Group : step.GroupFor(source);
            if (!group.IsEmpty)
            {
                KeyPlan? plan = isPlain ? step.Plan ??= PlanFor(group, target.Target) : null;
                LogEvent shown = target.Target.IsIdentity ? source : _mapped.Show(source, target.Target);
                _runner.Run(group, source, shown, plan, held);
            }
        }

        if (held.Count > 1)
        {
            Order(held);
        }
    }

    /// <summary>How many events each target has had.</summary>
    public IEnumerable<KeyValuePair<LogSourceTarget, long>> EventsByTarget
    {
        get
        {
            for (int i = 0; i < _events.Length; i++)
            {
                if (_events[i] > 0)
                {
                    yield return new(_rules.Router.Targets[i], _events[i]);
                }
            }
        }
    }

    // Routes are forgotten and made again; what was learned of their events is kept.
    private KeyPlan PlanFor(CompiledGroup group, LogSourceTarget target)
    {
        if (_plans.TryGetValue((group, target), out KeyPlan? known))
        {
            return known;
        }

        if (_plans.Count >= MaxPlans)
        {
            _plans.Clear();
        }

        var made = new KeyPlan(
            group,
            field => target.IsIdentity ? [field] : _mapped.SourcesOf(target, field),
            target.IsIdentity ? [] : _mapped.SourcesOfTexts(target),
            _planNumbers
        );
        _plans.Add((group, target), made);
        return made;
    }

    // A rule may hold by several of its targets.
    private static void Order(List<int> held)
    {
        held.Sort();
        int kept = 1;
        for (int i = 1; i < held.Count; i++)
        {
            if (held[i] != held[kept - 1])
            {
                held[kept++] = held[i];
            }
        }

        held.RemoveRange(kept, held.Count - kept);
    }
}
