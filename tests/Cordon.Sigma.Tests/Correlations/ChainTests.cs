namespace Cordon.Sigma.Tests.Correlations;

/// <summary>Correlations that build on others, and what is told of those below.</summary>
public sealed class ChainTests
{
    private static string Many(string extra = "") =>
        CorrelationRun.Correlation(
            "many",
            "event_count",
            $"timespan: 10s\ngroup-by: [user]\ncondition: {{ gte: 3 }}{extra}"
        );

    private static string Then(string type = "temporal_ordered", string extra = "") =>
        CorrelationRun.Correlation("then", type, $"timespan: 30s\ngroup-by: [user]{extra}", "[many, r1]");

    private static CorrelationRun ThreeOf(CorrelationRun run, string user, double from = 0) =>
        run.At(from, "r0", $"user={user}").At(from + 1, "r0", $"user={user}").At(from + 2, "r0", $"user={user}");

    [Fact]
    public void The_outer_one_gets_a_match_when_it_comes_to_hold_and_cites_the_events_below() =>
        Assert.Equal(
            ["then [joe] 2..5 x4 = <0 1 2 3>"],
            ThreeOf(new CorrelationRun(Many() + Then()), "joe").At(5, "r1", "user=JOE").Matches()
        );

    [Fact]
    public void Order_counts_between_levels() =>
        Assert.Empty(ThreeOf(new CorrelationRun(Many() + Then()).At(1, "r1", "user=joe"), "joe", 1).Matches());

    [Fact]
    public void The_same_instant_is_in_any_order() =>
        Assert.Single(ThreeOf(new CorrelationRun(Many() + Then()), "joe").At(2, "r1", "user=joe").Matches());

    [Fact]
    public void An_inner_match_is_handed_on_once_however_long_it_lasts()
    {
        CorrelationRun run = new(
            Many()
                + CorrelationRun.Correlation(
                    "twice",
                    "event_count",
                    "timespan: 60s\ngroup-by: [user]\ncondition: { gte: 2 }",
                    "[many]"
                )
        );
        ThreeOf(run, "joe").At(3, "r0", "user=joe").At(4, "r0", "user=joe");
        ThreeOf(run, "joe", 30);
        Assert.Equal(["twice [joe] 2..32 x6 =2 <0 1 2 5 6 7>"], run.Matches());
    }

    [Theory]
    [InlineData("", "many")]
    [InlineData("\ngenerate: true", "many then")]
    public void What_others_build_on_is_told_where_they_say_so(string generate, string titles)
    {
        CorrelationRun run = ThreeOf(new CorrelationRun(Many() + Then(extra: generate)), "joe").At(5, "r1", "user=joe");
        string[] told = [.. run.Matches().Select(static m => m.Split(' ')[0]).Order()];
        Assert.Equal(generate.Length == 0 ? ["then"] : titles.Split(' '), told);
        Assert.Equal(generate.Length > 0, run.Set.Reports(1));
        Assert.False(run.Set.Reports(0));
        Assert.True(run.Set.Reports(2));
        Assert.True(run.Set.IsBase(0));
        Assert.False(run.Set.IsBase(2));
    }

    [Fact]
    public void A_window_that_is_judged_at_its_end_is_handed_on_then() =>
        Assert.Equal(
            ["then [joe] 10..12 x3 = <0 1 2>"],
            new CorrelationRun(
                CorrelationRun.Correlation(
                    "many",
                    "event_count",
                    "timespan: 10s\ngroup-by: [user]\ncondition: { eq: 2 }"
                ) + Then()
            )
                .At(0, "r0", "user=joe")
                .At(1, "r0", "user=joe")
                .At(12, "r1", "user=joe")
                .Matches()
        );

    [Fact]
    public void The_outer_one_may_ask_for_values_that_the_inner_does_not_group_by()
    {
        CorrelationRun run = new(
            CorrelationRun.Correlation(
                "many",
                "value_count",
                "timespan: 10s\ngroup-by: [ip]\ncondition: { field: user, gte: 3 }"
            ) + Then()
        );
        Assert.Equal(["ip", "user", "user"], Assert.Single(run.Set.InputsOf(0)).Fields);
        run.At(0, "r0", "ip=1 user=a").At(1, "r0", "ip=1 user=b").At(2, "r0", "ip=1 user=c").At(5, "r1", "user=b");
        Assert.Equal(["then [b] 2..5 x2 = <1 3>"], run.Matches());
    }

    [Fact]
    public void Chains_are_as_long_as_they_are()
    {
        string chain = Many();
        string below = "many";
        for (int i = 0; i < 5; i++)
        {
            chain += CorrelationRun.Correlation(
                $"c{i}",
                "event_count",
                "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 1 }",
                $"[{below}]"
            );
            below = $"c{i}";
        }

        Assert.Equal(["c4 [joe] 2..2 x3 =1 <0 1 2>"], ThreeOf(new CorrelationRun(chain), "joe").Matches());
    }

