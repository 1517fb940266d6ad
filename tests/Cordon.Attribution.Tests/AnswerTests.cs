using System.Diagnostics;
using Cordon.Incidents;
using static Cordon.Attribution.Tests.World;

namespace Cordon.Attribution.Tests;

/// <summary>What an answer says beside its ranking, and that it hangs on nothing but what it rests on.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void A_denial_stands_beside_what_it_denies_and_changes_no_number()
    {
        IncidentAttribution without = Attacked().Claim("c1", A, techniques: ["T1110.003"]).Ask();
        IncidentAttribution with = Attacked()
            .Claim("c1", A, techniques: ["T1110.003"])
            .Claim("d1", A, stance: "denies", answers: "c1", by: "A government")
            .Ask();

        Assert.Equal(without.Leading!.Probability, with.Leading!.Probability);
        Assert.Equal(["c1", "d1"], with.Claims.Select(static c => c.Id));
        Assert.Equal("denies", with.Claims[1].Stance);
        Assert.Equal("c1", with.Claims[1].Answers);
        Assert.Equal(["A government"], with.Claims[1].AssertedBy);
    }

    [Fact]
    public void What_is_said_of_attacks_alike_by_nobody_named_is_told()
    {
        IncidentAttribution said = new World()
            .Claim("ibm", null, techniques: ["T1566.001", "T1598.002", "T1656"], said: "2020-12-03")
            .Claim("far", null, techniques: ["T1566.001", "T1598.002"], said: "2010-12-03")
            .Claim("other", null, techniques: ["T1110.003"], said: "2020-12-03")
            .Finding(["T1566.001", "T1598.002"])
            .Ask();

        Assert.Contains(said.Claims, static c => c.Id == "ibm" && c.Actor.Length == 0);
        Assert.DoesNotContain(said.Claims, static c => c.Id is "far" or "other");
    }

    [Fact]
    public void It_says_what_would_change_it()
    {
        IncidentAttribution said = Attacked().Indicator("Vendor", "B2", [A], ["evil.example"]).Ask();

        Assert.Contains(
            said.WouldChange,
            static s => s.StartsWith("Without what Vendor says, Ash would be", StringComparison.Ordinal)
        );
        Assert.Contains(said.WouldChange, static s => s.Contains("independent source", StringComparison.Ordinal));
        Assert.Contains(Attacked().Ask().WouldChange, static s => s.Contains("--intel", StringComparison.Ordinal));
    }

    [Fact]
    public void Actors_that_share_a_name_stay_two_and_it_is_told()
    {
        IncidentAttribution said = new World()
            .Actor(A, "Ash", ["T1591"], names: ["STRONTIUM"])
            .Actor(B, "Birch", ["T1591"], names: ["Strontium"])
            .Actor(C, "Cedar", ["T1005"])
            .Actor(D, "Dogwood", ["T1005"])
            .Actor("intrusion-set--ffffffff-4444-4444-8444-444444444444", "Elm", ["T1005"])
            .Finding(["T1591"])
            .Ask();

        Assert.Equal(2, said.Hypotheses.Count(static h => h.Kind == HypothesisKind.Actor));
        Assert.Contains("STRONTIUM", Assert.Single(said.Overlaps), StringComparison.Ordinal);
    }

    [Fact]
    public void Order_of_what_is_read_changes_nothing()
    {
        string[] values = ["evil.example", "worse.example", "192.0.2.9"];
        IncidentAttribution Ask(bool isTurned)
        {
            var world = new World();
            (string Id, string Name, string Technique)[] actors =
            [
                (A, "Ash", "T1591"),
                (B, "Birch", "T1591"),
                (C, "Cedar", "T1005"),
                (D, "Dogwood", "T1204"),
            ];
            foreach ((string id, string name, string technique) in isTurned ? actors.Reverse() : actors)
            {
                world.Actor(id, name, [technique]);
            }

            (string By, string Of, string Value)[] indicators =
            [
                ("V", A, values[0]),
                ("W", B, values[1]),
                ("X", A, values[2]),
            ];
            foreach ((string by, string of, string value) in isTurned ? indicators.Reverse() : indicators)
            {
                world.Indicator(by, "B2", [of], [value]);
            }

            world.Finding(["T1591"], Domain(values[0]), Domain(values[1])).Finding(["T1204"], Address(values[2]));
            if (isTurned)
            {
                world.Findings.Reverse();
            }

            return world.Ask();
        }

        IncidentAttribution one = Ask(false);
        IncidentAttribution other = Ask(true);
        Assert.Equal(
            one.Hypotheses.Select(static h =>
                (
                    h.Kind,
                    h.Id,
                    h.Probability,
                    h.Cap,
                    string.Join(
                        '|',
                        h.For.Concat(h.Against).Select(static r => r.Statement + string.Join(',', r.Findings))
                    )
                )
            ),
            other.Hypotheses.Select(static h =>
                (
                    h.Kind,
                    h.Id,
                    h.Probability,
                    h.Cap,
                    string.Join(
                        '|',
                        h.For.Concat(h.Against).Select(static r => r.Statement + string.Join(',', r.Findings))
                    )
                )
            )
        );
        Assert.Equal(one.WouldChange, other.WouldChange);
        Assert.Equal(one.SetAside, other.SetAside);
    }

    [Fact]
    public void Probabilities_add_up_to_one()
    {
        for (int odds = 0; odds < 40; odds++)
        {
            var world = new World { Probability = odds / 40.0 };
            for (int i = 0; i <= odds; i++)
            {
                string id = $"intrusion-set--{i:x8}-7777-4777-8777-777777777777";
                world.Actor(id, $"Actor {i}", i % 3 == 0 ? ["T1591"] : ["T1005"]);
                world.Indicator($"Source {i}", i % 2 == 0 ? "B2" : "C3", [id], [$"d{i}.example"]);
            }

            world.Finding(["T1591"], [.. Enumerable.Range(0, odds).Select(static i => Domain($"d{i}.example"))]);
            IncidentAttribution said = world.Ask();
            Assert.InRange(said.Hypotheses.Sum(static h => h.Probability), 0.995, 1.005);
            Assert.All(said.Hypotheses, static h => Assert.InRange(h.Probability, 0, 1));
        }
    }

    [Fact]
    public void Thousands_of_actors_and_a_huge_incident_take_little_time_and_stay_bounded()
    {
        var world = new World();
        for (int i = 0; i < 5_000; i++)
        {
            string id = $"intrusion-set--{i:x8}-7777-4777-8777-777777777777";
            world.Actor(id, $"Actor {i}", [$"T{1000 + (i % 700)}", "T1110.003", $"T{2000 + (i % 50)}"]);
            world.Indicator("Vendor", "B2", [id], [$"d{i}.example"]);
        }

        for (int i = 0; i < 500; i++)
        {
            world.Finding(
                ["T1110.003", $"T{1000 + (i % 700)}"],
                [.. Enumerable.Range(i * 20, 20).Select(static n => Domain($"d{n}.example"))]
            );
        }

        Attributor attributor = world.Attributor();
        Incident incident = world.Incident();
        var watch = Stopwatch.StartNew();
        IncidentAttribution said = attributor.Of(incident, world.Organisation);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.InRange(said.Hypotheses.Count, 3, 8);
        Assert.All(said.Hypotheses, static h => Assert.True(h.For.Count <= 8 && h.Against.Count <= 8));
        Assert.True(said.Claims.Count <= 12 && said.SetAside.Count <= 25);
        Assert.Equal(AttributionStatus.Unattributed, said.Status);
    }

    [Fact]
    public void A_withdrawn_actor_and_an_incident_without_findings_are_no_trouble()
    {
        IncidentAttribution said = new World().Ask();

        Assert.Equal(AttributionStatus.Unattributed, said.Status);
        Assert.NotEmpty(said.WouldChange);
        Assert.Empty(said.Claims);
    }

    private static World Attacked() =>
        new World()
            .Actor(A, "Ash", ["T1110.003", "T1591"])
            .Actor(D, "Dogwood", ["T1005"])
            .Finding(["T1110.003", "T1591"], Domain("evil.example"));
}
