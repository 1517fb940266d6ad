using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Loading;

public sealed class CorrelationTests
{
    private const string Base =
        "title: T\nname: base\nlevel: low\nlogsource:\n  service: sshd\ndetection:\n  s:\n    A: 1\n  condition: s\n---\n";

    [Fact]
    public void Reads_a_correlation_apart_from_the_rules()
    {
        RuleSet set = RuleSet.Parse(
            Base
                + """
                title: Many users from one place
                id: 11111111-2222-4333-8444-555555555555
                correlation:
                    type: value_count
                    rules: [base]
                    group-by: [source, Computer]
                    timespan: 90m
                    condition:
                        field: [User, Domain]
                        gt: 10
                        lte: 20.5
                    aliases:
                        source:
                            base: IpAddress
                level: high
                tags: [attack.t1110.003]
                generate: true
                """
        );
        Assert.Empty(set.Problems);
        Assert.Single(set.Rules);
        SigmaCorrelation correlation = Assert.Single(set.Correlations);
        Assert.Equal(
            (CorrelationType.ValueCount, TimeSpan.FromMinutes(90), true),
            (correlation.Type, correlation.Timespan, correlation.Generate)
        );
        Assert.Equal(["base"], correlation.Rules);
        Assert.Equal(["source", "Computer"], correlation.GroupBy);
        Assert.Equal(["User", "Domain"], correlation.ConditionFields);
        Assert.Equal(
            [new(CorrelationComparison.Greater, 10), new(CorrelationComparison.LessOrEqual, 20.5)],
            correlation.Criteria
        );
        Assert.Equal("IpAddress", correlation.Aliases["source"]["base"]);
        Assert.Equal((Cordon.Events.Level.High, 2, 11), (correlation.Level, correlation.Document, correlation.Line));
        Assert.Equal(["T1110.003"], correlation.Techniques);
    }

    [Fact]
    public void A_correlation_that_names_no_level_is_of_medium_level()
    {
        SigmaCorrelation correlation = Assert.Single(
            RuleSet
                .Parse(
                    Base
                        + "title: T\ncorrelation:\n  type: event_count\n  rules: [base]\n  group-by: [a]\n  timespan: 1m\n  condition: { gte: 2 }\n"
                )
                .Correlations
        );
        Assert.Equal((Cordon.Events.Level.Medium, null), (correlation.Level, correlation.DeclaredLevel));
    }

    [Theory]
    [InlineData("event_count", false)]
    [InlineData("value_count", true)]
    [InlineData("value_sum", true)]
    [InlineData("value_avg", true)]
    [InlineData("value_percentile", true)]
    [InlineData("value_median", true)]
    [InlineData("temporal", false)]
    [InlineData("temporal_ordered", false)]
    public void Knows_every_type_and_what_it_needs(string type, bool needsField)
    {
        string rules = type.StartsWith("temporal", StringComparison.Ordinal) ? "[base, other]" : "[base]";
        string text =
            $"{Base}{Base.Replace("base", "other", StringComparison.Ordinal)}title: C\ncorrelation:\n  type: {type}\n  rules: {rules}\n  group-by: [A]\n  timespan: 5m\n";
        RuleSet with = RuleSet.Parse(text + "  condition:\n    gte: 3\n    field: B\n");
        Assert.Empty(with.Problems);
        RuleSet without = RuleSet.Parse(text + "  condition:\n    gte: 3\n");
        Assert.Equal(needsField ? 0 : 1, without.Correlations.Count);
        RuleSet bare = RuleSet.Parse(text);
        Assert.Equal(type.StartsWith("temporal", StringComparison.Ordinal) ? 1 : 0, bare.Correlations.Count);
    }

    [Fact]
    public void Chains_are_read_whatever_the_order_of_the_documents()
    {
        const string Outer =
            "title: O\ncorrelation:\n  type: temporal_ordered\n  rules: [inner, base]\n  group-by: [User]\n  timespan: 1h\nlevel: high\n---\n";
        const string Inner =
            "title: I\nname: inner\ncorrelation:\n  type: event_count\n  rules: [base]\n  group-by: [User]\n  timespan: 10m\n  condition:\n    gte: 10\n---\n";
        RuleSet set = RuleSet.Parse(Outer + Inner + Base);
        Assert.Empty(set.Problems);
        Assert.Equal((2, 1), (set.Correlations.Count, set.Rules.Count));
    }

    [Theory]
    [InlineData("type: event_cuont", 13, 9)]
    [InlineData("timespan: 10", 13, 13)]
    [InlineData("timespan: 10M", 13, 13)]
    [InlineData("timespan: 0s", 13, 13)]
    [InlineData("timespan: 99999999d", 13, 13)]
    [InlineData("condition: 5", 13, 14)]
    [InlineData("condition: {}", 13, 14)]
    [InlineData("condition: {gte: many}", 13, 20)]
    [InlineData("condition: {atleast: 5}", 13, 15)]
    [InlineData("condition: {gt: 1, lt: 5, neq: 3}", 13, 14)]
    [InlineData("rules: []", 13, 10)]
    [InlineData("rules: [{a: b}]", 13, 11)]
    [InlineData("group-by: [null]", 13, 14)]
    [InlineData("aliases: [x]", 13, 12)]
    [InlineData("aliases: {x: y}", 13, 16)]
    public void Refuses_what_the_schema_does_not_have(string line, int row, int column)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal)
        {
            ["type"] = "type: event_count",
            ["rules"] = "rules: [base]",
            ["group-by"] = "group-by: [A]",
            ["timespan"] = "timespan: 5m",
            ["condition"] = "condition: {gte: 3}",
        };
        parts.Remove(line[..line.IndexOf(':', StringComparison.Ordinal)]);
        string text = $"{Base}title: C\ncorrelation:\n  {line}\n  {string.Join("\n  ", parts.Values)}\n";
        RuleSet set = RuleSet.Parse(text);
        SigmaProblem problem = set.Problems.First(found => found.Severity == ProblemSeverity.Error);
        Assert.Equal((ProblemCodes.Correlation, row, column), (problem.Code, problem.Line, problem.Column));
        Assert.Empty(set.Correlations);
        Assert.Single(set.Rules);
    }

    [Fact]
    public void A_rule_that_is_not_there_is_told()
    {
        const string Text =
            "title: C\ncorrelation:\n  type: event_count\n  rules: [nobody]\n  group-by: [A]\n  timespan: 5m\n  condition: {gte: 3}\n";
        Sample.HasProblem(Text, ProblemSeverity.Warning, ProblemCodes.UnknownRule, 1, 1);
    }
}
