using System.Globalization;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Attempts;

/// <summary>What one attacker does with one set of tools at several members. Immutable.</summary>
internal sealed record Campaign
{
    /// <summary>Short name: <c>spray-distributed-2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of its attempts.</summary>
    public required string Kind { get; init; }

    /// <summary>Who is behind it: a made-up label after whom the behaviour was described.</summary>
    public required string Actor { get; init; }

    /// <summary>Where in the time of the simulation it lies, 0 to 1.</summary>
    public required double At { get; init; }

    /// <summary>What its tool is: User-Agent, protocol, client application.</summary>
    public required (string Agent, string Protocol, string Client) Tool { get; init; }

    /// <summary>The User-Agent of the person behind it.</summary>
    public required string HandAgent { get; init; }

    /// <summary>The network of many addresses.</summary>
    public required Network Pool { get; init; }

    /// <summary>How many addresses of it.</summary>
    public required int PoolSize { get; init; }

    /// <summary>The server of its own.</summary>
    public required Endpoint Server { get; init; }

    /// <summary>Where what was won is used from.</summary>
    public required Endpoint Hand { get; init; }

    /// <summary>The domain of its lures.</summary>
    public required string Domain { get; init; }

    /// <summary>Whether its <see cref="Domain"/> is seen. A supplier's access is: members without a VPN get a lure instead.</summary>
    public bool HasLures => Kind is not ("spray-distributed" or "spray-loud" or "brute-force" or "mfa-fatigue");

    /// <summary>How many campaigns of each kind there are.</summary>
    public const int PerKind = 3;

    /// <summary>The campaigns of a sector.</summary>
    public static IReadOnlyDictionary<string, Campaign[]> All(long seed, SimulationProfile profile) =>
        profile.AttemptKinds.ToDictionary(
            static k => k.Item,
            k => Enumerable.Range(0, PerKind).Select(i => Make(seed, profile, k.Item, i)).ToArray(),
            StringComparer.Ordinal
        );

    private static Campaign Make(long seed, SimulationProfile profile, string kind, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number + 1}");
        Chance chance = Chance.Of(seed, profile.Name, "campaign", id);
        AttackerHabits habits = profile.Attackers;
        Network pool = chance.Pick(habits.SprayNetworks);
        Network servers = chance.Pick(habits.ServerNetworks);
        return new Campaign
        {
            Id = id,
            Kind = kind,
            Actor = kind switch
            {
                "spray-distributed" or "brute-force" => "strontium-like",
                "lure-recruiter" or "host-intrusion" => "zinc-like",
                "lure-health" => "cerium-like",
                "lure-quotation" => "cold-chain-like",
                "supply-chain-mail" or "supply-chain-vpn" => "supplier-pivot",
                "spray-loud" => "commodity",
                _ => "token-crew",
            },
            At = 0.1 + (0.8 * (number + chance.Unit()) / PerKind),
            Tool = chance.Pick(habits.SprayTools),
            HandAgent = chance.Pick(habits.HandAgents),
            Pool = pool,
            PoolSize = chance.Between(habits.SlowAddresses.Least, habits.SlowAddresses.Most),
            Server = servers.At(200 + chance.Below(9_000)),
            Hand = chance.Pick(habits.ServerNetworks).At(10_000 + chance.Below(5_000)),
            Domain = LureDomain(kind, chance),
        };
    }

    private static string LureDomain(string kind, Chance chance) =>
        kind switch
        {
            "lure-recruiter" or "host-intrusion" => chance.Pick([
                "global-careers-office",
                "bio-talent-search",
                "pharma-recruiting-desk",
            ]) + ".example",
            "lure-health" => chance.Pick([
                "who-int",
                "who-covid19-desk",
                "global-vaccine-agencv",
                "vaccine-agency-bulletin",
            ]) + ".example",
            "lure-quotation" => chance.Pick(["polar-biomedicals", "coldchain-quotation", "cceop-tenders"]) + ".example",
            _ => chance.Pick([
                "secure-portal-access",
                "office-session-check",
                "mail-quota-service",
                "shared-files-view",
            ]) + ".example",
        };
}
