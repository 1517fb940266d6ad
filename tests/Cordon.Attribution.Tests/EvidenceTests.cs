using Cordon.Events;
using static Cordon.Attribution.Tests.World;

namespace Cordon.Attribution.Tests;

/// <summary>What weighs, what does not, and that each reason can be walked back.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public void A_technique_that_half_of_the_actors_have_says_nothing()
    {
        IncidentAttribution said = new World()
            .Actor(A, "Ash", ["T1110.003"])
            .Actor(B, "Birch", ["T1110.003", "T1566"])
            .Finding(["T1110.003"])
            .Ask();

        Assert.Null(said.Leading?.For.FirstOrDefault(static r => r.Techniques.Contains("T1110.003") && r.Weight > 1));
    }

    [Fact]
    public void The_rarer_a_technique_the_more_it_says()
    {
        World Field() =>
            Enumerable
                .Range(0, 20)
                .Aggregate(
                    new World(),
                    static (w, i) =>
                        w.Actor(
                            $"intrusion-set--{i:x8}-9999-4999-8999-999999999999",
                            $"Other {i}",
                            i < 5 ? ["T1204.002"] : ["T1005"]
                        )
                )
                .Actor(A, "Ash", ["T1204.002", "T1591"]);

        double common = Weight(Field().Finding(["T1204.002"]).Ask());
        double rare = Weight(Field().Finding(["T1591"]).Ask());

        Assert.True(rare > common + 0.3, $"{rare} against {common}");

        static double Weight(IncidentAttribution said) =>
            said
                .Hypotheses.Where(static h => h.Id == A)
                .SelectMany(static h => h.For)
                .Where(static r => r.Kind == ReasonKind.Technique)
                .Sum(static r => r.Weight);
    }

    [Fact]
    public void Each_reason_cites_what_it_rests_on()
    {
        World world = Others()
            .Actor(A, "Ash", ["T1566.003", "T1591"], ["recruiter"], ["health"])
            .Claim("c1", A, techniques: ["T1566.003"])
            .Indicator("Vendor", "B2", [A], ["evil.example"])
            .Finding(["T1566.003", "T1591"], "recruiter", Domain("evil.example"));

        Hypothesis leading = world.Ask().Leading!;
        string finding = world.Findings[0].Id;

        Assert.Equal(
            [ReasonKind.Technique, ReasonKind.Infrastructure, ReasonKind.Lure, ReasonKind.Timing, ReasonKind.Target],
            leading.For.Select(static r => r.Kind).Order()
        );
        Assert.All(leading.For, static r => Assert.NotEmpty(r.Sources));
        foreach (
            Reason reason in leading.For.Where(static r =>
                r.Kind is ReasonKind.Technique or ReasonKind.Lure or ReasonKind.Infrastructure
            )
        )
        {
            Assert.Equal([finding], reason.Findings);
        }

        Assert.Equal(["evil.example"], leading.For.Single(static r => r.Kind == ReasonKind.Infrastructure).Indicators);
        Assert.Equal(["c1"], leading.For.Single(static r => r.Kind == ReasonKind.Timing).Claims);
        Assert.Equal("B2", leading.For.Single(static r => r.Kind == ReasonKind.Infrastructure).Grade);
    }

    [Theory]
    [InlineData("2020-11-15", "likely")]
    [InlineData("2020-05-20", "likely")]
    [InlineData("2020-01-20", "unlikely")]
    [InlineData("2019-11-01", "")]
    public void An_old_indicator_says_less_and_then_nothing(string date, string words)
    {
        IncidentAttribution said = Attacked().Indicator("Vendor", "B1", [A], ["evil.example"], date).Ask();
        Hypothesis? ash = said.Hypotheses.FirstOrDefault(static h =>
            h.Id == A && h.For.Any(static r => r.Kind == ReasonKind.Infrastructure)
        );

        if (words.Length == 0)
        {
            Assert.Null(ash);
            Assert.Contains(said.SetAside, static s => s.Contains("too old", StringComparison.Ordinal));
        }
        else
        {
            Assert.True(words == "likely" ? said.Status == AttributionStatus.Attributed : ash!.Probability < 0.5);
        }
    }

    [Fact]
    public void What_three_equal_sources_say_of_three_actors_weighs_nothing()
    {
        IncidentAttribution said = Attacked()
            .Actor(B, "Birch")
            .Actor(C, "Cedar")
            .Indicator("Vendor", "B2", [A], ["evil.example"])
            .Indicator("Agency", "B2", [B], ["evil.example"])
            .Indicator("Press", "B2", [C], ["evil.example"])
            .Ask();

        Assert.DoesNotContain(
            said.Hypotheses.SelectMany(static h => h.For),
            static r => r.Kind == ReasonKind.Infrastructure
        );
        Assert.Contains(said.SetAside, static s => s.Contains("3 different owners", StringComparison.Ordinal));
    }

    [Fact]
    public void Weak_sources_can_not_take_the_worth_of_a_good_one()
    {
        World world = Attacked().Indicator("Vendor", "B1", [A], ["evil.example"]);
        for (int i = 0; i < 10; i++)
        {
            string id = $"intrusion-set--{i:x8}-7777-4777-8777-777777777777";
            world.Actor(id, $"Noise {i}").Indicator($"Paste {(char)('a' + i)}", "E5", [id], ["evil.example"]);
        }

        IncidentAttribution said = world.Ask();

        Assert.Equal(AttributionStatus.Attributed, said.Status);
        Assert.Equal(A, said.Leading!.Id);
        Assert.Contains(said.Leading.Against, static r => r.Statement.Contains("another's", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mail.lab.example")]
    [InlineData("partner.example")]
    public void The_organisation_s_own_and_its_partners_names_weigh_nothing(string name)
    {
        World world = new World()
            .Actor(A, "Ash", ["T1110.003"])
            .Finding(["T1110.003"], Domain(name))
            .Indicator("Vendor", "B2", [A], [name]);
        world.Organisation = world.Organisation with
        {
            Suppliers = [new Events.Organisations.Supplier("Partner", ["partner.example"], ["mail"])],
        };

        IncidentAttribution said = world.Ask();

        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.Contains(said.SetAside, s => s.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_many_addresses_that_change_says_little()
    {
        World world = new World().Actor(A, "Ash", ["T1110.003"]).Indicator("Vendor", "B2", [A], ["198.51.100.1"]);
        world.Finding(["T1110.003"], [.. Enumerable.Range(1, 100).Select(static i => Address($"198.51.100.{i}"))]);

        IncidentAttribution said = world.Ask();

        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.Contains(
            "change",
            said.Leading!.For.Single(static r => r.Kind == ReasonKind.Infrastructure).Statement,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_target_s_own_address_is_nobody_s_infrastructure()
    {
        World world = new World().Actor(A, "Ash", ["T1110.003"]).Indicator("Vendor", "B2", [A], ["evil.example"]);
        world.Findings.Clear();
        world.Finding(["T1110.003"]);
        world.Findings[0] = world.Findings[0] with
        {
            Entities = [new FindingEntity(Domain("evil.example"), EntityRole.Target)],
        };

        Assert.Equal(AttributionStatus.Unattributed, world.Ask().Status);
    }

    [Fact]
    public void A_name_without_identifier_proposes_and_does_not_attribute()
    {
        IncidentAttribution said = Attacked().Indicator("Vendor", "A1", [], ["evil.example"], label: "Ash").Ask();

        Assert.Equal(A, said.Leading!.Id);
        Assert.True(said.Leading.Probability <= ProbabilityWords.MostPossible);
        Assert.Contains("name alone", said.Leading.For[0].Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Malware_that_one_actor_uses_points_to_it_and_malware_of_many_to_nobody()
    {
        World One() =>
            new World()
                .Software(Malware, "Ash Door")
                .Actor(A, "Ash", tools: [Malware])
                .Finding(["T1204"], Domain("evil.example"))
                .Indicator("Vendor", "B1", [Malware], ["evil.example"]);

        Hypothesis alone = One().Ask().Leading!;
        Assert.Equal("likely", alone.Words);
        Assert.Contains(alone.For, static r => r.Kind == ReasonKind.Malware);

        IncidentAttribution many = One().Actor(B, "Birch", tools: [Malware]).Actor(C, "Cedar", tools: [Malware]).Ask();
        Assert.Null(many.Leading);
        Assert.Contains(many.SetAside, static s => s.Contains("3 actors", StringComparison.Ordinal));
    }

    [Fact]
    public void An_indicator_of_an_actor_and_its_malware_is_the_actor_s() =>
        Assert.Equal(
            AttributionStatus.Attributed,
            Attacked()
                .Software(Malware, "Ash Door")
                .Indicator("Vendor", "B1", [A, Malware], ["evil.example"])
                .Ask()
                .Status
        );

    [Fact]
    public void An_owner_whom_nobody_knows_makes_no_hypothesis() =>
        Assert.DoesNotContain(
            new World()
                .Finding(["T1110.003"], Domain("evil.example"))
                .Indicator("Vendor", "B2", [A], ["evil.example"])
                .Ask()
                .Hypotheses,
            static h => h.For.Any(static r => r.Kind == ReasonKind.Infrastructure)
        );

    [Fact]
    public void Text_of_rules_is_no_lure()
    {
        World world = new World().Actor(A, "Ash", ["T1566"], ["recruiter"]).Finding(["T1566"], "recruiter");
        world.Findings[0] = world.Findings[0] with { Rule = world.Findings[0].Rule with { Kind = FindingKind.Sigma } };

        Assert.DoesNotContain(
            world.Ask().Hypotheses.SelectMany(static h => h.For),
            static r => r.Kind == ReasonKind.Lure
        );
    }

    [Fact]
    public void Claims_of_the_kind_near_in_time_speak_for_an_actor_and_far_ones_against()
    {
        World Field(string said) =>
            Others()
                .Actor(A, "Ash", ["T1110.003", "T1591"])
                .Claim("c1", A, said: said, techniques: ["T1110.003"])
                .Finding(["T1110.003", "T1591"]);

        Assert.Contains(Field("2020-12-01").Ask().Leading!.For, static r => r.Kind == ReasonKind.Timing);
        Assert.Contains(Field("2015-01-01").Ask().Leading!.Against, static r => r.Kind == ReasonKind.Timing);
        Assert.DoesNotContain(Field("2019-01-01").Ask().Leading!.For, static r => r.Kind == ReasonKind.Timing);
    }

    [Fact]
    public void Reasons_that_go_together_count_for_less_than_if_each_told_something_of_its_own()
    {
        World world = new World()
            .Actor(C, "Cedar", ["T1001", "T1002", "T1003", "T1004"])
            .Actor(A, "Ash", ["T1566.003", "T1204.002"], ["recruiter"], ["vaccine research"])
            .Finding(["T1566.003", "T1204.002"], "recruiter");
        double together = world.Ask().Leading!.Probability;
        world.Options = world.Options with { SharedPower = 1 };
        Assert.InRange(together, 0.01, world.Ask().Leading!.Probability - 0.01);
    }

    [Fact]
    public void Only_who_said_it_can_take_it_back()
    {
        World Field(string by) =>
            Others()
                .Actor(A, "Ash", ["T1110.003", "T1591"])
                .Claim("c1", A, techniques: ["T1110.003"])
                .Claim("c2", A, stance: "retracts", answers: "c1", by: by)
                .Finding(["T1110.003", "T1591"]);

        Assert.DoesNotContain(Field("Vendor").Ask().Leading!.For, static r => r.Kind == ReasonKind.Timing);
        Assert.Contains(Field("Somebody else").Ask().Leading!.For, static r => r.Kind == ReasonKind.Timing);
    }

    private static World Others() =>
        new World().Actor(B, "Birch", ["T1005"]).Actor(C, "Cedar", ["T1005"]).Actor(D, "Dogwood", ["T1204"]);

    private static World Attacked() =>
        new World()
            .Actor(A, "Ash", ["T1110.003"])
            .Actor(D, "Dogwood", ["T1005"])
            .Finding(["T1110.003"], Domain("evil.example"));
}
