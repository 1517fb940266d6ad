using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Storing;
using Cordon.Simulation.Attempts;
using Cordon.Simulation.Evaluation;
using Cordon.Simulation.Intel;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Tests;

/// <summary>Who is behind attempts, and what a sector's members could know of it beforehand.</summary>
[Collection(nameof(SectorFixture))]
public sealed class IntelTests(SectorFixture fixture)
{
    [Fact]
    public void What_could_be_known_is_read_whole_and_names_actors_that_are_known()
    {
        foreach (WrittenSector sector in fixture.Sectors)
        {
            var set = IntelligenceSet.Load(Path.Combine(sector.Folder, FeedWriter.Folder), ImportLimits.Default);

            Assert.Equal(0, set.Indicators.Problems);
            Assert.True(set.Indicators.Count > 50);
            Assert.NotEmpty(set.Indicators.LeftOut);
            Assert.All(KnownActors.All, a => Assert.Equal(a.Name, set.Knowledge.Find(a.Id)?.Name));
        }
    }

    [Fact]
    public void Actors_that_are_not_made_up_ship_with_Cordon() =>
        Assert.All(
            KnownActors.All.Where(static a => !a.Name.StartsWith("Made-up", StringComparison.Ordinal)),
            static a => Assert.Equal(a.Name, KnowledgeBase.BuiltIn.Find(a.Id)?.Name)
        );

    [Fact]
    public void Every_attempt_says_who_is_behind_it()
    {
        foreach (WrittenSector sector in fixture.Sectors)
        {
            TruthDocument truth = TruthReader.Load(Path.Combine(sector.Folder, "truth.json"), EvaluationLimits.Default);

            Assert.All(
                truth.Attempts,
                static a => Assert.Contains(a.Behind.Sort, (string[])["known", "unknown", "criminal", "false-flag"])
            );
            Assert.All(truth.Attempts, static a => Assert.Equal(a.Behind.Sort == "known", a.Behind.Actor.Length > 0));
            Assert.All(
                truth.Attempts.GroupBy(static a => a.Campaign),
                static g => Assert.Single(g.Select(static a => a.Behind).Distinct())
            );
        }
    }

    [Fact]
    public void What_lures_share_a_domain_are_one_crew_s_whatever_their_kind()
    {
        for (long seed = 1; seed <= 20; seed++)
        {
            SimulationProfile profile = SimulationProfiles.Find("first")!;
            IReadOnlyList<Crew> crews = Crew.All(seed, profile, Campaign.All(seed, profile));

            // A supplier's campaign sends lures where a member has no VPN: its domain is seen.
            Assert.All(
                crews
                    .SelectMany(static c => c.Campaigns.Select(g => (c.Key, Campaign: g)))
                    .GroupBy(static c => c.Campaign.Domain),
                static g =>
                    Assert.InRange(
                        g.Where(static c => c.Campaign.HasLures).Select(static c => c.Key).Distinct().Count(),
                        0,
                        1
                    )
            );
        }
    }
}
