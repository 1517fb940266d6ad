using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Tests.Claims;

public sealed class ClaimGradingTests
{
    [Theory]
    [InlineData("Microsoft", "B6")]
    [InlineData("The Copper Gazette", "F6")]
    public void Who_tells_it_is_as_reliable_as_the_knowledge_says(string teller, string grade) =>
        Assert.Equal(grade, Graded(Claim(ClaimStance.Asserts, teller))[0].Grade);

    [Theory]
    [InlineData("A6", "F6")]
    [InlineData("E6", "E6")]
    public void A_feed_s_own_word_makes_nobody_reliable_and_may_make_him_unreliable(string own, string grade)
    {
        var part = new KnowledgePart();
        part.Sources.Add(new KnowledgeSource("s", "A Team", "A feed", null) { Grade = own, IsSelfGraded = true });

        Claim claim = ClaimGrading.Grade([Claim(ClaimStance.Asserts, "A Team")], new KnowledgeBase([part]))[0];

        Assert.Equal(grade, claim.Grade);
    }

    [Fact]
    public void Whoever_told_it_last_is_whom_it_was_had_from() =>
        Assert.Equal("B6", Graded(Claim(ClaimStance.Asserts, "somebody", "Microsoft"))[0].Grade);

    [Fact]
    public void What_two_say_is_probable_and_what_one_denies_doubtful()
    {
        Claim held = Claim(ClaimStance.Asserts, "one");
        Claim other = Claim(ClaimStance.Reports, "two");
        Claim denial = Claim(ClaimStance.Denies, "three");
        Assert.Equal(["F2", "F2"], Graded(held, other).Select(static c => c.Grade));
        Assert.Equal(["F4", "F4"], Graded(held, denial).Select(static c => c.Grade));
        Assert.Equal(["F3", "F3", "F4"], Graded(held, other, denial).Select(static c => c.Grade));
    }

    [Fact]
    public void The_same_origin_again_adds_nothing() =>
        Assert.Equal(
            ["F6", "F6"],
            Graded(Claim(ClaimStance.Asserts, "one", "a paper"), Claim(ClaimStance.Reports, "One", "another paper"))
                .Select(static c => c.Grade)
        );

    [Theory]
    [InlineData("all", 3, "0,1,2")]
    [InlineData(" None ", 3, "")]
    [InlineData("1, 3", 3, "0,2")]
    [InlineData("2-3,2", 3, "1,2")]
    public void Claims_are_chosen_by_number(string text, int count, string places)
    {
        Assert.True(AcceptedClaims.TryParse(text, count, out IReadOnlyList<int> chosen));
        Assert.Equal(places, string.Join(',', chosen));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("3-1")]
    [InlineData("1;2")]
    [InlineData("99999999999")]
    public void Other_numbers_are_refused(string text) => Assert.False(AcceptedClaims.TryParse(text, 3, out _));

    private static IReadOnlyList<Claim> Graded(params Claim[] claims) =>
        ClaimGrading.Grade(claims, KnowledgeBase.BuiltIn);

    private static Claim Claim(ClaimStance stance, params string[] chain) =>
        new("Copper Heron", "targets", "Brightwell Labs", stance, ClaimedOutcome.Attempted, chain);
}
