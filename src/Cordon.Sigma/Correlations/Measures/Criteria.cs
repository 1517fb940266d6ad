namespace Cordon.Sigma.Correlations.Measures;

/// <summary>The comparisons of a condition, all of which must hold.</summary>
internal sealed class Criteria(IReadOnlyList<CorrelationCriterion> all)
{
    /// <summary>Whether a larger figure never undoes it: only lower bounds.</summary>
    public bool AreLowerBounds { get; } =
        all.All(static c => c.Comparison is CorrelationComparison.Greater or CorrelationComparison.GreaterOrEqual);

    public bool Hold(double figure)
    {
        foreach (CorrelationCriterion criterion in all)
        {
            bool holds = criterion.Comparison switch
            {
                CorrelationComparison.Equal => figure == criterion.Number,
                CorrelationComparison.NotEqual => figure != criterion.Number,
                CorrelationComparison.Less => figure < criterion.Number,
                CorrelationComparison.LessOrEqual => figure <= criterion.Number,
                CorrelationComparison.Greater => figure > criterion.Number,
                _ => figure >= criterion.Number,
            };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }
}
