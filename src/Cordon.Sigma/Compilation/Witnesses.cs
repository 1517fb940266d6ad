using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Chooses for an expression the predicates of which at least one must hold for it to be true: of a conjunction those of its best
/// operand, of a disjunction those of all.
/// </summary>
/// <param name="Predicates">At least one of these is true whenever the expression is.</param>
/// <param name="Cost">How often that is thought to happen in vain.</param>
internal sealed record Witnesses(List<SigmaPredicate> Predicates, double Cost)
{
    private FieldId[]? _fields;

    /// <summary>The fields that have to be read, each once.</summary>
    public FieldId[] Fields => _fields ??= [.. Predicates.Select(WitnessChoice.FieldOf).Distinct()];

    /// <summary>The sets to choose from; none where the expression can be true with all of its predicates false or unknown.</summary>
    public static List<Witnesses> Of(PlanNode node)
    {
        List<Witnesses> all = [];
        IEnumerable<PlanNode> operands = node is ListPlan { Kind: NodeKind.And } list ? list.Operands : [node];
        foreach (PlanNode operand in operands)
        {
            List<SigmaPredicate> predicates = [];
            if (Find(operand, isNegated: false, predicates) is { } cost)
            {
                all.Add(new Witnesses(predicates, cost));
            }
        }

        return all;
    }

    /// <summary>Adds the cheapest witnesses of a node and gives their cost; null, with nothing added, where it has none.</summary>
    private static double? Find(PlanNode node, bool isNegated, List<SigmaPredicate> found)
    {
        switch (node)
        {
            case PredicatePlan or AnyPlan when isNegated:
                return null;
            case AnyPlan any:
                found.AddRange(any.Tests);
                return any.Tests.Sum(static t => PredicatePlanning.Of(t).Likelihood);
            case PredicatePlan predicate:
                found.Add(predicate.Predicate);
                return PredicatePlanning.Of(predicate.Predicate).Likelihood;
            case NotPlan not:
                return Find(not.Operand, !isNegated, found);
            case ListPlan list:
                // not (a or b) is (not a) and (not b).
                return list.Kind == NodeKind.And != isNegated
                    ? Best(list, isNegated, found)
                    : Union(list, isNegated, found);
            default:
                return null;
        }
    }

    // Those of the best operand so far stand in the list from start on; the next operand's are added behind them.
    private static double? Best(ListPlan list, bool isNegated, List<SigmaPredicate> found)
    {
        int start = found.Count;
        double? best = null;
        foreach (PlanNode operand in list.Operands)
        {
            int before = found.Count;
            if (Find(operand, isNegated, found) is not { } cost)
            {
                continue;
            }

            if (best is null || cost < best)
            {
                best = cost;
                found.RemoveRange(start, before - start);
            }
            else
            {
                found.RemoveRange(before, found.Count - before);
            }
        }

        return best;
    }

    private static double? Union(ListPlan list, bool isNegated, List<SigmaPredicate> found)
    {
        int start = found.Count;
        double sum = 0;
        foreach (PlanNode operand in list.Operands)
        {
            if (Find(operand, isNegated, found) is not { } cost)
            {
                found.RemoveRange(start, found.Count - start);
                return null;
            }

            sum += cost;
        }

        return sum;
    }
}
