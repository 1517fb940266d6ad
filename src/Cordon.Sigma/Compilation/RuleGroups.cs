using System.Collections.Concurrent;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Rules that stand side by side, compiled as events for them come: one group for each way in which the tests of channel,
/// provider and code can turn out. Safe for concurrent use.
/// </summary>
/// <remarks>
/// So a rule that wants another code than an event's costs that event nothing, and two codes that no rule tells apart share a group.
/// </remarks>
internal sealed class RuleGroups
{
    // Real logs have some tens for a target; beyond this, events share the group that knows nothing.
    private const int MaxGroups = 1_024;

    private readonly IReadOnlyList<SigmaRule> _rules;
    private readonly int[] _ids;
    private readonly FieldId[] _headerIds;
    private readonly Numbering _filterNumbers;

    // Threads that need the same group at the same time wait for one of them to make it.
    private readonly ConcurrentDictionary<string, Lazy<CompiledGroup>> _groups = new(StringComparer.Ordinal);
    private readonly Lazy<CompiledGroup> _whole;
    private readonly Lazy<SigmaPredicate[]> _headerPredicates;

    /// <summary>Prepares them.</summary>
    /// <param name="rules">All rules of the set.</param>
    /// <param name="ids">Those that are meant, ascending.</param>
    /// <param name="headerIds">The fields of channel, provider and code, as far as rules see them as they are.</param>
    /// <param name="filterNumbers">The set's, for its filters.</param>
    public RuleGroups(IReadOnlyList<SigmaRule> rules, int[] ids, FieldId[] headerIds, Numbering filterNumbers)
    {
        _rules = rules;
        _ids = ids;
        _headerIds = headerIds;
        _filterNumbers = filterNumbers;
        _whole = new Lazy<CompiledGroup>(() =>
            GroupCompiler.Compile(_rules, _ids, new Dictionary<SigmaPredicate, Truth>(), _filterNumbers)
        );
        _headerPredicates = new Lazy<SigmaPredicate[]>(FindHeaderPredicates);
    }

    /// <summary>Whether these are the groups for such rules and fields.</summary>
    public bool AreFor(ReadOnlySpan<int> ids, ReadOnlySpan<FieldId> headerIds) =>
        ids.SequenceEqual(_ids) && headerIds.SequenceEqual(_headerIds);

    /// <summary>The group for events of which nothing is known.</summary>
    public CompiledGroup Whole => _whole.Value;

    /// <summary>The group for events that are like this one in channel, provider and code.</summary>
    /// <param name="source">An event that the rules are for.</param>
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
            : _groups
                .GetOrAdd(
                    key,
                    _ => new Lazy<CompiledGroup>(() => GroupCompiler.Compile(_rules, _ids, known, _filterNumbers))
                )
                .Value;
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
