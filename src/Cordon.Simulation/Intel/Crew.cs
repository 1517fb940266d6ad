using Cordon.Simulation.Attempts;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Intel;

/// <summary>Whoever stands behind one or several campaigns, with what is published of the infrastructure. Immutable.</summary>
internal sealed record Crew
{
    /// <summary>What its campaigns have in common: the domain of lures, or the campaign itself.</summary>
    public required string Key { get; init; }

    public required IReadOnlyList<Campaign> Campaigns { get; init; }

    public required string Sort { get; init; }

    /// <summary>The known actor; null for others.</summary>
    public SimActor? Actor { get; init; }

    public required IReadOnlyList<SimReport> Reports { get; init; }

    /// <summary>As truth.json has it.</summary>
    public Behind Behind =>
        new(
            Sort,
            Actor?.Id ?? "",
            Actor?.Name ?? "",
            Actor is not null && Reports.Any(r => r.IsFresh && r.Publisher.IsGood && r.Names == Actor)
        );

    /// <summary>The crews of a sector, by campaign. Drawn from a stream of their own: what is simulated does not change by it.</summary>
    public static IReadOnlyList<Crew> All(
        long seed,
        SimulationProfile profile,
        IReadOnlyDictionary<string, Campaign[]> campaigns
    ) =>
        [
            .. campaigns
                .Values.SelectMany(static c => c)
                .GroupBy(KeyOf, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
                .Select(g => Make(seed, profile, g.Key, [.. g.OrderBy(static c => c.Id, StringComparer.Ordinal)])),
        ];

    // Several campaigns may use one domain: then they are one crew's, or the domain would be two actors' at once.
    private static string KeyOf(Campaign campaign) => campaign.HasLures ? campaign.Domain : campaign.Id;

    private static Crew Make(long seed, SimulationProfile profile, string key, IReadOnlyList<Campaign> campaigns)
    {
        SourceHabits habits = SourceHabits.Of(profile.Name);
        Chance chance = Chance.Of(seed, profile.Name, "behind", key);
        string kind = campaigns[0].Kind;
        bool isCommon = kind is "spray-loud" or "token-theft" or "consent-phishing" or "device-code" or "mfa-fatigue";
        double known = isCommon ? habits.KnownAmongCommon : habits.Known;
        string sort =
            chance.Hit(known) ? "known"
            : chance.Hit(habits.FalseFlags) ? "false-flag"
            : chance.Hit(isCommon ? 0.8 : 0.4) ? "criminal"
            : "unknown";
        SimActor? actor = sort == "known" ? KnownActors.Pick(kind, chance) : null;
        return new Crew
        {
            Key = key,
            Campaigns = campaigns,
            Sort = sort,
            Actor = actor,
            Reports = SimReports.Of(Chance.Of(seed, profile.Name, "reports", key), habits, sort, actor, campaigns),
        };
    }
}
