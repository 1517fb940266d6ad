using System.Runtime.InteropServices;
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
    /// <summary>The fields that have to be read, each once.</summary>
    public FieldId[] Fields { get; } = [.. Predicates.Select(WitnessChoice.FieldOf).Distinct()];

    /// <summary>The sets to choose from; none where the expression can be true with all of its predicates false or unknown.</summary>
    public static List<Witnesses> Of(PlanNode node)
    {
        List<Witnesses> found = [];
        IEnumerable<PlanNode> operands = node is ListPlan { Kind: NodeKind.And } list ? list.Operands : [node];
        foreach (PlanNode operand in operands)
        {
            if (Find(operand, isNegated: false) is { } witnesses)
            {
                found.Add(witnesses);
            }
        }

        return found;
    }

    private static Witnesses? Find(PlanNode node, bool isNegated)
    {
        switch (node)
        {
            case PredicatePlan predicate:
                return isNegated
                    ? null
                    : new Witnesses([predicate.Predicate], PredicatePlanning.Of(predicate.Predicate).Likelihood);
            case NotPlan not:
                return Find(not.Operand, !isNegated);
            case ListPlan list:
                // not (a or b) is (not a) and (not b).
                return list.Kind == NodeKind.And != isNegated ? Best(list, isNegated) : Union(list, isNegated);
            default:
                return null;
        }
    }

    private static Witnesses? Best(ListPlan list, bool isNegated)
    {
        Witnesses? best = null;
        foreach (PlanNode operand in list.Operands)
        {
            Witnesses? found = Find(operand, isNegated);
            if (found is not null && (best is null || found.Cost < best.Cost))
            {
                best = found;
            }
        }

        return best;
    }

    private static Witnesses? Union(ListPlan list, bool isNegated)
    {
        List<SigmaPredicate> all = [];
        double cost = 0;
        foreach (PlanNode operand in list.Operands)
        {
            Witnesses? found = Find(operand, isNegated);
            if (found is null)
            {
                return null;
            }

            all.AddRange(CollectionsMarshal.AsSpan(found.Predicates));
            cost += found.Cost;
        }

        return new Witnesses(all, cost);
    }
}
