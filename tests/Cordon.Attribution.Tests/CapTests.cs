using static Cordon.Attribution.Tests.World;

namespace Cordon.Attribution.Tests;

/// <summary>What may be said at the most, by what it rests on.</summary>
public sealed class CapTests
{
    private static readonly string[] Others = ["T1001", "T1002", "T1003", "T1004"];

    [Fact]
    public void Without_any_sign_nobody_is_named()
    {
        IncidentAttribution said = Field().Finding(["T1110.003"]).Ask();

        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.Equal(HypothesisKind.Unknown, said.Hypotheses[0].Kind);
        Assert.Equal(
            [HypothesisKind.Unknown, HypothesisKind.Criminal, HypothesisKind.NoAttack],
            said.Hypotheses.Where(static h => h.Kind != HypothesisKind.Actor).Select(static h => h.Kind).Order()
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void Techniques_lures_timing_and_targets_never_say_more_than_a_realistic_possibility(double mass)
    {
        World world = Field()
            .Actor(A, "Ash", ["T1566.003", "T1204.002", "T1591", "T1585"], ["recruiter"], ["vaccine research"])
            .Claim("c1", A, techniques: ["T1566.003"])
            .Finding(["T1566.003", "T1204.002", "T1591", "T1585"], "recruiter");
        world.Options = world.Options with { NamedMass = mass };

        IncidentAttribution said = world.Ask();

        Assert.Equal(A, said.Leading!.Id);
        Assert.True(said.Leading.Probability <= ProbabilityWords.MostPossible);
        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.Equal("low", said.Leading.Confidence);
        Assert.Equal(1, said.Hypotheses.Sum(static h => h.Probability), 3);
        if (mass > 1)
        {
            Assert.Equal("realistic possibility", said.Leading.Words);
            Assert.Contains("shared", said.Leading.Cap, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_good_source_on_fresh_unshared_infrastructure_allows_likely()
    {
        IncidentAttribution said = Attacked().Indicator("Vendor", "B2", [A], ["evil.example"]).Ask();

        Assert.Equal(AttributionStatus.Attributed, said.Status);
        Assert.Equal(A, said.Leading!.Id);
        Assert.Equal("likely", said.Leading.Words);
        Assert.InRange(said.Leading.Probability, 0.525, ProbabilityWords.MostLikely);
        Assert.Equal("moderate", said.Leading.Confidence);
    }

    [Fact]
    public void One_good_source_says_no_more_by_saying_it_often()
    {
        IncidentAttribution said = Attacked()
            .Finding(["T1110.003"], Domain("worse.example"), Address("192.0.2.7"))
            .Indicator("Vendor", "A1", [A], ["evil.example", "worse.example", "192.0.2.7"])
            .Indicator("VENDOR!", "A1", [A], ["evil.example"], "2020-11-16")
            .Ask();

        Assert.Equal("likely", said.Leading!.Words);
        Assert.Contains("second, independent", said.Leading.Cap, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_independent_sources_that_name_different_things_allow_highly_likely_and_no_more()
    {
        IncidentAttribution said = Attacked()
            .Finding(["T1110.003"], Address("192.0.2.7"))
            .Indicator("Vendor", "A1", [A], ["evil.example"])
            .Indicator("Agency", "A1", [A], ["192.0.2.7"])
            .Ask();

        Assert.Equal("highly likely", said.Leading!.Words);
        Assert.True(said.Leading.Probability <= ProbabilityWords.MostHighlyLikely);
        Assert.Equal("high", said.Leading.Confidence);
    }

    [Fact]
    public void Two_sources_that_name_the_same_value_may_have_it_from_each_other() =>
        Assert.Equal(
            "likely",
            Attacked()
                .Indicator("Vendor", "A1", [A], ["evil.example"])
                .Indicator("Agency", "A1", [A], ["evil.example"])
                .Ask()
                .Leading!.Words
        );

    [Theory]
    [InlineData("C1")]
    [InlineData("B3")]
    [InlineData("A6")]
    [InlineData(null)]
    public void A_source_below_B2_never_says_more_than_a_realistic_possibility(string? grade)
    {
        World world = Attacked().Indicator("Vendor", grade, [A], ["evil.example"]);
        for (int i = 0; i < 20; i++)
        {
            world.Indicator($"Copy {(char)('a' + i)}", grade, [A], ["evil.example"]);
        }

        IncidentAttribution said = world.Ask();

        Assert.Equal(A, said.Leading!.Id);
        Assert.True(said.Leading.Probability <= ProbabilityWords.MostPossible);
        Assert.Equal(AttributionStatus.Unattributed, said.Status);
    }

    [Fact]
    public void What_is_said_of_two_actors_by_equal_sources_is_no_more_than_a_possibility_of_either()
    {
        IncidentAttribution said = Attacked()
            .Actor(B, "Birch", ["T1110.003"])
            .Indicator("Vendor", "B2", [A], ["evil.example"])
            .Indicator("Agency", "B2", [B], ["evil.example"])
            .Ask();

        Assert.All(
            said.Hypotheses.Where(static h => h.Kind == HypothesisKind.Actor),
            static h => Assert.True(h.Probability <= ProbabilityWords.MostPossible)
        );
        Assert.Contains(said.Leading!.Against, static r => r.Kind == ReasonKind.Infrastructure);
    }

    [Fact]
    public void Infrastructure_of_two_actors_in_one_incident_is_no_more_than_a_possibility_of_either()
    {
        IncidentAttribution said = Attacked()
            .Actor(B, "Birch", ["T1110.003"])
            .Finding(["T1110.003"], Domain("other.example"))
            .Indicator("Vendor", "B2", [A], ["evil.example"])
            .Indicator("Agency", "B2", [B], ["other.example"])
            .Ask();

        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.Equal(
            2,
            said.Hypotheses.Count(static h =>
                h is { Kind: HypothesisKind.Actor, Against.Count: > 0, Probability: > 0.3 and < 0.5 }
            )
        );
    }

    [Theory]
    [InlineData("Exchange", null, "quotation", "realistic possibility")]
    [InlineData("Exchange", null, "recruiter", "likely")]
    [InlineData("Paste", "E5", "quotation", "likely")]
    public void A_weak_source_makes_a_rival_only_of_an_actor_whose_lures_these_are(
        string publisher,
        string? grade,
        string lures,
        string words
    )
    {
        IncidentAttribution said = Field()
            .Actor(A, "Ash", ["T1566.001"])
            .Actor(B, "Birch", ["T1566.001"], [lures])
            .Finding(["T1566.001"], "quotation", Domain("evil.example"), Domain("other.example"))
            .Indicator("Vendor", "B1", [A], ["evil.example"])
            .Indicator(publisher, grade, [B], ["other.example"])
            .Ask();

        Assert.Equal(words, said.Hypotheses.First(static h => h.Id == A).Words);
    }

    [Fact]
    public void The_more_actors_could_be_meant_the_less_each_is_said_to_be()
    {
        World few = Field().Actor(A, "Ash", ["T1591"]).Finding(["T1591"]);
        World many = Field().Actor(A, "Ash", ["T1591"]).Finding(["T1591"]);
        for (int i = 0; i < 6; i++)
        {
            many.Actor($"intrusion-set--{i:x8}-7777-4777-8777-777777777777", $"Actor {i}", ["T1005"]);
        }

        // The technique is rarer among nine actors than among three, and yet each of those who were not seen may be it.
        double before = few.Ask().Leading!.Probability;
        double after = many.Ask().Leading!.Probability;
        Assert.InRange(after, 0.02, before * 0.9);
    }

    [Theory]
    [InlineData("T1591", "recruiter", "A2", null, null, "realistic possibility")]
    [InlineData("T1591", "recruiter", "A1", null, null, "likely")]
    [InlineData("T1591", "recruiter", "A2", "Exchange", "C3", "likely")]
    [InlineData("T1591", "recruiter", "A2", "Paste", "E5", "realistic possibility")]
    [InlineData("T1591", "quotation", "A2", null, null, "likely")]
    [InlineData("T1566.001", "recruiter", "A2", null, null, "likely")]
    public void One_source_wants_another_or_something_of_the_incident_that_bears_it_out(
        string technique,
        string lures,
        string own,
        string? other,
        string? grade,
        string words
    )
    {
        World world = Field()
            .Actor(A, "Ash", [technique], [lures])
            .Finding(["T1566.001"], "quotation", Domain("evil.example"), Domain("other.example"))
            .Indicator("Vendor", own, [A], ["evil.example"]);
        if (other is not null)
        {
            world.Indicator(other, grade, [A], ["other.example"]);
        }

        Assert.Equal(words, world.Ask().Leading!.Words);
    }

    [Fact]
    public void A_contradiction_stands_in_the_way_of_highly_likely()
    {
        World world = Field()
            .Actor(A, "Ash", [.. Others, "T1110"], ["recruiter"])
            .Finding(["T1566.002"], "health-agency", Domain("evil.example"), Address("192.0.2.7"))
            .Indicator("Vendor", "A1", [A], ["evil.example"])
            .Indicator("Agency", "A1", [A], ["192.0.2.7"]);

        Hypothesis leading = world.Ask().Leading!;

        Assert.Equal("likely", leading.Words);
        Assert.Contains(leading.Against, static r => r.Kind == ReasonKind.Lure);
        Assert.Contains(leading.Against, static r => r.Kind == ReasonKind.Technique);
        Assert.True(leading.Inconsistency > 1);
    }

    [Fact]
    public void Low_confidence_in_the_logs_is_low_confidence_in_who()
    {
        World world = Attacked().Indicator("Vendor", "B2", [A], ["evil.example"]);
        world.Confidence = "low";

        Assert.Equal("low", world.Ask().Leading!.Confidence);
    }

    [Fact]
    public void What_was_no_attack_is_nobody_s()
    {
        World world = Attacked().Indicator("Vendor", "B2", [A], ["evil.example"]);
        world.Outcome = Incidents.Outcome.NotAnAttack;

        Hypothesis only = Assert.Single(world.Ask().Hypotheses);
        Assert.Equal(HypothesisKind.NoAttack, only.Kind);
    }

    [Fact]
    public void A_doubtful_attack_makes_a_doubtful_actor()
    {
        World world = Attacked().Indicator("Vendor", "B2", [A], ["evil.example"]);
        world.Probability = 0.4;

        IncidentAttribution said = world.Ask();

        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.Contains(said.Hypotheses, static h => h is { Kind: HypothesisKind.NoAttack, Probability: 0.6 });
    }

    private static World Field() => new World().Actor(C, "Cedar", Others).Actor(D, "Dogwood", ["T1005"]);

    private static World Attacked() =>
        Field().Actor(A, "Ash", ["T1110.003"]).Finding(["T1110.003"], Domain("www.evil.example"));
}
