namespace Cordon.Sigma;

/// <summary>How a correlation's figure must relate to a number.</summary>
public enum CorrelationComparison
{
    /// <summary><c>eq</c></summary>
    Equal,

    /// <summary><c>neq</c></summary>
    NotEqual,

    /// <summary><c>lt</c></summary>
    Less,

    /// <summary><c>lte</c></summary>
    LessOrEqual,

    /// <summary><c>gt</c></summary>
    Greater,

    /// <summary><c>gte</c></summary>
    GreaterOrEqual,
}

/// <summary>One comparison of a correlation's condition; where there are two, both must hold.</summary>
/// <param name="Comparison">How the figure must relate to <paramref name="Number"/>.</param>
/// <param name="Number">The number, finite.</param>
public sealed record CorrelationCriterion(CorrelationComparison Comparison, double Number);
