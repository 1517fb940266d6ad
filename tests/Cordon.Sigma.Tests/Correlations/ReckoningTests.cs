using Cordon.Sigma.Correlations.Measures;

namespace Cordon.Sigma.Tests.Correlations;

/// <summary>value_sum, value_avg, value_median, value_percentile.</summary>
public sealed class ReckoningTests
{
    private static CorrelationRun Run(string type, string condition) =>
        new(CorrelationRun.Correlation("c", type, $"timespan: 10s\ncondition: {{ field: n, {condition} }}"));

    [Theory]
    [InlineData("value_sum", "gte: 10", "4 6", "c [z] 0..1 x2 =10 <0 1>")]
    [InlineData("value_sum", "gt: 10", "4 6", null)]
    [InlineData("value_sum", "gte: 0.3", "0.1 0.2", "c [z] 0..1 x2 =0.3 <0 1>")]
    [InlineData("value_sum", "gte: 20", "0x10 4", "c [z] 0..1 x2 =20 <0 1>")]
    [InlineData("value_sum", "gte: 15", "1e1 5", "c [z] 0..1 x2 =15 <0 1>")]
    [InlineData("value_sum", "gte: 5", "-5 10", "c [z] 0..1 x2 =5 <0 1>")]
    [InlineData("value_sum", "lt: 0", "-5 4", "c [z] 0..1 x2 =-1 <0 1>")]
    [InlineData("value_avg", "gte: 5", "4 6", "c [z] 0..1 x2 =5 <0 1>")]
    [InlineData("value_avg", "gt: 5", "4 6", null)]
    [InlineData("value_avg", "lte: 5", "4 6", "c [z] 0..1 x2 =5 <0 1>")]
    [InlineData("value_avg", "eq: 2.5", "2 3", "c [z] 0..1 x2 =2.5 <0 1>")]
    [InlineData("value_median", "gte: 5", "1 5 100", "c [z] 0..2 x3 =5 <0 1 2>")]
    [InlineData("value_median", "eq: 5", "100 1 5", "c [z] 0..2 x3 =5 <0 1 2>")]
    [InlineData("value_median", "eq: 3.5", "1 5 100 2", "c [z] 0..3 x4 =3.5 <0 1 2 3>")]
    [InlineData("value_median", "eq: 7", "7 7 7 1", "c [z] 0..3 x4 =7 <0 1 2 3>")]
    public void Figures_are_reckoned_over_the_window(string type, string condition, string numbers, string? match)
    {
        CorrelationRun run = Run(type, condition);
        foreach ((int second, string number) in numbers.Split(' ').Index())
        {
            run.At(second, "r0", $"n={number}");
        }

        Assert.Equal(match is null ? [] : [match], run.Matches());
    }

    [Theory]
    [InlineData("value_sum", "gte: 10", "c [z] 0..1 x2 =12 <0 1>", "c [z] 11.5..21 x3 =12 <2 3 4>")]
    [InlineData("value_avg", "gte: 5", "c [z] 0..1 x2 =6 <0 1>", "c [z] 11.5..20 x2 =5.5 <2 3>")]
    [InlineData("value_median", "gte: 5", "c [z] 0..1 x2 =6 <0 1>", "c [z] 11.5..20 x2 =5.5 <2 3>")]
    public void What_left_the_window_counts_no_longer(string type, string condition, string first, string second) =>
        Assert.Equal(
            [first, second],
            Run(type, condition)
                .At(0, "r0", "n=6")
                .At(1, "r0", "n=6")
                .At(11.5, "r0", "n=1")
                .At(20, "r0", "n=10")
                .At(21, "r0", "n=1")
                .Matches()
        );

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("0xzz")]
    [InlineData("1e30")]
    [InlineData("1000000000000001")]
    [InlineData("-1000000000000001")]
    [InlineData("NaN")]
    public void What_is_no_number_is_counted_and_left_out(string number)
    {
        CorrelationRun run = Run("value_sum", "gte: 3")
            .At(0, "r0", "n=1")
            .At(1, "r0", $"n={number}")
            .At(2, "r0", "n=2");
        Assert.Equal(["c [z] 0..2 x2 =3 <0 2>"], run.Matches());
        Assert.Equal(1, run.Losses[0].WithoutValue);
    }

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("-1000000000000000")]
    public void The_largest_number_counts(string number)
    {
        CorrelationRun run = Run("value_count", "gte: 1").At(0, "r0", $"n={number}");
        Assert.Single(run.Matches());
        run = Run("value_sum", "neq: 0").At(0, "r0", $"n={number}");
        Assert.Single(run.Matches());
        Assert.Equal(0, run.Losses[0].WithoutValue);
    }

    [Fact]
    public void Numbers_up_to_the_largest_are_exact() =>
        Assert.Equal(
            ["c [z] 0..1 x2 =900000000000000.5 <0 1>"],
            Run("value_sum", "gte: 900000000000000.5").At(0, "r0", "n=900000000000000").At(1, "r0", "n=0.5").Matches()
        );

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("-1000000000000000")]
    public void The_largest_number_is_one(string number) =>
        Assert.Single(Run("value_sum", $"eq: {number}").At(0, "r0", $"n={number}").Matches());

    [Fact]
    public void Values_that_went_are_counted_no_longer()
    {
        var values = new ValueCounts();
        values.Add("a");
        values.Add("A");
        values.Add("b");
        Assert.Equal((3L, 2, 2L, 1L), (values.Total, values.Distinct, values.Of("a"), values.Of("b")));
        values.Remove("a");
        values.Remove("b");
        Assert.Equal((1L, 1, 1L, 0L), (values.Total, values.Distinct, values.Of("A"), values.Of("b")));
    }

    [Fact]
    public void Rare_values_are_those_of_a_small_share()
    {
        CorrelationRun run = Run("value_percentile", "lte: 10");
        for (int i = 0; i < 9; i++)
        {
            run.At(i, "r0", "n=usual");
        }

        run.At(9, "r0", "n=rare");
        Assert.Empty(run.Found);
        Assert.Equal(["c [z] 9..9 x1 =10 <9>"], run.Matches());
    }

    [Theory]
    [InlineData("lt: 10", null)]
    [InlineData("lte: 20", "c [z] 9..9 x1 =10 <9>")]
    [InlineData("gte: 90", "c [z] 0..8 x9 =90 <0 1 2 3 4 5 6 7 8>")]
    [InlineData("gt: 90", null)]
    [InlineData("gte: 10, lt: 90", "c [z] 9..9 x1 =10 <9>")]
    [InlineData("gte: 10", "c [z] 0..9 x10 =10 <0 1 2 3 4 5 6 7 8 9>")]
    public void Shares_are_of_the_windows_events(string condition, string? match)
    {
        CorrelationRun run = Run("value_percentile", condition);
        for (int i = 0; i < 9; i++)
        {
            run.At(i, "r0", i % 2 == 0 ? "n=usual" : "n=USUAL");
        }

        Assert.Equal(match is null ? [] : [match], run.At(9, "r0", "n=rare").Matches());
    }
}
