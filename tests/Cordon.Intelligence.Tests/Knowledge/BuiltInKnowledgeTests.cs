using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Tests.Knowledge;

/// <summary>What ships answers for the actors of the reports that Cordon began with.</summary>
public sealed class BuiltInKnowledgeTests
{
    [Theory]
    [InlineData("Zinc", "Diamond Sleet", "Lazarus Group")]
    [InlineData("Cerium", "Ruby Sleet", null)]
    [InlineData("Strontium", "Forest Blizzard", "APT28")]
    [InlineData("Fancy Bear", "APT28", "Forest Blizzard")]
    [InlineData("fancy-bear", "APT28", "Forest Blizzard")]
    [InlineData("Velvet Chollima", "Kimsuky", "Emerald Sleet")]
    [InlineData("Lazarus", "Diamond Sleet", "Lazarus Group")]
    [InlineData("APT10", "menuPass", "Purple Typhoon")]
    [InlineData("G0007", "APT28", null)]
    public void Names_of_the_first_reports_lead_to_the_actors_that_bear_them(string name, string first, string? second)
    {
        IReadOnlyList<NameCandidate> found = KnowledgeBase.BuiltIn.Resolve(name);
        Assert.Equal(first, found[0].Name);
        Assert.NotEmpty(found[0].Because);
        Assert.NotEmpty(found[0].AssertedBy);
        if (second is not null)
        {
            Assert.Equal(second, found[1].Name);
        }
    }

    [Fact]
    public void A_name_that_one_vendor_gives_to_three_actors_says_so_and_makes_them_no_one()
    {
        IReadOnlyList<NameCandidate> found = KnowledgeBase.BuiltIn.Resolve("VELVET CHOLLIMA");
        Assert.Equal(
            ["Emerald Sleet", "Kimsuky", "Opal Sleet", "Ruby Sleet"],
            found.Select(static c => c.Name).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            "Microsoft gives this name to 3 actors",
            found.Single(static c => c.Name == "Ruby Sleet").Because
        );
    }

    [Fact]
    public void A_name_that_nobody_bears_leads_nowhere() =>
        Assert.Empty(KnowledgeBase.BuiltIn.Resolve("Nobody At All"));

    [Fact]
    public void Every_assertion_has_a_publisher_a_title_and_a_day()
    {
        KnowledgeBase known = KnowledgeBase.BuiltIn;
        Assert.All(
            known.Sources,
            static s => Assert.True(s.Publisher.Length > 0 && s.Title.Length > 0 && s.Date is not null)
        );
        Assert.All(known.Actors.SelectMany(static a => a.Names), static n => Assert.NotNull(n.Date));
        Assert.All(
            known.Claims,
            static c => Assert.True(c is { From: not null, Said: not null, Grade: not null, Id: not null })
        );
    }

    [Fact]
    public void The_claim_on_Pfizer_stands_beside_its_denials_with_the_chain_it_came_through()
    {
        Claim claim = KnowledgeBase.BuiltIn.Claims.Single(static c => c.Id == "nis-2021-pfizer");
        Assert.Equal(ClaimedOutcome.Attempted, claim.Outcome);
        Assert.Equal(3, claim.AssertedBy.Count);
        Assert.Equal(
            ["dprk-2021-denial", "nis-2021-denial"],
            KnowledgeBase
                .BuiltIn.Claims.Where(static c => c.Answers == "nis-2021-pfizer" && c.Stance == ClaimStance.Denies)
                .Select(static c => c.Id)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Claims_answer_claims_and_name_actors_that_are_there()
    {
        KnowledgeBase known = KnowledgeBase.BuiltIn;
        HashSet<string?> ids = [.. known.Claims.Select(static c => c.Id)];
        Assert.Equal(known.Claims.Count, ids.Count);
        Assert.All(known.Claims.Where(static c => c.Answers is not null), c => Assert.Contains(c.Answers, ids));
        Assert.All(
            known.Claims.Where(static c => c.SubjectRef is not null),
            c => Assert.NotNull(known.Find(c.SubjectRef!))
        );
    }
}
