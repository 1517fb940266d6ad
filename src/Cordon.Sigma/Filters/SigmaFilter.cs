using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>A filter of Sigma 2.1 that was read and checked: an exclusion for many rules. Applying it is not this type's business.</summary>
public sealed class SigmaFilter : SigmaDocument
{
    internal SigmaFilter(Header header)
        : base(header) { }

    /// <summary>Which log the rules must be written for.</summary>
    public required LogSource LogSource { get; init; }

    /// <summary>Ids or names of the rules it is for; empty with <see cref="IsForAnyRule"/>.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Whether it is for every rule of its log source (<c>rules: any</c>).</summary>
    public required bool IsForAnyRule { get; init; }

    /// <summary>
    /// What an event must fulfil beside the rule, with every search in its place. A filter that takes events away reads
    /// <c>not selection</c>.
    /// </summary>
    public required SigmaExpression Condition { get; init; }

    /// <summary>The condition as written.</summary>
    public required string ConditionText { get; init; }

    /// <summary>The named searches, in the file's order.</summary>
    public required IReadOnlyList<SearchIdentifier> Searches { get; init; }

    /// <summary>The fields that the condition tests, without repeats, in the order in which it names them first.</summary>
    public required IReadOnlyList<string> Fields { get; init; }
}
