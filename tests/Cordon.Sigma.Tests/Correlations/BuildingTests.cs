namespace Cordon.Sigma.Tests.Correlations;

/// <summary>What cannot run is told with its reason, and costs nothing beside it.</summary>
public sealed class BuildingTests
{
    private const string Count = "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 1 }";

    private static CorrelationSet Build(string correlations)
    {
        RuleSet rules = CorrelationRun.Load(correlations);
        return CorrelationSet.Build(rules.Rules, rules.Correlations);
    }

    [Theory]
    [InlineData("[nowhere]", ProblemCodes.UnknownRule, "'nowhere'")]
    [InlineData("[r0, nowhere]", ProblemCodes.UnknownRule, "'nowhere'")]
    [InlineData("[R0]", ProblemCodes.UnknownRule, "'R0'")]
    [InlineData("[c]", ProblemCodes.Correlation, "c → c")]
    public void References_must_lead_somewhere_else(string rules, string code, string part)
    {
        CorrelationSet set = Build(
            CorrelationRun.Correlation("c", "event_count", Count, rules)
                + CorrelationRun.Correlation("good", "event_count", Count)
        );
        SigmaProblem problem = Assert.Single(set.Problems);
        Assert.Equal((ProblemSeverity.Error, code, "c"), (problem.Severity, problem.Code, problem.Title));
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line > 1);
        Assert.Equal(["good"], set.Correlations.Select(static c => c.Title));
    }

    [Fact]
    public void Circles_are_refused_with_all_that_build_on_them()
    {
        CorrelationSet set = Build(
            CorrelationRun.Correlation("a", "event_count", Count, "[b]")
                + CorrelationRun.Correlation("b", "event_count", Count, "[a]")
                + CorrelationRun.Correlation("top", "event_count", Count, "[a]")
        );
        Assert.Empty(set.Correlations);
        Assert.Contains(set.Problems, static p => p.Message.Contains("a → b → a", StringComparison.Ordinal));
        SigmaProblem top = Assert.Single(set.Problems, static p => p.Title == "top");
        Assert.Contains("builds on 'a'", top.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Chains_are_bounded(int length, bool fits)
    {
        string chain = "";
        for (int i = 0; i < length; i++)
        {
            chain += CorrelationRun.Correlation(
                $"c{i}",
                "event_count",
                Count,
                i == length - 1 ? "[r0]" : $"[c{i + 1}]"
            );
        }

        CorrelationSet set = Build(chain);
        Assert.Equal(fits, set.Problems.Count == 0);
        if (!fits)
        {
            Assert.Contains(set.Problems, static p => p.Message.Contains("More than 16", StringComparison.Ordinal));
        }

        Assert.Equal(fits ? length : set.Correlations.Count, set.Correlations.Count);
    }

    [Fact]
    public void An_order_of_a_rule_and_itself_is_refused()
    {
        const string Id = "5f6bd3a8-9a0e-4d0b-8a1c-2222222222ab";
        string rule =
            $"title: X\nname: x\nid: {Id}\nlevel: low\nlogsource: {{ product: windows }}\ndetection:\n  s: {{ A: 1 }}\n  condition: s\n---\n";
        string rest = "timespan: 10s\ngroup-by: [user]";
        CorrelationSet set = Build(rule + CorrelationRun.Correlation("c", "temporal_ordered", rest, $"[x, r1, {Id}]"));
        Assert.Contains("twice", Assert.Single(set.Problems).Message, StringComparison.Ordinal);
        set = Build(rule + CorrelationRun.Correlation("c", "event_count", Count, $"[x, {Id}]"));
        Assert.Empty(set.Problems);
        Assert.Single(set.InputsOf(CorrelationRun.Rules));
    }

    [Theory]
    [InlineData("r0 and gone", "'gone'")]
    [InlineData("not gone", "'gone'")]
    [InlineData("r0 and 1 of x*", "'x*'")]
    public void A_condition_names_rules_of_its_own(string condition, string part)
    {
        CorrelationSet set = Build(
            CorrelationRun.Correlation(
                "c",
                "temporal",
                $"timespan: 10s\ngroup-by: [user]\ncondition: {condition}",
                "[r0, r1]"
            )
        );
        SigmaProblem problem = Assert.Single(set.Problems);
        Assert.Equal(ProblemCodes.UnknownRule, problem.Code);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.Empty(set.Correlations);
    }

    [Fact]
    public void A_pattern_need_not_fit_all_rules() =>
        Assert.Empty(
            Build(
                CorrelationRun.Correlation("many", "event_count", Count)
                    + CorrelationRun.Correlation(
                        "c",
                        "temporal",
                        "timespan: 10s\ngroup-by: [user]\ncondition: 1 of r*",
                        "[many, r1]"
                    )
            ).Problems
        );

    [Fact]
    public void As_many_correlations_as_one_likes_may_stand_side_by_side()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(static i => $"c{i}")];
        CorrelationSet set = Build(
            CorrelationRun.Correlation("top", "event_count", Count, $"[{string.Join(", ", names)}]")
                + string.Concat(names.Select(static n => CorrelationRun.Correlation(n, "event_count", Count)))
        );
        Assert.Empty(set.Problems);
        Assert.Equal(names.Length + 1, set.Correlations.Count);
    }

    [Fact]
    public void A_rules_events_are_for_correlations_in_their_order()
    {
        CorrelationSet set = Build(
            CorrelationRun.Correlation("many", "event_count", Count)
                + CorrelationRun.Correlation("top", "event_count", Count, "[many, r0]")
        );
        Assert.Equal([0, 1], set.InputsOf(0).Select(static i => i.Correlation));
    }

    [Fact]
    public void What_several_ask_of_an_inner_one_is_asked_once_and_in_their_order()
    {
        CorrelationSet set = Build(
            CorrelationRun.Correlation("many", "event_count", Count)
                + CorrelationRun.Correlation(
                    "a",
                    "event_count",
                    "timespan: 10s\ngroup-by: [user, host]\ncondition: { gte: 1 }",
                    "[many]"
                )
                + CorrelationRun.Correlation(
                    "b",
                    "event_count",
                    "timespan: 10s\ngroup-by: [ip, user]\ncondition: { gte: 1 }",
                    "[many]"
                )
        );
        Assert.Equal(["user", "user", "host", "ip"], Assert.Single(set.InputsOf(0)).Fields);
    }

    [Fact]
    public void An_id_comes_before_a_name_that_looks_like_it()
    {
        const string Id = "5f6bd3a8-9a0e-4d0b-8a1c-2222222222ac";
        static string Rule(string line) =>
            $"title: X\n{line}\nlevel: low\nlogsource: {{ product: windows }}\ndetection:\n  s: {{ A: 1 }}\n  condition: s\n---\n";
        CorrelationSet set = Build(
            Rule($"name: {Id}") + Rule($"id: {Id}") + CorrelationRun.Correlation("c", "event_count", Count, $"[{Id}]")
        );
        Assert.Empty(set.InputsOf(CorrelationRun.Rules));
        Assert.Single(set.InputsOf(CorrelationRun.Rules + 1));
    }

    [Fact]
    public void Nothing_can_be_made_of_nothing()
    {
        Assert.Throws<ArgumentNullException>("rules", () => CorrelationSet.Build(null!, []));
        Assert.Throws<ArgumentNullException>("correlations", () => CorrelationSet.Build([], null!));
    }

    [Fact]
    public void A_rule_that_nobody_looks_at_has_no_inputs_and_reports()
    {
        CorrelationSet set = Build(CorrelationRun.Correlation("c", "event_count", Count));
        Assert.Empty(set.InputsOf(3));
        Assert.True(set.Reports(3));
        Assert.True(CorrelationSet.Empty.Reports(0));
        Assert.Empty(CorrelationSet.Empty.Correlations);
    }

    [Fact]
    public void An_id_leads_to_a_rule_whatever_its_case()
    {
        const string Id = "5f6bd3a8-9a0e-4d0b-8a1c-2222222222aa";
        RuleSet rules = RuleSet.Parse(
            $"title: R\nid: {Id}\nlevel: low\nlogsource: {{ product: windows }}\ndetection:\n  s: {{ A: 1 }}\n  condition: s\n---\n"
                + CorrelationRun.Correlation("c", "event_count", Count, $"[{Id.ToUpperInvariant()}]")
        );
        Assert.Empty(CorrelationSet.Build(rules.Rules, rules.Correlations).Problems);
    }
}
