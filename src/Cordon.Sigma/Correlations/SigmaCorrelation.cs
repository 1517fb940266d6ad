using Cordon.Events;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>A correlation of Sigma 2.1 that was read and checked; a <see cref="CorrelationSet"/> makes it ready to run.</summary>
public sealed class SigmaCorrelation : SigmaDocument
{
    private Level? _level;

    internal SigmaCorrelation(Header header)
        : base(header) { }

    /// <summary>How much a match deserves a look; <see cref="Level.Medium"/> where the correlation does not say.</summary>
    public Level Level => _level ?? DeclaredLevel ?? Level.Medium;

    /// <summary>The level as declared; null where it is absent or none of Sigma's five.</summary>
    public Level? DeclaredLevel { get; init; }

    /// <summary>What it looks at.</summary>
    public required CorrelationType Type { get; init; }

    /// <summary>Ids or names of the rules and correlations whose matches it looks at, in the file's order; never empty.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The fields, or aliases, whose values keep matches apart.</summary>
    public required IReadOnlyList<string> GroupBy { get; init; }

    /// <summary>The window; greater than zero. It slides and knows no boundaries.</summary>
    public required TimeSpan Timespan { get; init; }

    /// <summary>What the figure must fulfil, one or two comparisons; empty for temporal types that name none.</summary>
    public required IReadOnlyList<CorrelationCriterion> Criteria { get; init; }

    /// <summary>
    /// Of temporal correlations, a condition that links the names of rules by and, or, not, as written; null where there is none. An
    /// extension that other tools know too.
    /// </summary>
    public string? RuleCondition { get; init; }

    /// <summary>The fields of the condition, whose values are counted or reckoned with; empty for types without.</summary>
    public required IReadOnlyList<string> ConditionFields { get; init; }

    /// <summary>Aliases: for each its field by rule name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Aliases { get; init; }

    /// <summary>Whether the rules it refers to report their own matches as well.</summary>
    public required bool Generate { get; init; }

    /// <summary>The same correlation with another level.</summary>
    internal SigmaCorrelation With(Level level)
    {
        var copy = (SigmaCorrelation)MemberwiseClone();
        copy._level = level;
        return copy;
    }
}
