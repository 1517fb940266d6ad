using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Which rules to list.</summary>
/// <param name="LogSource">Product, category and service in any order, joined by <c>/</c> or <c>,</c>; null for all.</param>
/// <param name="Technique">An ATT&amp;CK technique; its sub-techniques are included; null for all.</param>
/// <param name="MinLevel">The lowest level; null for all.</param>
internal sealed record RuleFilter(string? LogSource, string? Technique, Level? MinLevel)
{
    /// <summary>Whether a rule is one of those.</summary>
    public bool Accepts(SigmaRule rule) =>
        HasLogSource(rule.LogSource) && HasTechnique(rule) && !(rule.Level < MinLevel);

    private bool HasLogSource(LogSource source) =>
        LogSource is null
        || LogSource
            .Split(['/', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(part =>
                part.Equals(source.Product, StringComparison.OrdinalIgnoreCase)
                || part.Equals(source.Category, StringComparison.OrdinalIgnoreCase)
                || part.Equals(source.Service, StringComparison.OrdinalIgnoreCase)
            );

    private bool HasTechnique(SigmaRule rule) =>
        Technique is null
        || rule.Techniques.Any(t =>
            t.Equals(Technique, StringComparison.OrdinalIgnoreCase)
            || t.StartsWith(Technique + ".", StringComparison.OrdinalIgnoreCase)
        );
}
