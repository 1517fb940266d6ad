using Cordon.Simulation.Chances;

namespace Cordon.Simulation.Intel;

/// <summary>
/// Actors that may be behind attempts: those whose behaviour the kinds of attempts are described after, by their identifiers in the knowledge that ships with Cordon (a test
/// holds that they are there), and three that are made up and stand in the sector's own file.
/// </summary>
internal static class KnownActors
{
    public static readonly SimActor ForestBlizzard = new(
        "intrusion-set--df3b7de2-9dac-5afd-a348-21beece0e4db",
        "Forest Blizzard"
    );
    public static readonly SimActor Apt28 = new("intrusion-set--bef4c620-0787-42a8-a96d-b7eb6e85917c", "APT28");
    public static readonly SimActor Apt29 = new("intrusion-set--899ce53f-13a0-479b-a0e4-67d46e241542", "APT29");
    public static readonly SimActor Lazarus = new(
        "intrusion-set--c93fccb1-e8e8-42cf-ae33-2ad1d183913a",
        "Lazarus Group"
    );
    public static readonly SimActor DiamondSleet = new(
        "intrusion-set--0cc7e449-8369-5d06-bab5-306590e6d3d3",
        "Diamond Sleet"
    );
    public static readonly SimActor RubySleet = new(
        "intrusion-set--0cabb388-2757-50fe-bfbb-12e706d5c982",
        "Ruby Sleet"
    );
    public static readonly SimActor Kimsuky = new("intrusion-set--0ec2f388-bf0f-4b5c-97b1-fc736d26c25f", "Kimsuky");
    public static readonly SimActor MagicHound = new(
        "intrusion-set--f9d6633a-55e6-4adc-9263-6ae080421a13",
        "Magic Hound"
    );
    public static readonly SimActor Lantern = new(
        "intrusion-set--5d0f4c1e-7a35-4e0b-9c51-0b6f1d2a3e01",
        "Made-up Lantern"
    );
    public static readonly SimActor Finch = new("intrusion-set--5d0f4c1e-7a35-4e0b-9c51-0b6f1d2a3e02", "Made-up Finch");
    public static readonly SimActor Heron = new("intrusion-set--5d0f4c1e-7a35-4e0b-9c51-0b6f1d2a3e03", "Made-up Heron");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SimActor> All { get; } =
    [ForestBlizzard, Apt28, Apt29, Lazarus, DiamondSleet, RubySleet, Kimsuky, MagicHound, Lantern, Finch, Heron];

    /// <summary>A known actor that may be behind attempts of a kind.</summary>
    public static SimActor Pick(string kind, Chance chance) =>
        chance.Pick<SimActor>(
            kind switch
            {
                "spray-distributed" or "brute-force" =>
                [
                    (ForestBlizzard, 0.45),
                    (Apt28, 0.15),
                    (Apt29, 0.1),
                    (Lazarus, 0.05),
                    (Lantern, 0.25),
                ],
                "lure-recruiter" or "host-intrusion" => [(DiamondSleet, 0.5), (Lazarus, 0.25), (Finch, 0.25)],
                "lure-health" => [(RubySleet, 0.55), (Kimsuky, 0.2), (Finch, 0.25)],
                "lure-quotation" => [(Heron, 0.8), (Kimsuky, 0.2)],
                "spray-loud" => [(Lantern, 0.6), (MagicHound, 0.4)],
                _ => [(Apt29, 0.25), (Kimsuky, 0.2), (MagicHound, 0.2), (Finch, 0.35)],
            }
        );
}

/// <summary>An actor by identifier and name.</summary>
internal sealed record SimActor(string Id, string Name);
