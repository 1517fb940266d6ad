using Cordon.Events;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>A detection rule of Sigma 2.1 that was read and checked, ready to be evaluated.</summary>
public sealed class SigmaRule : SigmaDocument
{
    private readonly IDetection _detection;
    private SigmaExpression? _condition;
    private Level? _level;

    internal SigmaRule(Header header, IDetection detection)
        : base(header) => _detection = detection;

    /// <summary>How much a finding of the rule deserves a look; <see cref="Level.Medium"/> where the rule does not say.</summary>
    /// <remarks>
    /// Sigma leaves the level optional. A rule without one was written to find something, so it is shown where reviews start,
    /// neither as an alarm nor below the horizon. <see cref="DeclaredLevel"/> tells the difference.
    /// </remarks>
    public Level Level => _level ?? DeclaredLevel ?? Level.Medium;

    /// <summary>The level as the rule declares it; null where it is absent or none of Sigma's five.</summary>
    public Level? DeclaredLevel { get; init; }

    /// <summary>Which log the rule is written for; at least one of its parts is not null.</summary>
    public required LogSource LogSource { get; init; }

    /// <summary>What must be switched on for the log to hold such events, in the author's words, or null.</summary>
    public string? LogSourceDefinition { get; init; }

    /// <summary>Keys of <c>logsource</c> that Sigma does not define, with their values.</summary>
    public IReadOnlyDictionary<string, string> LogSourceExtras { get; init; } = EmptyExtras;

    /// <summary>What an event must fulfil, with every search identifier put in its place.</summary>
    /// <remarks>Where filters or tuning were put in, with them.</remarks>
    public SigmaExpression Condition => _condition ?? _detection.Condition;

    /// <summary>The condition as written; several conditions are joined by <c>or</c>.</summary>
    public required string ConditionText { get; init; }

    /// <summary>The named searches, in the file's order, those that the condition does not use among them.</summary>
    public IReadOnlyList<SearchIdentifier> Searches => _detection.Searches;

    /// <summary>The fields that the condition tests, without repeats, in the order in which it names them first.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The fields that the author wants to be shown with a finding: Sigma's <c>fields</c>.</summary>
    public IReadOnlyList<string> FieldsOfInterest { get; init; } = [];

    /// <summary>True where the condition searches whole events for keywords, so that it can match events of any shape.</summary>
    public required bool HasKeywords { get; init; }

    /// <summary>The same rule with another condition.</summary>
    internal SigmaRule With(SigmaExpression condition)
    {
        var copy = (SigmaRule)MemberwiseClone();
        copy._condition = condition;
        return copy;
    }

    /// <summary>The same rule with another level.</summary>
    internal SigmaRule With(Level level)
    {
        var copy = (SigmaRule)MemberwiseClone();
        copy._level = level;
        return copy;
    }

    internal static IReadOnlyDictionary<string, string> EmptyExtras { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
