using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>In which order the operands of a conjunction or disjunction are best evaluated: an estimate that decides nothing but speed.</summary>
internal static class PlanOrder
{
    // No estimate is so good that an operand is never, or always, true.
    private const double Least = 0.02;

    /// <summary>Lower goes first: what costs little and is likely to decide the matter.</summary>
    public static double RankOf(PlanNode operand, NodeKind parent)
    {
        double truth = LikelihoodOf(operand);
        return CostOf(operand) / Math.Max(Least, parent == NodeKind.And ? 1 - truth : truth);
    }

    private static double CostOf(PlanNode plan) =>
        plan switch
        {
            PredicatePlan { Predicate: FieldExpression { Matcher: RegexMatcher } } => 20,
            PredicatePlan { Predicate: KeywordExpression } => 40,
            PredicatePlan => 1,
            AnyPlan any => 2 + (any.Tests.Count / 20.0),
            NotPlan not => CostOf(not.Operand),
            CertainPlan certain => CostOf(certain.Operand),
            ListPlan list => list.Operands.Sum(CostOf),
            _ => 0,
        };

    private static double LikelihoodOf(PlanNode plan) =>
        plan switch
        {
            PredicatePlan predicate => Math.Min(1, PredicatePlanning.Of(predicate.Predicate).Likelihood),
            AnyPlan any => Math.Min(1, any.Tests.Sum(static t => PredicatePlanning.Of(t).Likelihood)),
            NotPlan not => 1 - LikelihoodOf(not.Operand),
            CertainPlan certain => LikelihoodOf(certain.Operand),
            ListPlan { Kind: NodeKind.And } list => list.Operands.Min(LikelihoodOf),
            ListPlan list => Math.Min(1, list.Operands.Sum(LikelihoodOf)),
            ConstantPlan constant => (int)constant.Truth / 2.0,
            _ => 0.5,
        };
}
