using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Tests.Knowledge;

public sealed class NameRankingTests
{
    private static readonly DateOnly Day = new(2020, 11, 13);
    private static readonly KnowledgeSource Dated = new("s1", "Keeper", "A list", Day);
    private static readonly KnowledgeSource Undated = new("s2", "Keeper", "The list again", null);

    [Fact]
    public void The_same_word_of_the_same_source_is_told_once_with_its_date()
    {
        NameCandidate one = Assert.Single(
            Rank(
                Hit("a", new("GLASS HERON", "Vendor", false, Undated)),
                Hit("a", new("Glass Heron", "Vendor", false, Undated)),
                Hit("a", new("Glass Heron", "Vendor", false, Dated))
            )
        );
        Assert.Equal(["Keeper says that Vendor calls it Glass Heron (2020-11-13)"], one.Because);
        Assert.Equal(0.7, one.Score);
        one = Assert.Single(
            Rank(
                Hit("a", new("Glass Heron", "Vendor", false, Undated)),
                Hit("a", new("GLASS HERON", "Vendor", false, Undated))
            )
        );
        Assert.Equal(["Keeper says that Vendor calls it GLASS HERON"], one.Because);
    }

    [Fact]
    public void Words_of_different_days_and_vendors_are_all_told()
    {
        NameCandidate one = Assert.Single(
            Rank(
                Hit("a", new("Glass Heron", "Vendor", false, Dated)),
                Hit("a", new("Glass Heron", "Vendor", false, Dated with { Date = Day.AddDays(1) })),
                Hit("a", new("Glass Heron", "Other", false, Undated))
            )
        );
        Assert.Equal(3, one.Because.Count);
    }

    [Fact]
    public void Of_two_that_are_level_the_one_that_more_assert_comes_first()
    {
        var another = new KnowledgeSource("s3", "Somebody", "Words", Day);
        IReadOnlyList<NameCandidate> ranked = Rank(
            Hit("a", new("Glass Heron", null, true, Undated)),
            Hit("b", new("Glass Heron", null, true, Undated)),
            Hit("b", new("Glass Heron", "Vendor", false, another))
        );
        Assert.Equal(["b", "a"], ranked.Select(static c => c.Id));
        Assert.Equal(ranked[0].Score, ranked[1].Score);
    }

    private static IReadOnlyList<NameCandidate> Rank(params NameRanking.Hit[] hits) =>
        NameRanking.Rank("glass heron", hits, static _ => new HashSet<string>());

    private static NameRanking.Hit Hit(string id, ActorName name) =>
        new(new Actor(id, "Glass Heron", "Keeper") { Names = [name] }, name, false);
}