    [Fact]
    public void The_order_of_documents_does_not_matter() =>
        Assert.Equal(
            ["then [joe] 2..5 x4 = <0 1 2 3>"],
            ThreeOf(new CorrelationRun(Then() + Many()), "joe").At(5, "r1", "user=joe").Matches()
        );

    [Theory]
    [InlineData(2, "0 3")]
    [InlineData(3, "0 1 3")]
    [InlineData(4, "0 1 2 3")]
    [InlineData(5, "0 1 2 3")]
    public void Of_many_events_below_the_first_and_the_last_are_cited(int most, string cited)
    {
        CorrelationRun run = new(
            CorrelationRun.Correlation("many", "event_count", "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 4 }")
                + CorrelationRun.Correlation(
                    "once",
                    "event_count",
                    "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 1 }",
                    "[many]"
                ),
            new CorrelationLimits { MaxCited = most }
        );
        for (int i = 0; i < 4; i++)
        {
            run.At(i, "r0", "user=joe");
        }

        Assert.Equal([$"once [joe] 3..3 x4 =1 <{cited}>"], run.Matches());
    }

    [Fact]
    public void Matches_that_end_together_are_told_by_depth_then_correlation_then_group()
    {
        const string Rest = "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 1 }";
        CorrelationRun run = new(
            CorrelationRun.Correlation("top", "event_count", Rest + "\ngenerate: true", "[second]")
                + CorrelationRun.Correlation("first", "event_count", Rest)
                + CorrelationRun.Correlation("second", "event_count", Rest)
        );
        run.At(0, "r0", "user=b").At(0, "r0", "user=a");
        Assert.Equal(
            ["first a", "first b", "second a", "second b", "top a", "top b"],
            run.Matches().Select(static m => $"{m.Split(' ')[0]} {m[m.IndexOf('[', StringComparison.Ordinal) + 1]}")
        );
    }

    [Fact]
    public void Matches_of_several_correlations_for_one_event_count_each() =>
        Assert.Equal(
            ["top [joe] 0..0 x2 =2 <0>"],
            new CorrelationRun(
                One("a") + One("b") + One("top", "[a, b]").Replace("gte: 1", "gte: 2", StringComparison.Ordinal)
            )
                .At(0, "r0", "user=joe")
                .Matches()
        );

    [Fact]
    public void What_a_window_yields_at_the_very_end_is_handed_on() =>
        Assert.Equal(
            ["top [joe] 10..10 x1 =1 <0>"],
            new CorrelationRun(One("few").Replace("gte: 1", "eq: 1", StringComparison.Ordinal) + One("top", "[few]"))
                .At(0, "r0", "user=joe")
                .Matches()
        );

    [Fact]
    public void What_is_below_is_settled_first_wherever_it_stands()
    {
        // Were the outer one looked at before the inner one handed its match on, 9 alone would be high enough.
        string high = CorrelationRun.Correlation(
            "high",
            "value_avg",
            "timespan: 30s\ngroup-by: [user]\ncondition: { field: n, gte: 5 }",
            "[many, r1]"
        );
        CorrelationRun run = new(high + Many());
        run.At(0, "r0", "user=joe n=0").At(1, "r0", "user=joe n=0").At(2, "r1", "user=joe n=9");
        Assert.Empty(run.At(2, "r0", "user=joe n=0").Matches());
    }

    [Fact]
    public void An_inner_match_cites_no_more_events_than_any_other() =>
        Assert.Equal(
            ["then [joe] 6..8 x8 = <0 1 7>"],
            Enumerable
                .Range(0, 7)
                .Aggregate(
                    new CorrelationRun(
                        Many().Replace("gte: 3", "gte: 7", StringComparison.Ordinal) + Then(),
                        new CorrelationLimits { MaxCited = 3 }
                    ),
                    static (run, second) => run.At(second, "r0", "user=joe")
                )
                .At(8, "r1", "user=joe")
                .Matches()
        );

    [Fact]
    public void Matches_that_end_together_come_correlation_by_correlation() =>
        Assert.Equal(
            ["x [b] 0..0 x1 =1 <0>", "y [a] 0..0 x1 =1 <1>"],
            new CorrelationRun(One("x") + One("y", "[r1]")).At(0, "r0", "user=b").At(0, "r1", "user=a").Matches()
        );

    private static string One(string title, string rules = "[r0]") =>
        CorrelationRun.Correlation(
            title,
            "event_count",
            "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 1 }",
            rules
        );

    [Fact]
    public void Matches_come_in_an_order_of_their_own()
    {
        string[] expected = Feed([("b", 0), ("a", 0), ("c", 0)]);
        Assert.Equal(3, expected.Length);
        Assert.Equal(expected, Feed([("c", 0), ("b", 0), ("a", 0)]));

        static string[] Feed((string User, double At)[] users)
        {
            CorrelationRun run = new(
                CorrelationRun.Correlation("c", "event_count", "timespan: 10s\ngroup-by: [user]\ncondition: { gte: 1 }")
            );
            foreach ((string user, double at) in users)
            {
                run.At(at, "r0", $"user={user}");
            }

            return [.. run.Matches().Select(static m => m[..m.IndexOf('<', StringComparison.Ordinal)])];
        }
    }
}
