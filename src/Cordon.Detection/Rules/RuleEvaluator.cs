using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Detection.Rules;

/// <summary>Runs the rules of an engine over events; used by one thread at a time.</summary>
public sealed class RuleEvaluator
{
    private readonly RuleEngine _engine;
    private readonly CompiledEvaluator _rules;
    private readonly List<int> _held = [];

    internal RuleEvaluator(RuleEngine engine)
    {
        _engine = engine;
        _rules = engine.Rules.CreateEvaluator();
    }

    /// <summary>Adds to <paramref name="findings"/> a finding for each rule that holds for the event, in the rules' order.</summary>
    public void Evaluate(LogEvent logEvent, List<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(findings);
        _rules.Evaluate(logEvent, _held);
        if (_held.Count > 0)
        {
            FindingMaker.Add(logEvent, _held, _engine, findings);
        }
    }

    /// <summary>Reports to the engine how many events each log source had. To be called once, when the events have ended.</summary>
    public void Finish()
    {
        foreach ((LogSourceTarget target, long events) in _rules.EventsByTarget)
        {
            _engine.Report(target, events);
        }
    }
}
