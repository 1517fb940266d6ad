using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;

namespace Cordon.Detection.Rules;

/// <summary>Runs the rules of an engine over events; used by one thread at a time.</summary>
public sealed class RuleEvaluator
{
    private readonly RuleEngine _engine;
    private readonly MappedEvent _mapped;
    private readonly SigmaInterpreter _interpreter;
    private readonly List<LogSourceTarget> _targets = [];
    private readonly Dictionary<LogSourceTarget, long> _events = [];
    private readonly List<int> _held = [];

    internal RuleEvaluator(RuleEngine engine)
    {
        _engine = engine;
        _mapped = new MappedEvent(engine.Fields, engine.Router.Targets);
        _interpreter = new SigmaInterpreter(_mapped.IsUnavailable);
    }

    /// <summary>Adds to <paramref name="findings"/> a finding for each rule that holds for the event, in the rules' order.</summary>
    public void Evaluate(LogEvent logEvent, List<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(findings);
        _engine.Router.Route(logEvent, _targets);
        if (_targets.Count == 0)
        {
            return;
        }

        _held.Clear();
        foreach (LogSourceTarget target in _targets)
        {
            _events[target] = _events.GetValueOrDefault(target) + 1;
            MappedEvent shown = _mapped.Show(logEvent, target);
            foreach (int rule in _engine.Router.RulesOf(target))
            {
                if (_interpreter.Matches(_engine.RuleAt(rule), shown) && !_held.Contains(rule))
                {
                    _held.Add(rule);
                }
            }
        }

        if (_held.Count > 0)
        {
            _held.Sort();
            FindingMaker.Add(logEvent, _held, _engine, findings);
        }
    }

    /// <summary>Reports to the engine how many events each log source had. To be called when the events have ended.</summary>
    public void Finish()
    {
        foreach ((LogSourceTarget target, long events) in _events)
        {
            _engine.Report(target, events);
        }

        _events.Clear();
    }
}
