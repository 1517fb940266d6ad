using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Tests.Compilation;
using Cordon.Sigma.Tests.LogSources;

namespace Cordon.Sigma.Tests.Adjusting;

public sealed class FilteringTests
{
    private const string First = "id: 0a6f6bf0-3a07-4e57-8a86-2f1a52b1f001\n";
    private const string Second = "id: 0a6f6bf0-3a07-4e57-8a86-2f1a52b1f002\nname: second\n";

    private static string Filter(string rules, string source = "product: windows", string condition = "not f") =>
        $"title: Known machines\nlogsource: {{ {source} }}\nfilter:\n  rules: {rules}\n  f: {{ B: ok }}\n  condition: {condition}\n";

    private static AdjustedRules Adjust(string filter) =>
        Adjusted.Adjust(
            $"{Adjusted.Rule("One", First)}---\n{Adjusted.Rule("Two", Second)}---\n{Adjusted.Rule("Linux", source: "product: linux, category: test")}---\n{filter}"
        );

    [Theory]
    [InlineData("any", "Linux")]
    [InlineData("[0A6F6BF0-3a07-4e57-8a86-2f1a52b1f001]", "Two Linux")]
    [InlineData("[second]", "One Linux")]
    [InlineData("[second, 0a6f6bf0-3a07-4e57-8a86-2f1a52b1f001]", "Linux")]
    public void Takes_events_from_the_rules_that_it_names_and_no_others(string named, string left)
    {
        AdjustedRules adjusted = Adjust(Filter(named));
        Assert.Empty(adjusted.Problems);
        Assert.Equal(["One", "Two", "Linux"], adjusted.Firing(("A", 1), ("B", "other")));
        Assert.Equal(left.Split(' '), adjusted.Firing(("A", 1), ("B", "ok")));
        Assert.Empty(adjusted.Firing(("A", 2), ("B", "other")));
        Assert.Equal((1, 3 - left.Split(' ').Length), (adjusted.Filters, adjusted.Filtered));
    }

    [Theory]
    [InlineData("any", "product: macos")]
    [InlineData("any", "product: windows, category: other")]
    [InlineData("any", "product: windows, service: other")]
    [InlineData("[Second]", "product: windows")]
    [InlineData("[0a6f6bf0-3a07-4e57-8a86-2f1a52b1f003]", "product: windows")]
    public void Says_where_it_is_for_no_rule(string named, string source)
    {
        AdjustedRules adjusted = Adjust(Filter(named, source));
        SigmaProblem problem = Assert.Single(adjusted.Problems);
        Assert.Equal(
            (ProblemSeverity.Warning, ProblemCodes.Filter, "rules.yml", "Known machines"),
            (problem.Severity, problem.Code, problem.Path, problem.Title)
        );
        Assert.True(problem.Line > 20);
        Assert.Equal(["One", "Two", "Linux"], adjusted.Firing(("A", 1), ("B", "ok")));
        Assert.Equal((0, 0), (adjusted.Filters, adjusted.Filtered));
    }

    [Fact]
    public void Is_linked_to_the_rule_by_and_even_where_it_reads_as_if_it_kept_what_it_names()
    {
        AdjustedRules adjusted = Adjust(Filter("any", condition: "f"));
        Assert.Equal(["Linux"], adjusted.Firing(("A", 1), ("B", "other")));
        Assert.Equal(["One", "Two", "Linux"], adjusted.Firing(("A", 1), ("B", "ok")));
    }

    [Fact]
    public void Several_filters_all_take_away()
    {
        AdjustedRules adjusted = Adjust(
            $"{Filter("any")}---\n{Filter("[second]").Replace("B: ok", "C: 1", StringComparison.Ordinal)}"
        );
        Assert.Equal((2, 2), (adjusted.Filters, adjusted.Filtered));
        Assert.Equal(["One", "Linux"], adjusted.Firing(("A", 1), ("C", 1)));
        Assert.Equal(["Linux"], adjusted.Firing(("A", 1), ("B", "ok"), ("C", 1)));
        Assert.Equal(["One", "Two", "Linux"], adjusted.Firing(("A", 1), ("B", "other"), ("C", 2)));
    }

    [Fact]
    public void Leaves_the_set_that_was_loaded_as_it_is()
    {
        RuleSet set = RuleSet.Parse($"{Adjusted.Rule("One", First)}---\n{Filter("any")}");
        string? before = set.Rules[0].Condition.ToString();
        AdjustedRules adjusted = RuleAdjuster.Adjust(set, null, Adjusted.Today);
        Assert.NotSame(set.Rules[0], adjusted.Set.Rules[0]);
        Assert.Equal(before, set.Rules[0].Condition.ToString());
        Assert.NotEqual(before, adjusted.Set.Rules[0].Condition.ToString());
        Assert.Equal(set.DocumentCount, adjusted.Set.DocumentCount);
    }

    [Theory]
    // What 4688 does not carry cannot be excluded by; what it does carry can.
    [InlineData(@"{ ParentCommandLine|contains: ok }", true)]
    [InlineData(@"{ ParentCommandLine|contains: ok, Image|endswith: '\whoami.exe' }", true)]
    [InlineData(@"[ { ParentCommandLine|contains: ok }, { Image|endswith: '\whoami.exe' } ]", false)]
    [InlineData(@"{ Image|endswith: '\whoami.exe' }", false)]
    [InlineData(@"{ Image|endswith: '\other.exe' }", true)]
    public void What_a_log_cannot_say_takes_nothing_away(string search, bool fires)
    {
        var table = new FieldTable();
        var options = new SigmaOptions { Fields = table };
        RuleSet set = RuleSet.Parse(
            $"""
            title: R
            level: low
            logsource: {"{"} product: windows, category: process_creation {"}"}
            detection:
              s: {"{"} Image|endswith: '\whoami.exe' {"}"}
              condition: s
            ---
            title: F
            logsource: {"{"} product: windows, category: process_creation {"}"}
            filter:
              rules: any
              f: {search}
              condition: not f
            """,
            "r.yml",
            options
        );
        SigmaRule rule = Assert.Single(RuleAdjuster.Adjust(set, null, Adjusted.Today).Set.Rules);
        CompiledEvaluator evaluator = CompiledRuleSetTests.Compile([rule], table).CreateEvaluator();
        List<int> held = [];
        EventSnapshot one = Given.Event(
            "Security",
            Given.Auditing,
            4688,
            table: table,
            fields: [("NewProcessName", @"C:\Windows\System32\whoami.exe")]
        );
        evaluator.Evaluate(one, held);
        Assert.Equal(fires, held.Count == 1);
        CompiledRuleSetTests.Compare([rule], table, [one], search);
    }
}
