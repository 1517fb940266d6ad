using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Tests.Reading;

public sealed class ReportReaderTests
{
    private const string Story =
        "2021-03-02 Vaccine makers were tried again, officials say\n\n"
        + "North Korean hackers tried to break into the systems of Pfizer, according to the cyber agency, quoted by press on Monday.\n\n"
        + "Microsoft said that two groups of the North Korean government nicknamed Zinc and Cerium were behind the attacks. The Kremlin denies having targeted any laboratory.\n\n"
        + "The BBC report said that while most of the attempts failed, Microsoft warned that some had been successful.";

    private static readonly Report Read = new ReportReader(new SmallResolver()).Read(Story);

    [Fact]
    public void Places_are_those_of_the_text()
    {
        Assert.NotEmpty(Read.Entities);
        Assert.All(Read.Entities, static e => Assert.Equal(e.Text, Story[e.Start..e.End]));
        Assert.All(Read.Claims, static c => Assert.InRange(c.End!.Value, c.Start!.Value + 1, Story.Length));
    }

    [Fact]
    public void Who_told_whom_is_kept_from_the_origin_on()
    {
        Claim claim = Assert.Single(Read.Claims, static c => c.Object == "Pfizer");
        Assert.Equal("targets", claim.Predicate);
        Assert.Equal(ClaimedOutcome.Attempted, claim.Outcome);
        Assert.Equal(["the cyber agency", "press"], claim.AssertedBy);
    }

    [Fact]
    public void A_denial_stands_beside_what_it_denies()
    {
        Claim denial = Assert.Single(Read.Claims, static c => c.Stance == ClaimStance.Denies);
        Assert.Equal("The Kremlin", denial.AssertedBy[0]);
        Assert.Contains(
            Read.Claims,
            static c => c.Predicate == "attributed-to" && c.Object == "Zinc" && c.Stance == ClaimStance.Asserts
        );
    }

    [Fact]
    public void Who_says_that_attempts_failed_and_who_that_some_did_not()
    {
        Assert.Equal(
            "The BBC report",
            Assert.Single(Read.Claims, static c => c.Outcome == ClaimedOutcome.Failed).AssertedBy[0]
        );
        Assert.Equal(
            ["Microsoft", "The BBC report"],
            Assert.Single(Read.Claims, static c => c.Outcome == ClaimedOutcome.PartlySucceeded).AssertedBy
        );
    }

    [Fact]
    public void A_name_refers_to_what_is_known_and_says_who_uses_it()
    {
        ReportEntity zinc = Assert.Single(Read.Entities, static e => e.Text == "Zinc");
        Assert.Equal(EntityType.ThreatActor, zinc.Type);
        Assert.Equal(["Microsoft"], Assert.Single(zinc.RefersTo).AssertedBy);
        Assert.All(new ReportReader().Read(Story).Entities, static e => Assert.Empty(e.RefersTo));
    }

    [Fact]
    public void The_day_is_the_one_that_the_text_states() => Assert.Equal(new DateOnly(2021, 3, 2), Read.Published);

    [Fact]
    public void The_same_text_is_read_the_same()
    {
        Report again = new ReportReader(new SmallResolver()).Read(Story);
        Assert.Equal(
            Read.Entities.Select(static e => (e.Type, e.Start, e.End)),
            again.Entities.Select(static e => (e.Type, e.Start, e.End))
        );
        Assert.Equal(
            Read.Claims.Select(static c => (c.Subject, c.Object, c.Stance)),
            again.Claims.Select(static c => (c.Subject, c.Object, c.Stance))
        );
    }

    [Fact]
    public void A_title_before_a_person_is_no_malware_and_a_company_no_trade()
    {
        const string Text =
            "The vaccine that Moderna makes with the German company BioNTech is safe.\n\nLeader Kim Jong-un has insisted that nobody fell ill.";
        Assert.Equal(
            [("identity", "Moderna"), ("location", "German"), ("identity", "BioNTech"), ("identity", "Kim Jong-un")],
            new ReportReader().Read(Text).Entities.Select(static e => (e.Type, e.Text))
        );
    }

    [Theory]
    [InlineData(
        "The group went after telecommunications and health care in three countries.",
        "telecommunications|health care"
    )]
    [InlineData("It was seen in the energy sector and in Financial Services.", "energy sector|Financial Services")]
    [InlineData("The banking Trojan is used for defense evasion by shipping a driver.", "")]
    public void Trades_are_told_by_their_names(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                new ReportReader()
                    .Read(text)
                    .Entities.Where(static e => e.Type == EntityType.Sector)
                    .Select(static e => e.Text)
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData(".")]
    [InlineData("\ud800")]
    [InlineData("“”\"’ , . said")]
    [InlineData("said said said denied denied according to")]
    public void Odd_texts_are_read_too(string text) => Assert.NotNull(new ReportReader().Read(text));

    private sealed class SmallResolver : INameResolver
    {
        public IReadOnlyList<NameCandidate> Resolve(string name) =>
            name.Equals("Zinc", StringComparison.OrdinalIgnoreCase)
                ?
                [
                    new NameCandidate(
                        "intrusion-set--00000000-0000-4000-8000-000000000001",
                        "Diamond",
                        1,
                        ["the same name"],
                        ["Microsoft"]
                    ),
                ]
                : [];
    }
}
