using Cordon.Detection.Correlating;
using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Detection.Rules;

/// <summary>Runs the rules of an engine over events; used by one thread at a time.</summary>
public sealed class RuleEvaluator
{
    private readonly RuleEngine _engine;
    private readonly CompiledEvaluator _rules;
    private readonly BaseEventReader? _baseEvents;
    private readonly FindingMaker _findings;
    private readonly List<int> _held = [];
    private readonly List<int> _told = [];

    internal RuleEvaluator(RuleEngine engine, int? mostAlike)
    {
        _engine = engine;
        _findings = new FindingMaker(engine, mostAlike);
        _rules = engine.Rules.CreateEvaluator();
        _baseEvents =
            engine.Correlations.Correlations.Count == 0
                ? null
                : new BaseEventReader(engine.Correlations, engine.Sources, engine.Fields);
    }

    /// <summary>
    /// Adds to <paramref name="findings"/> a finding for each rule that holds for the event, in the rules' order, save for those that
    /// only correlations are interested in.
    /// </summary>
    public void Evaluate(LogEvent logEvent, List<Finding> findings) => Evaluate(logEvent, findings, null);

    /// <summary>As the other, and adds the event to <paramref name="baseEvents"/> where correlations look at it.</summary>
    internal void Evaluate(LogEvent logEvent, List<Finding> findings, List<BaseEvent>? baseEvents)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(findings);
        _rules.Evaluate(logEvent, _held);
        if (_held.Count == 0)
        {
            return;
        }

        if (_baseEvents is null)
        {
            _findings.Add(logEvent, _held, findings);
            return;
        }

        _told.Clear();
        foreach (int rule in _held)
        {
            if (_engine.Reports(rule))
            {
                _told.Add(rule);
            }
        }

        if (_told.Count > 0)
        {
            _findings.Add(logEvent, _told, findings);
        }

        if (baseEvents is not null && _baseEvents.Read(logEvent, _held) is { } read)
        {
            baseEvents.Add(read);
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
