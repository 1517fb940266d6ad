using Cordon.Events;

namespace Cordon.Detection.Rules;

/// <summary>Makes findings of an event for which rules held: copies what must outlive the event, once for all rules. For one thread.</summary>
internal sealed class FindingMaker(RuleEngine engine)
{
    private readonly EventCopier _copier = new();

    /// <summary>Adds a finding for each rule.</summary>
    public void Add(LogEvent logEvent, List<int> rules, List<Finding> findings)
    {
        EventOrigin origin = _copier.OriginOf(logEvent);
        IReadOnlyList<SnapshotField> fields = _copier.PayloadOf(logEvent);
        foreach (int rule in rules)
        {
            findings.Add(
                new Finding
                {
                    Rule = engine.FindingRuleAt(rule),
                    Event = origin,
                    Fields = fields,
                }
            );
        }
    }
}
