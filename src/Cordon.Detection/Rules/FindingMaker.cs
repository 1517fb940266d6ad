using System.Runtime.InteropServices;
using Cordon.Events;

namespace Cordon.Detection.Rules;

/// <summary>Makes findings of an event for which rules held: copies what must outlive the event, once for all rules. For one thread.</summary>
/// <param name="engine">The rules.</param>
/// <param name="mostAlike">Of so many findings of one rule on one computer fields are copied; of later ones there are none. Null: of all.</param>
internal sealed class FindingMaker(RuleEngine engine, int? mostAlike)
{
    // Names of computers come from the log. Of findings that are no longer counted fields are copied.
    private const int MaxCounted = 65_536;

    private readonly EventCopier _copier = new();
    private readonly Dictionary<(int Rule, string Computer), int> _alike = [];

    /// <summary>Adds a finding for each rule.</summary>
    public void Add(LogEvent logEvent, List<int> rules, List<Finding> findings)
    {
        EventOrigin origin = _copier.OriginOf(logEvent);
        IReadOnlyList<SnapshotField> fields = AreFieldsWanted(rules, origin.Computer)
            ? _copier.PayloadOf(logEvent)
            : [];
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

    private bool AreFieldsWanted(List<int> rules, string computer)
    {
        if (mostAlike is not { } most)
        {
            return true;
        }

        bool areWanted = false;
        foreach (int rule in rules)
        {
            if (_alike.Count >= MaxCounted && !_alike.ContainsKey((rule, computer)))
            {
                areWanted = true;
                continue;
            }

            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_alike, (rule, computer), out _);
            if (count < most)
            {
                count++;
                areWanted = true;
            }
        }

        return areWanted;
    }
}
