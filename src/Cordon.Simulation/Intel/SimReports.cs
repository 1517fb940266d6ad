using Cordon.Simulation.Attempts;
using Cordon.Simulation.Chances;

namespace Cordon.Simulation.Intel;

/// <summary>What is published of a crew's infrastructure: by whom, when, what of it, and whose it is said to be.</summary>
internal static class SimReports
{
    private const int MostPoolAddresses = 5;

    public static IReadOnlyList<SimReport> Of(
        Chance chance,
        SourceHabits habits,
        string sort,
        SimActor? actor,
        IReadOnlyList<Campaign> campaigns
    )
    {
        List<SimReport> reports = [];
        if (chance.Hit(actor is null ? habits.OthersReported : habits.Reported))
        {
            for (int left = chance.Between(1, 3); left > 0; left--)
            {
                SimPublisher publisher = chance.Pick(habits.Publishers);
                SimActor? named = actor is null
                    ? chance.Hit(publisher.Invents)
                        ? chance.Pick(KnownActors.All)
                        : null
                    : chance.Hit(publisher.Wrong)
                        ? Another(chance, actor)
                        : actor;
                reports.Add(Make(chance, publisher, named, campaigns, !chance.Hit(habits.Stale)));
            }
        }

        if (sort == "false-flag")
        {
            // What once was another's was taken over, or is laid out to be found: careful sources are seldom fooled, old entries stay.
            SimActor flag = chance.Pick(KnownActors.All);
            SimPublisher publisher = chance.Pick(habits.Publishers);
            bool isFresh = !publisher.IsGood || chance.Hit(0.03);
            reports.Add(Make(chance, publisher, flag, campaigns, isFresh));
        }

        return reports;
    }

    private static SimActor Another(Chance chance, SimActor actor)
    {
        SimActor other = chance.Pick(KnownActors.All);
        return other == actor ? KnownActors.All[(IndexOf(other) + 1) % KnownActors.All.Count] : other;
    }

    private static int IndexOf(SimActor actor) => KnownActors.All.ToList().IndexOf(actor);

    private static SimReport Make(
        Chance chance,
        SimPublisher publisher,
        SimActor? named,
        IReadOnlyList<Campaign> campaigns,
        bool isFresh
    )
    {
        Campaign campaign = chance.Pick(campaigns);
        SortedSet<string> values = new(StringComparer.Ordinal);
        if (campaign.HasLures && chance.Hit(0.75))
        {
            values.Add(campaign.Domain);
        }

        if (chance.Hit(0.6))
        {
            values.Add(campaign.Server.Address);
        }

        if (chance.Hit(0.4))
        {
            values.Add(campaign.Hand.Address);
        }

        if (!campaign.HasLures && chance.Hit(0.5))
        {
            for (int left = chance.Between(1, MostPoolAddresses); left > 0; left--)
            {
                values.Add(campaign.Pool.At(20_000 + (chance.Below(campaign.PoolSize) * 7)).Address);
            }
        }

        if (values.Count == 0)
        {
            values.Add(campaign.HasLures ? campaign.Domain : campaign.Server.Address);
        }

        // Days from the middle of the campaign: reports come before it and after it.
        int days = isFresh ? chance.Between(-25, 40) : -chance.Between(320, 700);
        return new SimReport(publisher, named, chance.Hit(0.9), campaign, days, isFresh, [.. values]);
    }
}

/// <summary>One publication. Immutable.</summary>
/// <param name="Publisher">By whom.</param>
/// <param name="Names">Whose it says that the values are; null for nobody's.</param>
/// <param name="ById">Whether it says so by identifier, and not by a name alone.</param>
/// <param name="Campaign">The campaign that it tells of.</param>
/// <param name="Days">When, in days from the middle of the campaign.</param>
/// <param name="IsFresh">Whether it is worth something by the time of the attempts.</param>
/// <param name="Values">Domains and addresses.</param>
internal sealed record SimReport(
    SimPublisher Publisher,
    SimActor? Names,
    bool ById,
    Campaign Campaign,
    int Days,
    bool IsFresh,
    IReadOnlyList<string> Values
);
