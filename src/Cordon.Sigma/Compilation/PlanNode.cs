using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>An expression in which what is known of a group of events has been put in, and that is ordered by cost.</summary>
internal abstract record PlanNode
{
    /// <summary>Puts in what is known of predicates, and simplifies by Kleene's logic.</summary>
    /// <param name="expression">The rule's condition.</param>
    /// <param name="known">Predicates that are the same for all events of the group.</param>
    public static PlanNode Of(SigmaExpression expression, IReadOnlyDictionary<SigmaPredicate, Truth> known)
    {
        switch (expression)
        {
            case AndExpression and:
                return Combine(and.Items, known, NodeKind.And, Truth.True, Truth.False);
            case OrExpression or:
                return Combine(or.Items, known, NodeKind.Or, Truth.False, Truth.True);
            case NotExpression not:
                PlanNode inner = Of(not.Operand, known);
                return inner is ConstantPlan c
                    ? new ConstantPlan((Truth)((int)Truth.True - (int)c.Truth))
                    : new NotPlan(inner);
            case CertainExpression certain:
                PlanNode operand = Of(certain.Operand, known);
                return operand is ConstantPlan fixedly
                    ? new ConstantPlan(fixedly.Truth == Truth.True ? Truth.True : Truth.False)
                    : new CertainPlan(operand);
            default:
                var predicate = (SigmaPredicate)expression;
                return known.TryGetValue(predicate, out Truth truth)
                    ? new ConstantPlan(truth)
                    : new PredicatePlan(predicate);
        }
    }

    private static PlanNode Combine(
        SigmaExpression[] items,
        IReadOnlyDictionary<SigmaPredicate, Truth> known,
        NodeKind kind,
        Truth neutral,
        Truth decisive
    )
    {
        List<PlanNode> operands = new(items.Length);
        foreach (SigmaExpression item in items)
        {
            PlanNode operand = Of(item, known);
            if (operand is ConstantPlan constant)
            {
                if (constant.Truth == decisive)
                {
                    return constant;
                }

                if (constant.Truth == neutral)
                {
                    continue;
                }
            }

            operands.Add(operand);
        }

        return operands.Count switch
        {
            0 => new ConstantPlan(neutral),
            1 => operands[0],
            _ => new ListPlan(kind, operands),
        };
    }
}

/// <summary>The same for all events of the group.</summary>
internal sealed record ConstantPlan(Truth Truth) : PlanNode;

/// <summary>A predicate that has to be evaluated.</summary>
internal sealed record PredicatePlan(SigmaPredicate Predicate) : PlanNode;

/// <summary>The opposite.</summary>
internal sealed record NotPlan(PlanNode Operand) : PlanNode;

/// <summary>True where the operand is, else false.</summary>
internal sealed record CertainPlan(PlanNode Operand) : PlanNode;

/// <summary>A conjunction or a disjunction of at least two.</summary>
internal sealed record ListPlan(NodeKind Kind, List<PlanNode> Operands) : PlanNode;
