using Cordon.Events;
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
            _ => Joined(kind, kind == NodeKind.Or ? WithLists(operands) : operands),
        };
    }

    private static PlanNode Joined(NodeKind kind, List<PlanNode> operands) =>
        operands.Count == 1 ? operands[0] : new ListPlan(kind, operands);

    // Long lists of values are what most of a rule's tests are.
    private static List<PlanNode> WithLists(List<PlanNode> operands)
    {
        if (operands.Count < AnyPlan.Fewest)
        {
            return operands;
        }

        List<PlanNode> joined = [];
        foreach (IGrouping<FieldId?, PlanNode> group in operands.GroupBy(AnyPlan.FieldOf))
        {
            PlanNode[] tests = [.. group];
            if (group.Key is { } field && tests.Length >= AnyPlan.Fewest)
            {
                joined.Add(
                    new AnyPlan(field, [.. tests.Select(static t => (FieldExpression)((PredicatePlan)t).Predicate)])
                );
            }
            else
            {
                joined.AddRange(tests);
            }
        }

        return joined;
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

/// <summary>Tests of one field of which one must hold; an index finds those that may.</summary>
internal sealed record AnyPlan(FieldId Field, List<FieldExpression> Tests) : PlanNode
{
    /// <summary>Fewer are tested one by one.</summary>
    public const int Fewest = 4;

    /// <summary>The field of a test that an index can find; null for any other operand.</summary>
    public static FieldId? FieldOf(PlanNode operand) =>
        operand is PredicatePlan { Predicate: FieldExpression field }
        && PredicatePlanning.Of(field).IsIndexed
        && field.Matcher is not RegexMatcher
            ? field.FieldId
            : null;
}

/// <summary>A conjunction or a disjunction of at least two.</summary>
internal sealed record ListPlan(NodeKind Kind, List<PlanNode> Operands) : PlanNode;
