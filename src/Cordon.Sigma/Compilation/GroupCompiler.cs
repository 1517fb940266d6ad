using System.Runtime.InteropServices;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Builds a <see cref="CompiledGroup"/>.</summary>
internal sealed class GroupCompiler
{
    private readonly Dictionary<SigmaPredicate, int> _indexes = [];
    private readonly List<SigmaPredicate> _predicates = [];
    private readonly List<List<int>> _rulesOf = [];
    private readonly Dictionary<int[], int> _listIndexes = new(SequenceComparer.Instance);
    private readonly List<ValueList> _lists = [];
    private readonly List<int[]> _listTests = [];
    private readonly List<CompiledNode> _nodes = [];
    private readonly List<int> _ruleIds = [];
    private readonly List<int> _ruleStarts = [];
    private readonly List<int> _always = [];
    private readonly List<List<Witnesses>> _witnesses = [];
    private readonly Numbering _filterNumbers;

    private GroupCompiler(Numbering filterNumbers) => _filterNumbers = filterNumbers;

    /// <summary>Compiles rules for events of which some predicates are known.</summary>
    /// <param name="rules">All rules of the set.</param>
    /// <param name="ids">Those to compile, ascending.</param>
    /// <param name="known">Predicates that come to the same for all events of the group.</param>
    /// <param name="filterNumbers">The set's, for its filters.</param>
    public static CompiledGroup Compile(
        IReadOnlyList<SigmaRule> rules,
        ReadOnlySpan<int> ids,
        IReadOnlyDictionary<SigmaPredicate, Truth> known,
        Numbering filterNumbers
    )
    {
        var compiler = new GroupCompiler(filterNumbers);
        foreach (int id in ids)
        {
            compiler.Add(id, PlanNode.Of(rules[id].Condition, known));
        }

        return compiler._ruleIds.Count == 0 ? CompiledGroup.Empty : compiler.Finish();
    }

    private void Add(int id, PlanNode plan)
    {
        if (plan is ConstantPlan { Truth: not Truth.True })
        {
            return;
        }

        _ruleIds.Add(id);
        _ruleStarts.Add(_nodes.Count);
        Lay(plan);
        _witnesses.Add(Witnesses.Of(plan));
    }

    private void ChooseWitnesses()
    {
        foreach ((int rule, Witnesses? chosen) in WitnessChoice.Of(_witnesses).Index())
        {
            if (chosen is null)
            {
                _always.Add(rule);
                continue;
            }

            foreach (SigmaPredicate witness in chosen.Predicates)
            {
                List<int> list = _rulesOf[IndexOf(witness)];
                if (list.Count == 0 || list[^1] != rule)
                {
                    list.Add(rule);
                }
            }
        }
    }

    private void Lay(PlanNode plan)
    {
        switch (plan)
        {
            case PredicatePlan predicate:
                _nodes.Add(new CompiledNode(NodeKind.Predicate, IndexOf(predicate.Predicate), _nodes.Count + 1));
                break;
            case AnyPlan any:
                _nodes.Add(new CompiledNode(NodeKind.Any, IndexOf(any), _nodes.Count + 1));
                break;
            case ConstantPlan constant:
                _nodes.Add(new CompiledNode(NodeKind.Constant, (int)constant.Truth, _nodes.Count + 1));
                break;
            case NotPlan not:
                LayParent(NodeKind.Not, [not.Operand]);
                break;
            case CertainPlan certain:
                LayParent(NodeKind.Certain, [certain.Operand]);
                break;
            case ListPlan list:
                // The order is free in Kleene's logic.
                LayParent(list.Kind, list.Operands.OrderBy(operand => PlanOrder.RankOf(operand, list.Kind)));
                break;
        }
    }

    private void LayParent(NodeKind kind, IEnumerable<PlanNode> children)
    {
        int at = _nodes.Count;
        _nodes.Add(default);
        foreach (PlanNode child in children)
        {
            Lay(child);
        }

        _nodes[at] = new CompiledNode(kind, 0, _nodes.Count);
    }

