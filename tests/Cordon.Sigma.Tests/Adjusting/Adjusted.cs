using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Adjusting;

/// <summary>Rules, filters and tuning files, made by hand.</summary>
internal static class Adjusted
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>A rule with a test of <c>A</c>, and more lines of its head.</summary>
    public static string Rule(string title, string head = "", string source = "product: windows, category: test") =>
        $"title: {title}\n{head}level: high\nlogsource: {{ {source} }}\ndetection:\n  s: {{ A: 1 }}\n  condition: s\n";

    public static AdjustedRules Adjust(string rules, string? tuning = null)
    {
        var options = new SigmaOptions { Fields = new FieldTable() };
        RuleTuning? read = tuning is null ? null : RuleTuning.Parse(tuning, "tuning.yml", options);
        Assert.Empty(read?.Problems ?? []);
        RuleSet set = RuleSet.Parse(rules, "rules.yml", options with { Placeholders = (read ?? Empty).Placeholders });
        Assert.DoesNotContain(set.Problems, static p => p.Severity == ProblemSeverity.Error);
        return RuleAdjuster.Adjust(set, read, Today);
    }

    /// <summary>The titles of the rules that fire for an event.</summary>
    public static string[] Firing(this AdjustedRules rules, params (string Name, object? Value)[] fields) =>
        [
            .. rules
                .Set.Rules.Where(r => new SigmaInterpreter().Matches(r, Sample.Event(rules.Set.Fields, fields)))
                .Select(static r => r.Title),
        ];

    private static RuleTuning Empty { get; } = RuleTuning.Parse("rules: []", "none", SigmaOptions.Default);
}
