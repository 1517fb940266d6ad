using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <content>What a rule comes to for the event at hand: exactly, each predicate and each list once.</content>
internal sealed partial class GroupRunner
{
    private Truth Evaluate(int at)
    {
        ref readonly CompiledNode node = ref _group.Nodes[at];
        switch (node.Kind)
        {
            case NodeKind.And:
                Truth least = Truth.True;
                for (int child = at + 1; child < node.End && least != Truth.False; child = _group.Nodes[child].End)
                {
                    Truth operand = Evaluate(child);
                    least = operand < least ? operand : least;
                }

                return least;
            case NodeKind.Or:
                Truth greatest = Truth.False;
                for (int child = at + 1; child < node.End && greatest != Truth.True; child = _group.Nodes[child].End)
                {
                    Truth operand = Evaluate(child);
                    greatest = operand > greatest ? operand : greatest;
                }

                return greatest;
            case NodeKind.Not:
                return (Truth)((int)Truth.True - (int)Evaluate(at + 1));
            case NodeKind.Certain:
                return Evaluate(at + 1) == Truth.True ? Truth.True : Truth.False;
            case NodeKind.Any:
                return TestList(node.Value);
            case NodeKind.Constant:
                return (Truth)node.Value;
            default:
                return Test(node.Value);
        }
    }

    private Truth Test(int predicate)
    {
        uint known = _memo[predicate];
        if (known >> 2 == _run && (known & 3) != Possible)
        {
            return (Truth)(known & 3);
        }

        Truth truth;
        int filter = _group.FilterOf[predicate];
        if (known >> 2 == _run)
        {
            truth = EvaluateNow(predicate);
            Settle(_hitOf[predicate], truth);
        }
        else if (filter < 0)
        {
            truth = EvaluateNow(predicate);
        }
        else
        {
            // What a filter looks for and did not find is not in any value.
            truth = _isAbsent[filter] ? Absent(_group.Filters[filter].Field!.Value) : Truth.False;
        }

        _memo[predicate] = (_run << 2) | (uint)truth;
        return truth;
    }

    private Truth EvaluateNow(int predicate)
    {
        if (_group.Predicates[predicate] is not FieldExpression { Matcher: var matcher } test)
        {
            return
                _group.Predicates[predicate] is FieldReferenceExpression pair
                && _event.Read(pair.FieldId, out FieldValue one) == 1
                && _event.Read(pair.OtherFieldId, out FieldValue other) == 1
                ? pair.Matches(one, other)
                    ? Truth.True
                    : Truth.False
                : _predicates.Evaluate(_group.Predicates[predicate], _event);
        }

        int count = _event.Read(test.FieldId, out FieldValue value);
        if (count == 0)
        {
            return Absent(test.FieldId);
        }

        bool holds = matcher.Matches(value);
        for (int i = 1; i < count && !holds; i++)
        {
            holds = matcher.Matches(_event.Value(test.FieldId, i));
        }

        return holds ? Truth.True : Truth.False;
    }

    private Truth TestList(int index)
    {
        ref uint memo = ref _listMemo[index];
        if (memo >> 2 == _run)
        {
            return (Truth)(memo & 3);
        }

        ValueList list = _group.Lists[index];
        if (_group.ListTests[index] is { } tests)
        {
            Truth found = AnyFound(tests);
            memo = (_run << 2) | (uint)found;
            return found;
        }

        int count = _event.Read(list.Field, out FieldValue value);
        Truth truth = Truth.False;
        if (count == 0)
        {
            truth = Absent(list.Field);
        }
        else
        {
            bool holds = list.HoldsFor(value, ref _folded);
            for (int i = 1; i < count && !holds; i++)
            {
                holds = list.HoldsFor(_event.Value(list.Field, i), ref _folded);
            }

            truth = holds ? Truth.True : Truth.False;
        }

        memo = (_run << 2) | (uint)truth;
        return truth;
    }

    private Truth AnyFound(int[] tests)
    {
        int filter = _group.FilterOf[tests[0]];
        if (_isAbsent[filter])
        {
            return Absent(_group.Filters[filter].Field!.Value);
        }

        foreach (int test in tests)
        {
            if (_memo[test] >> 2 == _run && Test(test) == Truth.True)
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }

    private Truth Absent(FieldId field) => _event.IsUnavailable(field) ? Truth.Unknown : Truth.False;
}
