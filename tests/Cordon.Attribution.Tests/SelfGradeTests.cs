using static Cordon.Attribution.Tests.World;

namespace Cordon.Attribution.Tests;

/// <summary>What a feed says of how good itself is may lower what its word weighs, and never raises it.</summary>
public sealed class SelfGradeTests
{
    private const string Reliable = "admiralty-scale:source-reliability=\"a\"";
    private const string Confirmed = "admiralty-scale:information-credibility=\"1\"";

    [Theory]
    [InlineData(Reliable, Confirmed)]
    [InlineData("admiralty-scale:source-reliability=\"b\"", "admiralty-scale:information-credibility=\"2\"")]
    [InlineData("misp:confidence-level=\"completely-confident\"", "tlp:clear")]
    public void A_feed_that_calls_itself_good_counts_as_one_that_nobody_graded(string first, string second)
    {
        Hypothesis ungraded = Attacked().Feed([], A, "evil.example").Ask().Leading!;
        IncidentAttribution said = Attacked().Feed([first, second], A, "evil.example").Ask();

        Assert.Equal(A, said.Leading!.Id);
        Assert.Equal(ungraded.Probability, said.Leading.Probability);
        Assert.Equal(AttributionStatus.Unattributed, said.Status);
    }

    [Theory]
    [InlineData("admiralty-scale:source-reliability=\"e\"")]
    [InlineData("admiralty-scale:information-credibility=\"5\"")]
    [InlineData("misp:confidence-level=\"unconfident\"")]
    [InlineData("estimative-language:likelihood-probability=\"very-unlikely\"")]
    public void A_feed_that_doubts_itself_counts_for_less(string tag)
    {
        double ungraded = Attacked().Feed([], A, "evil.example").Ask().Leading!.Probability;

        Assert.True(Attacked().Feed([tag], A, "evil.example").Ask().Leading!.Probability < ungraded);
    }

    [Fact]
    public void It_is_told_whose_word_the_grade_is() =>
        Assert.Contains(
            Attacked().Feed([Reliable, Confirmed], A, "evil.example").Ask().Leading!.For,
            static r => r.Statement.Contains("(graded A1 by itself)", StringComparison.Ordinal)
        );

    [Fact]
    public void Feeds_that_call_themselves_good_do_not_make_a_good_source_s_word_a_quarrel() =>
        Assert.Equal(
            "likely",
            Attacked()
                .Actor(B, "Birch", ["T1110.003"])
                .Indicator("Vendor", "B1", [A], ["evil.example"])
                .Feed([Reliable, Confirmed], B, "evil.example")
                .Ask()
                .Hypotheses.First(static h => h.Id == A)
                .Words
        );

    private static World Attacked() =>
        new World()
            .Actor(A, "Ash", ["T1110.003"])
            .Actor(C, "Cedar", ["T1001", "T1002", "T1003", "T1004"])
            .Actor(D, "Dogwood", ["T1005"])
            .Finding(["T1110.003"], Domain("evil.example"));
}
