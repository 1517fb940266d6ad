using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <content>What a rule can still come to when of an event only the values of a key are known, and what it then waits for.</content>
internal sealed partial class GroupRunner
{
    // A rule that would wait for more than this is tried each time.
    private const int MostWaitedFor = 32;

    private const int NoField = -1;

    private readonly List<int> _waitedFor = [];

    // The one field whose value is known, by its place in the group; none where those of the plan's key are.
    private int _onlyField = NoField;

    // Regular expressions are run last: all else may decide without them.
    private bool _runsExpressions;

    // Whether a rule can hold for an event that has the value at hand in a field, whatever is in the others.
    private bool CanHold(int rule, int field)
    {
        _onlyField = field;
        _runsExpressions = false;
        bool can = Bounds(_group.RuleStarts[rule]).Greatest == Truth.True;
        _onlyField = NoField;
        return can;
    }

    private (Truth Least, Truth Greatest) BoundsByKey(int at)
    {
        _runsExpressions = false;
        (Truth Least, Truth Greatest) quick = Bounds(at);
        if (quick.Greatest != Truth.True || quick.Least == Truth.True)
        {
            return quick;
        }

        _runsExpressions = true;
        return Bounds(at);
    }

    // The least and the greatest truth that a node can have, whatever the fields come to that the key does not decide about.
    private (Truth Least, Truth Greatest) Bounds(int at)
    {
        ref readonly CompiledNode node = ref _group.Nodes[at];
        switch (node.Kind)
        {
            case NodeKind.And:
                (Truth Least, Truth Greatest) all = (Truth.True, Truth.True);
                for (
                    int child = at + 1;
                    child < node.End && all.Greatest != Truth.False;
                    child = _group.Nodes[child].End
                )
                {
                    (Truth least, Truth greatest) = Bounds(child);
                    all = (least < all.Least ? least : all.Least, greatest < all.Greatest ? greatest : all.Greatest);
                }

                return all;
            case NodeKind.Or:
                (Truth Least, Truth Greatest) any = (Truth.False, Truth.False);
                for (int child = at + 1; child < node.End && any.Least != Truth.True; child = _group.Nodes[child].End)
                {
                    (Truth least, Truth greatest) = Bounds(child);
                    any = (least > any.Least ? least : any.Least, greatest > any.Greatest ? greatest : any.Greatest);
                }

                return any;
            case NodeKind.Not:
                (Truth leastOf, Truth greatestOf) = Bounds(at + 1);
                return ((Truth)((int)Truth.True - (int)greatestOf), (Truth)((int)Truth.True - (int)leastOf));
            case NodeKind.Certain:
                (leastOf, greatestOf) = Bounds(at + 1);
                return (CertainOf(leastOf), CertainOf(greatestOf));
            case NodeKind.Any:
                // No list has expressions.
                return IsDecided(_group.FieldOfList[node.Value])
                    ? Exactly(TestList(node.Value))
                    : (Truth.False, Truth.True);
            case NodeKind.Constant:
                return Exactly((Truth)node.Value);
            default:
                return IsDecided(_group.FieldOf[node.Value]) && (_runsExpressions || !IsExpression(node.Value))
                    ? Exactly(Test(node.Value))
                    : (Truth.False, Truth.True);
        }

        static (Truth, Truth) Exactly(Truth truth) => (truth, truth);
        static Truth CertainOf(Truth truth) => truth == Truth.True ? Truth.True : Truth.False;
    }

    // Adds predicates that filters look for and of which one must hold for the node to be true; false where there are none such.
    // Fields that the node asks for and the key does not decide about are told to the plan.
    private bool FindWaitedFor(int at, List<int> predicates)
    {
        ref readonly CompiledNode node = ref _group.Nodes[at];
        int before = predicates.Count;
        switch (node.Kind)
        {
            case NodeKind.And:
                // Of the operands the one that waits for the least: each is added behind the best so far, and takes its place if it is better.
                int best = -1;
                for (int child = at + 1; child < node.End; child = _group.Nodes[child].End)
                {
                    int start = predicates.Count;
                    if (
                        !IsOpen(child)
                        || !FindWaitedFor(child, predicates)
                        || (best >= 0 && predicates.Count - start >= best)
                    )
                    {
                        predicates.RemoveRange(start, predicates.Count - start);
                        continue;
                    }

                    best = predicates.Count - start;
                    predicates.RemoveRange(before, start - before);
                }

                return best >= 0;
            case NodeKind.Or:
                for (int child = at + 1; child < node.End; child = _group.Nodes[child].End)
                {
                    if (Bounds(child).Greatest == Truth.True && !FindWaitedFor(child, predicates))
                    {
                        return false;
                    }
                }

                return predicates.Count > before;
            case NodeKind.Certain:
                return FindWaitedFor(at + 1, predicates);
            case NodeKind.Not:
                _ = FindWaitedFor(at + 1, predicates);
                return false;
            case NodeKind.Any:
                Want(_group.FieldOfList[node.Value]);
                if (_group.ListTests[node.Value] is not { } tests)
                {
                    return false;
                }

                predicates.AddRange(tests);
                return true;
            case NodeKind.Constant:
                return false;
            default:
                Want(_group.FieldOf[node.Value]);
                predicates.Add(node.Value);
                return _group.FilterOf[node.Value] >= 0;
        }
    }

    private bool IsOpen(int at)
    {
        (Truth least, Truth greatest) = Bounds(at);
        return least != greatest;
    }

    // Whether an expression would have to be run.
    private bool IsExpression(int predicate)
    {
        uint known = _memo[predicate];
        return known >> 2 == _run
            ? (known & 3) == Possible
            : _group.Matchers[predicate] is RegexMatcher && _group.FilterOf[predicate] < 0;
    }

    private bool IsDecided(int field) =>
        field >= 0 && (_onlyField == NoField ? _plan.IsDecided[field] : field == _onlyField);

    private void Want(int field)
    {
        if (field >= 0 && !_plan.IsDecided[field])
        {
            _plan.Want(field);
        }
    }
}
