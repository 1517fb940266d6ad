using System.Collections.Concurrent;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// The rules of one log source target, compiled as events of it come: one group for each way in which the tests of channel,
/// provider and code can turn out. Safe for concurrent use.
/// </summary>
/// <remarks>
/// So a rule that wants another code than an event's costs that event nothing, and two codes that no rule tells apart share a group.
/// </remarks>
internal sealed class CompiledTarget
{
    // Real logs have some tens for a target; beyond this, events share the group that knows nothing.
    private const int MaxGroups = 1_024;

    private static readonly string[] HeaderNames = ["EventID", "Channel", "Provider_Name"];

    private readonly IReadOnlyList<SigmaRule> _rules;
    private readonly int[] _ids;
    private readonly ConcurrentDictionary<string, CompiledGroup> _groups = new(StringComparer.Ordinal);
    private readonly Lazy<CompiledGroup> _whole;
    private readonly Lazy<SigmaPredicate[]> _headerPredicates;
    private readonly FieldId[] _headerIds;

    public CompiledTarget(
        int index,
        LogSourceTarget target,
        IReadOnlyList<SigmaRule> rules,
        ReadOnlySpan<int> ids,
        FieldTable fields
    )
    {
        Index = index;
        Target = target;
        _rules = rules;
        _ids = ids.ToArray();
        _headerIds =
        [
            .. HeaderNames.Where(name => !target.Fields.Any(made => made.Name == name)).Select(fields.Intern),
        ];
        _whole = new Lazy<CompiledGroup>(() =>
            GroupCompiler.Compile(_rules, _ids, new Dictionary<SigmaPredicate, Truth>())
        );
        _headerPredicates = new Lazy<SigmaPredicate[]>(FindHeaderPredicates);
    }

    /// <summary>The target's place among those of the set.</summary>
    public int Index { get; }

    /// <summary>The events that the rules are for.</summary>
    public LogSourceTarget Target { get; }

    /// <summary>The group for events of which nothing is known.</summary>
    public CompiledGroup Whole => _whole.Value;

    /// <summary>The group for events that are like this one in channel, provider and code.</summary>
    /// <param name="source">An event of the target.</param>
    /// <param name="header">What another event must have for the group to be right for it.</param>
    public CompiledGroup GroupFor(LogEvent source, out HeaderField[] header)
    {
        SigmaPredicate[] predicates = _headerPredicates.Value;
        List<HeaderField> fields = [];
        Dictionary<SigmaPredicate, Truth> known = [];
        var interpreter = new SigmaInterpreter();
        foreach (FieldId id in _headerIds)
        {
            if (!predicates.Any(p => FieldOf(p) == id))
            {
                continue;
            }

            if (HeaderField.Of(source, id) is not { } field)
            {
                continue;
            }

            fields.Add(field);
            foreach (SigmaPredicate predicate in predicates.Where(p => FieldOf(p) == id))
            {
                known[predicate] = interpreter.Evaluate(predicate, source);
            }
        }

        header = [.. fields];
        if (known.Count == 0)
        {
            return Whole;
        }

        string key = string.Create(
            predicates.Length,
            (predicates, known),
            static (key, given) =>
            {
                for (int i = 0; i < key.Length; i++)
                {
                    key[i] = given.known.TryGetValue(given.predicates[i], out Truth truth)
                        ? (char)('0' + (int)truth)
                        : '-';
                }
            }
        );
        return _groups.Count >= MaxGroups && !_groups.ContainsKey(key)
            ? Whole
            : _groups.GetOrAdd(key, _ => GroupCompiler.Compile(_rules, _ids, known));
    }

    private SigmaPredicate[] FindHeaderPredicates()
    {
        HashSet<SigmaPredicate> found = [];
        foreach (int id in _ids)
        {
            foreach (SigmaPredicate predicate in _rules[id].Condition.Predicates())
            {
                if (Array.IndexOf(_headerIds, FieldOf(predicate)) >= 0)
                {
                    found.Add(predicate);
                }
            }
        }

        return [.. found];
    }

    private static FieldId FieldOf(SigmaPredicate predicate) =>
        predicate switch
        {
            FieldExpression field => field.FieldId,
            FieldExistsExpression exists => exists.FieldId,
            _ => new FieldId(-1),
        };
}