    // Lists that several rules have are one, whatever the order of their tests.
    private int IndexOf(AnyPlan any)
    {
        int[] tests = [.. any.Tests.Select(IndexOf).Order()];
        if (!_listIndexes.TryGetValue(tests, out int index))
        {
            index = _lists.Count;
            _listIndexes.Add(tests, index);
            _listTests.Add(tests);
            _lists.Add(new ValueList(any.Field, [.. tests.Select(t => (FieldExpression)_predicates[t])]));
        }

        return index;
    }

    private int IndexOf(SigmaPredicate predicate)
    {
        if (!_indexes.TryGetValue(predicate, out int index))
        {
            index = _predicates.Count;
            _indexes.Add(predicate, index);
            _predicates.Add(predicate);
            _rulesOf.Add([]);
        }

        return index;
    }

    private CompiledGroup Finish()
    {
        ChooseWitnesses();
        int[] filterOf = new int[_predicates.Count];
        Array.Fill(filterOf, -1);
        int[] starts = new int[_predicates.Count + 1];
        List<int> witnessRules = [];
        Dictionary<FieldId, List<(int, SigmaPredicate)>> witnesses = [];
        for (int i = 0; i < _predicates.Count; i++)
        {
            starts[i] = witnessRules.Count;
            witnessRules.AddRange(_rulesOf[i]);
            if (_rulesOf[i].Count > 0)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    witnesses,
                    WitnessChoice.FieldOf(_predicates[i]),
                    out _
                );
                list ??= [];
                list.Add((i, _predicates[i]));
            }
        }

        starts[^1] = witnessRules.Count;
        AddCheap(witnesses);
        List<FieldFilter> filters = [];
        foreach (
            (FieldId field, List<(int Index, SigmaPredicate Predicate)> sought) in witnesses.OrderBy(f => f.Key.Value)
        )
        {
            foreach ((int index, SigmaPredicate predicate) in sought)
            {
                filterOf[index] = PredicatePlanning.Of(predicate).IsIndexed ? filters.Count : -1;
            }

            filters.Add(new FieldFilter(field == WitnessChoice.AnyField ? null : field, sought, _filterNumbers.Next()));
        }

        List<FieldId> fields = [];
        Dictionary<FieldId, int> places = [];
        int[] fieldOf = [.. _predicates.Select(p => PlaceOf(p is FieldReferenceExpression ? null : p))];
        return new CompiledGroup
        {
            RuleIds = [.. _ruleIds],
            RuleStarts = [.. _ruleStarts],
            Nodes = [.. _nodes],
            Predicates = [.. _predicates],
            Matchers = [.. _predicates.Select(MatcherOf)],
            FilterOf = filterOf,
            FieldOf = fieldOf,
            FieldOfList = [.. _lists.Select(l => places[l.Field])],
            Fields = [.. fields],
            Filters = [.. filters],
            Lists = [.. _lists],
            ListTests = [.. _listTests.Select(tests => tests.All(t => filterOf[t] >= 0) ? tests : null)],
            Always = [.. _always],
            WitnessStarts = starts,
            WitnessRules = [.. witnessRules],
        };

        int PlaceOf(SigmaPredicate? predicate)
        {
            FieldId field = predicate is null ? WitnessChoice.AnyField : WitnessChoice.FieldOf(predicate);
            if (field == WitnessChoice.AnyField)
            {
                return -1;
            }

            if (!places.TryGetValue(field, out int place))
            {
                places.Add(field, place = fields.Count);
                fields.Add(field);
            }

            return place;
        }
    }

    // What stands at an end of a value costs nothing more to look for where others are looked for there, and need not be asked
    // about afterwards.
    private void AddCheap(Dictionary<FieldId, List<(int Index, SigmaPredicate Predicate)>> witnesses)
    {
        const int Many = 16;
        for (int i = 0; i < _predicates.Count; i++)
        {
            if (
                _rulesOf[i].Count == 0
                && _predicates[i] is FieldExpression { Matcher: StringMatcher } test
                && PredicatePlanning.Of(test).Literals is [{ Place: not LiteralPlace.Inside }]
                && witnesses.TryGetValue(test.FieldId, out var list)
                && list.Count >= Many
            )
            {
                list.Add((i, test));
            }
        }
    }

    private static ValueMatcher? MatcherOf(SigmaPredicate predicate) =>
        predicate switch
        {
            FieldExpression field => field.Matcher,
            KeywordExpression keyword => keyword.Matcher,
            _ => null,
        };
}
