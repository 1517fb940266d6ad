namespace Cordon.Sigma.Tests.Correlations;

/// <summary>temporal and temporal_ordered: which rules, in which order, and conditions that name them.</summary>
public sealed class TemporalTests
{
    private static CorrelationRun Run(string type, string rest = "", string rules = "[r0, r1, r2]") =>
        new(CorrelationRun.Correlation("c", type, $"timespan: 10s\ngroup-by: [user]{rest}", rules));

    private static CorrelationRun Feed(CorrelationRun run, string events)
    {
        foreach (string[] one in events.Split(' ').Select(static e => e.Split('@')))
        {
            run.At(double.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture), one[0], "user=a");
        }

        return run;
    }

    [Theory]
    [InlineData("r0@0 r1@1 r2@2", "c [a] 0..2 x3 = <0 1 2>")]
    [InlineData("r2@0 r0@1 r1@2", "c [a] 0..2 x3 = <0 1 2>")]
    [InlineData("r0@0 r1@1 r2@10", "c [a] 0..10 x3 = <0 1 2>")]
    [InlineData("r0@0 r1@1 r2@10.0000001", null)]
    [InlineData("r0@0 r0@1 r1@2 r1@3", null)]
    [InlineData("r0@0 r0@5 r1@6 r2@12", "c [a] 5..12 x3 = <1 2 3>")]
    public void All_rules_must_fire_within_the_window(string events, string? match) =>
        Assert.Equal(match is null ? [] : [match], Feed(Run("temporal"), events).Matches());

    [Theory]
    [InlineData("\ncondition: { gte: 2 }", "r0@0 r0@1", null)]
    [InlineData("\ncondition: { gte: 2 }", "r0@0 r2@1", "c [a] 0..1 x2 =2 <0 1>")]
    [InlineData("\ncondition: { gte: 2 }", "r0@0 r2@1 r1@2", "c [a] 0..2 x3 =3 <0 1 2>")]
    [InlineData("\ncondition: { lt: 2 }", "r0@0 r0@1", "c [a] 0..1 x2 =1 <0 1>")]
    [InlineData("\ncondition: { lt: 2 }", "r0@0 r1@1", null)]
    public void A_number_of_rules_may_be_enough(string condition, string events, string? match) =>
        Assert.Equal(match is null ? [] : [match], Feed(Run("temporal", condition), events).Matches());

    [Theory]
    [InlineData("r0 and r1", "r0@0 r1@1", true)]
    [InlineData("r0 and r1", "r0@0 r2@1", false)]
    [InlineData("r0 or r1", "r1@0", true)]
    [InlineData("r0 or r1", "r2@0", false)]
    [InlineData("r0 and not r1", "r0@0 r2@1", true)]
    [InlineData("r0 and not r1", "r0@0 r1@9", false)]
    [InlineData("r0 and not r1", "r0@0 r1@11", true)]
    [InlineData("r0 and (r1 or r2)", "r0@0 r2@1", true)]
    [InlineData("r0 and (r1 or r2)", "r1@0 r2@1", false)]
    [InlineData("all of r*", "r0@0 r1@1", false)]
    [InlineData("all of r*", "r0@0 r1@1 r2@2", true)]
    [InlineData("1 of r*", "r2@2", true)]
    [InlineData("1 of r1*", "r0@0 r2@1", false)]
    [InlineData("all of r1*", "r0@0 r1@1", true)]
    [InlineData("all of them", "r0@0 r1@1 r2@2", true)]
    [InlineData("all of them", "r1@1 r2@2", false)]
    public void A_condition_may_name_rules(string condition, string events, bool matches) =>
        Assert.Equal(matches, Feed(Run("temporal", $"\ncondition: {condition}"), events).Matches().Length > 0);

    [Theory]
    [InlineData("r0@0 r1@1 r2@2", "c [a] 0..2 x3 = <0 1 2>")]
    [InlineData("r0@0 r2@1 r1@2", null)]
    [InlineData("r2@0 r1@1 r0@2", null)]
    [InlineData("r1@0 r0@1 r1@2 r2@3", "c [a] 0..3 x4 = <0 1 2 3>")]
    [InlineData("r2@5 r1@5 r0@5", "c [a] 5..5 x3 = <0 1 2>")]
    [InlineData("r0@0 r2@4 r1@4", "c [a] 0..4 x3 = <0 1 2>")]
    [InlineData("r0@0 r1@1 r2@10", "c [a] 0..10 x3 = <0 1 2>")]
    [InlineData("r0@0 r1@1 r2@10.5", null)]
    [InlineData("r0@0 r1@5 r0@6 r2@12", null)]
    [InlineData("r0@0 r0@3 r1@5 r2@12", "c [a] 3..12 x3 = <1 2 3>")]
    public void The_order_is_that_of_the_rules(string events, string? match) =>
        Assert.Equal(match is null ? [] : [match], Feed(Run("temporal_ordered"), events).Matches());

    [Theory]
    [InlineData("gte: 2", "r0@0 r1@1", "c [a] 0..1 x2 =2 <0 1>")]
    [InlineData("gte: 2", "r1@0 r2@1", null)]
    [InlineData("gte: 2", "r0@0 r2@1", null)]
    [InlineData("gte: 2", "r0@0 r1@1 r2@2", "c [a] 0..2 x3 =3 <0 1 2>")]
    public void As_many_of_the_first_rules_as_the_condition_says(string condition, string events, string? match) =>
        Assert.Equal(
            match is null ? [] : [match],
            Feed(Run("temporal_ordered", $"\ncondition: {{ {condition} }}"), events).Matches()
        );

    [Fact]
    public void A_pattern_of_names_takes_those_that_fit()
    {
        CorrelationRun run = Run("temporal", "\ncondition: 1 of r1*");
        Assert.Empty(Feed(run, "r0@0 r2@1").Matches());
        Assert.Single(Feed(Run("temporal", "\ncondition: 1 of r1*"), "r1@0").Matches());
        Assert.Empty(Feed(Run("temporal", "\ncondition: all of r*"), "r0@0 r2@1").Matches());
    }

    [Fact]
    public void Rules_call_the_group_as_aliases_say()
    {
        CorrelationRun run = new(
            CorrelationRun.Correlation(
                "c",
                "temporal",
                "timespan: 10s\ngroup-by: [who]\naliases:\n  who:\n    r0: source\n    r1: target",
                "[r0, r1]"
            )
        );
        Assert.Equal(["source"], Assert.Single(run.Set.InputsOf(0)).Fields);
        Assert.Equal(["target"], Assert.Single(run.Set.InputsOf(1)).Fields);
        Assert.Equal(
            ["c [x] 0..2 x2 = <0 2>"],
            run.At(0, "r0", "source=x target=z").At(1, "r1", "source=x target=y").At(2, "r1", "target=X").Matches()
        );
    }

    [Fact]
    public void One_event_may_fire_all_rules() =>
        Assert.Equal(["c [a] 3..3 x3 = <0>"], Run("temporal").At(3, "r0 r1 r2", "user=a").Matches());
}
