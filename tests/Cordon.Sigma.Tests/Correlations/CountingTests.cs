namespace Cordon.Sigma.Tests.Correlations;

/// <summary>event_count and value_count: windows, edges, groups, episodes.</summary>
public sealed class CountingTests
{
    private static string Count(string condition, string rest = "timespan: 10s\ngroup-by: [user]") =>
        CorrelationRun.Correlation("c", "event_count", $"{rest}\ncondition: {{ {condition} }}");

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10.0000001, 0)]
    [InlineData(9.9999999, 1)]
    public void Both_edges_belong_to_the_window(double second, int matches) =>
        Assert.Equal(
            matches,
            new CorrelationRun(Count("gte: 2")).At(0, "r0", "user=a").At(second, "r0", "user=a").Matches().Length
        );

    [Theory]
    [InlineData("gte: 2", 2)]
    [InlineData("gte: 3", 3)]
    [InlineData("gt: 2", 3)]
    [InlineData("gt: 1.5", 2)]
    [InlineData("gte: 2.5", 3)]
    public void Lower_bounds_hold_from_the_event_that_fulfils_them(string condition, int needed)
    {
        CorrelationRun run = new(Count(condition));
        for (int i = 0; i < needed - 1; i++)
        {
            run.At(i, "r0", "user=a");
        }

        Assert.Empty(run.Found);
        Assert.Equal(
            [$"c [a] 0..{needed - 1} x{needed} ={needed} <{string.Join(' ', Enumerable.Range(0, needed))}>"],
            run.At(needed - 1, "r0", "user=a").Matches()
        );
    }

    [Fact]
    public void What_holds_on_is_one_match_that_cites_all_of_its_events() =>
        Assert.Equal(
            ["c [a] 0..20 x5 =3 <0 1 2 3 4>"],
            new CorrelationRun(Count("gte: 2"))
                .At(0, "r0", "user=a")
                .At(5, "r0", "user=a")
                .At(10, "r0", "user=a")
                .At(15, "r0", "user=a")
                .At(20, "r0", "user=a")
                .Matches()
        );

    [Fact]
    public void What_holds_again_later_is_another_match() =>
        Assert.Equal(
            ["c [a] 0..1 x2 =2 <0 1>", "c [a] 30..31 x2 =2 <3 4>"],
            new CorrelationRun(Count("gte: 2"))
                .At(0, "r0", "user=a")
                .At(1, "r0", "user=a")
                .At(15, "r0", "user=a")
                .At(30, "r0", "user=a")
                .At(31, "r0", "user=a")
                .Matches()
        );

    [Fact]
    public void An_event_is_told_when_the_match_ended_and_not_before()
    {
        CorrelationRun run = new CorrelationRun(Count("gte: 2")).At(0, "r0", "user=a").At(1, "r0", "user=a");
        Assert.Empty(run.At(11, "r0", "user=b").Found);
        Assert.Single(run.At(11.5, "r0", "user=c").Found);
        Assert.Single(run.Matches());
    }

    [Fact]
    public void Groups_are_apart_and_differ_in_more_than_case() =>
        Assert.Equal(
            ["c [a,X] 0..3 x2 =2 <0 3>"],
            new CorrelationRun(Count("gte: 2", "timespan: 10s\ngroup-by: [user, host]"))
                .At(0, "r0", "user=a host=X")
                .At(1, "r0", "user=b host=X")
                .At(2, "r0", "user=a host=Y")
                .At(3, "r0", "user=A host=x")
                .Matches()
        );

    [Fact]
    public void Values_that_only_look_joined_are_apart() =>
        Assert.Empty(
            new CorrelationRun(Count("gte: 2", "timespan: 10s\ngroup-by: [user, host]"))
                .At(0, "r0", "user=ab host=c")
                .At(1, "r0", "user=a host=bc")
                .Matches()
        );

    [Fact]
    public void Events_without_the_group_are_counted_and_left_out()
    {
        CorrelationRun run = new CorrelationRun(Count("gte: 2")).At(0, "r0").At(1, "r0").At(2, "r0", "user=a");
        Assert.Empty(run.Matches());
        Assert.Equal((2L, 0L, 0L, 0L), Counts(run));
    }

    [Fact]
    public void Several_rules_that_hold_for_an_event_count_it_once() =>
        Assert.Equal(
            ["c [z] 0..1 x3 =3 <0 1 2>"],
            new CorrelationRun(
                CorrelationRun.Correlation("c", "event_count", "timespan: 10s\ncondition: { gte: 3 }", "[r0, r1]")
            )
                .At(0, "r0 r1")
                .At(0, "r0")
                .At(1, "r1 r0")
                .Matches()
        );

    [Fact]
    public void Late_events_are_counted_and_left_out()
    {
        CorrelationRun run = new CorrelationRun(Count("gte: 3"))
            .At(5, "r0", "user=a")
            .At(4.9999999, "r0", "user=a")
            .At(5, "r0", "user=a");
        Assert.Empty(run.Matches());
        Assert.Equal((0L, 0L, 1L, 0L), Counts(run));
    }

    [Theory]
    [InlineData("lt: 3", "c [a] 0..9 x2 =2 <0 1>")]
    [InlineData("lte: 2", "c [a] 0..9 x2 =2 <0 1>")]
    [InlineData("eq: 2", "c [a] 0..9 x2 =2 <0 1>")]
    [InlineData("neq: 3", "c [a] 0..9 x2 =2 <0 1>")]
    [InlineData("gte: 2, lte: 2", "c [a] 0..9 x2 =2 <0 1>")]
    [InlineData("lt: 2", null)]
    [InlineData("eq: 1", null)]
    [InlineData("neq: 2", null)]
    [InlineData("gt: 2, lt: 9", null)]
    [InlineData("gte: 1, lt: 2", null)]
    public void What_an_event_can_undo_is_judged_when_the_window_is_over(string condition, string? match)
    {
        CorrelationRun run = new CorrelationRun(Count(condition)).At(0, "r0", "user=a").At(9, "r0", "user=a");
        Assert.Empty(run.Found);
        Assert.Equal(match is null ? [] : [match], run.Matches());
    }

    [Fact]
    public void Such_a_window_is_opened_by_the_first_event_after_the_last_one() =>
        Assert.Equal(
            ["c [a] 0..10 x3 =3 <0 1 2>", "c [a] 10.0000001..20 x3 =3 <3 4 5>"],
            new CorrelationRun(Count("eq: 3"))
                .At(0, "r0", "user=a")
                .At(5, "r0", "user=a")
                .At(10, "r0", "user=a")
                .At(10.0000001, "r0", "user=a")
                .At(11, "r0", "user=a")
                .At(20, "r0", "user=a")
                .Matches()
        );

    [Fact]
    public void Different_values_are_counted_without_regard_to_case()
    {
        CorrelationRun run = new CorrelationRun(Values("gte: 3"))
            .At(0, "r0", "user=a ip=1")
            .At(1, "r0", "user=A ip=1")
            .At(2, "r0", "user=b ip=1")
            .At(3, "r0", "ip=1");
        Assert.Empty(run.Found);
        Assert.Equal(["v [1] 0..4 x4 =3 <0 1 2 4>"], run.At(4, "r0", "user=c ip=1").Matches());
        Assert.Equal((0L, 1L, 0L, 0L), Counts(run));
    }

    [Fact]
    public void A_value_counts_as_long_as_one_of_its_events_is_in_the_window() =>
        Assert.Equal(
            ["v [1] 1..11 x3 =3 <1 2 3>"],
            new CorrelationRun(Values("gte: 3"))
                .At(0, "r0", "user=a ip=1")
                .At(1, "r0", "user=a ip=1")
                .At(5, "r0", "user=b ip=1")
                .At(11, "r0", "user=c ip=1")
                .Matches()
        );

    [Fact]
    public void A_value_that_left_the_window_counts_no_longer() =>
        Assert.Empty(
            new CorrelationRun(Values("gte: 3"))
                .At(0, "r0", "user=a ip=1")
                .At(5, "r0", "user=b ip=1")
                .At(11, "r0", "user=c ip=1")
                .Matches()
        );

    [Fact]
    public void Combinations_of_fields_are_counted_where_the_condition_names_several()
    {
        string correlation = CorrelationRun.Correlation(
            "v",
            "value_count",
            "timespan: 10s\ncondition: { field: [user, host], gte: 3 }"
        );
        Assert.Equal(
            ["v [z] 0..3 x4 =3 <0 1 2 3>"],
            new CorrelationRun(correlation)
                .At(0, "r0", "user=ab host=c")
                .At(1, "r0", "user=a host=bc")
                .At(2, "r0", "user=AB host=C")
                .At(3, "r0", "user=a host=c")
                .Matches()
        );
    }

    [Fact]
    public void More_groups_than_allowed_are_told()
    {
        CorrelationRun run = new CorrelationRun(Count("gte: 2"), new CorrelationLimits { MaxGroups = 2 })
            .At(0, "r0", "user=a")
            .At(0, "r0", "user=b")
            .At(0, "r0", "user=c")
            .At(1, "r0", "user=a")
            .At(20, "r0", "user=c")
            .At(21, "r0", "user=c");
        Assert.Equal(["c [a] 0..1 x2 =2 <0 3>", "c [c] 20..21 x2 =2 <4 5>"], run.Matches());
        Assert.Equal((0L, 0L, 0L, 1L), Counts(run));
    }

    [Fact]
    public void More_events_than_allowed_are_told_and_room_comes_back()
    {
        CorrelationRun run = new CorrelationRun(Count("gte: 3"), new CorrelationLimits { MaxEvents = 3 })
            .At(0, "r0", "user=a")
            .At(1, "r0", "user=a")
            .At(2, "r0", "user=b")
            .At(3, "r0", "user=a")
            .At(20, "r0", "user=a")
            .At(21, "r0", "user=a")
            .At(22, "r0", "user=a");
        Assert.Equal(["c [a] 20..22 x3 =3 <4 5 6>"], run.Matches());
        Assert.Equal((0L, 0L, 0L, 1L), Counts(run));
    }

    [Theory]
    [InlineData(2, "0 6")]
    [InlineData(3, "0 1 6")]
    [InlineData(4, "0 1 5 6")]
    [InlineData(7, "0 1 2 3 4 5 6")]
    public void Of_many_events_the_first_and_the_last_are_cited(int most, string cited)
    {
        CorrelationRun run = new(Count("gte: 2"), new CorrelationLimits { MaxCited = most });
        for (int i = 0; i < 7; i++)
        {
            run.At(i, "r0", "user=a");
        }

        Assert.Equal([$"c [a] 0..6 x7 =7 <{cited}>"], run.Matches());
    }

    [Fact]
    public void Events_of_one_instant_are_looked_at_together()
    {
        // One after the other, the third event would end the match of the first two.
        string correlation = CorrelationRun.Correlation(
            "a",
            "value_avg",
            "timespan: 10s\ncondition: { field: n, gte: 5 }"
        );
        Assert.Empty(
            new CorrelationRun(correlation).At(0, "r0", "n=9").At(0, "r0", "n=0").At(0, "r0", "n=0").Matches()
        );
    }

    [Fact]
    public void Nothing_is_no_argument()
    {
        CorrelationRun run = new(Count("gte: 2"));
        var correlator = new Correlator(run.Set);
        CorrelationEvent one = new(0, 0, 0, 0, ["a"]);
        Assert.Throws<ArgumentNullException>(() => new Correlator(null!));
        Assert.Throws<ArgumentNullException>(() => correlator.Accept(null!, []));
        Assert.Throws<ArgumentNullException>(() => correlator.Accept(one, null!));
        Assert.Throws<ArgumentNullException>(() => correlator.Finish(null!));
        Assert.Throws<ArgumentNullException>(() => CorrelationSet.Build(null!, []));
        Assert.Throws<ArgumentNullException>(() => CorrelationSet.Build([], null!));
        var buffer = new ReorderBuffer(TimeSpan.Zero);
        Assert.Throws<ArgumentNullException>(() => buffer.Add(null!, []));
        Assert.Throws<ArgumentNullException>(() => buffer.Add(one, null!));
        Assert.Throws<ArgumentNullException>(() => buffer.Finish(null!));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 1, 1)]
    public void Limits_that_allow_nothing_are_refused(int groups, int events, int cited) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Correlator(
                CorrelationSet.Empty,
                new CorrelationLimits
                {
                    MaxGroups = groups,
                    MaxEvents = events,
                    MaxCited = cited,
                }
            )
        );

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 2)]
    public void Events_that_do_not_fit_the_set_are_refused(int correlation, int position, int fields)
    {
        CorrelationRun run = new(Count("gte: 2"));
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            new Correlator(run.Set).Accept(
                new CorrelationEvent(correlation, position, 0, 0, new string?[fields]),
                new List<CorrelationMatch>()
            )
        );
        Assert.Contains("does not fit", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_can_be_made_of_nothing()
    {
        Assert.Throws<ArgumentNullException>("set", () => new Correlator(null!));
        var correlator = new Correlator(CorrelationSet.Empty);
        Assert.Throws<ArgumentNullException>(() => correlator.Accept(null!, new List<CorrelationMatch>()));
        Assert.Throws<ArgumentNullException>(
            "matches",
            () => correlator.Accept(new CorrelationEvent(0, 0, 0, 0, []), null!)
        );
        Assert.Throws<ArgumentNullException>("matches", () => correlator.Finish(null!));
    }

    private static string Values(string condition) =>
        CorrelationRun.Correlation(
            "v",
            "value_count",
            $"timespan: 10s\ngroup-by: [ip]\ncondition: {{ field: user, {condition} }}"
        );

    private static (long Group, long Value, long Late, long Limits) Counts(CorrelationRun run) =>
        (run.Losses[0].WithoutGroup, run.Losses[0].WithoutValue, run.Losses[0].Late, run.Losses[0].BeyondLimits);
}
