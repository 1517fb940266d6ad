using Cordon.Sigma.Expressions;

namespace Cordon.Sigma;

/// <summary>The searches of a rule and its condition. Safe for concurrent use.</summary>
internal interface IDetection
{
    /// <summary>The named searches, in the file's order.</summary>
    IReadOnlyList<SearchIdentifier> Searches { get; }

    /// <summary>The condition, with every search put in its place.</summary>
    SigmaExpression Condition { get; }
}
