using Cordon.Simulation.Chances;

namespace Cordon.Simulation.Sector;

/// <summary>Made-up names of members and people.</summary>
internal static class SectorNames
{
    private static readonly string[] Fronts =
    [
        "North",
        "South",
        "East",
        "West",
        "Bright",
        "Clear",
        "Silver",
        "Green",
        "Stone",
        "Maple",
        "Cedar",
        "River",
        "Lake",
        "Hill",
        "Meadow",
        "Harbour",
        "Winter",
        "Summer",
        "Amber",
        "Birch",
        "Falcon",
        "Heron",
        "Linden",
        "Orchard",
        "Prairie",
    ];

    private static readonly string[] Backs =
    [
        "field",
        "brook",
        "wood",
        "ford",
        "haven",
        "ridge",
        "gate",
        "mere",
        "dale",
        "crest",
        "holm",
        "stead",
        "well",
        "moor",
        "burn",
        "cliff",
        "bank",
        "shore",
        "bridge",
        "croft",
    ];

    private static readonly string[] First =
    [
        "Amal",
        "Bo",
        "Chiara",
        "Dmitri",
        "Elif",
        "Farid",
        "Grace",
        "Hana",
        "Ivo",
        "Jun",
        "Kiran",
        "Lena",
        "Mateo",
        "Nadia",
        "Omar",
        "Priya",
        "Quentin",
        "Rosa",
        "Sven",
        "Tara",
        "Uma",
        "Viktor",
        "Wen",
        "Ximena",
        "Yusuf",
        "Zoe",
        "Anton",
        "Beatrice",
        "Cem",
        "Dana",
    ];

    private static readonly string[] Last =
    [
        "Abara",
        "Bergdal",
        "Castell",
        "Dorvik",
        "Endara",
        "Fallow",
        "Grenn",
        "Haldor",
        "Ishido",
        "Jorvan",
        "Kessel",
        "Lindqvar",
        "Moravan",
        "Nakade",
        "Okafen",
        "Pellar",
        "Quist",
        "Ravik",
        "Soren",
        "Tavish",
        "Ulvang",
        "Venkar",
        "Wester",
        "Yilmar",
        "Zander",
        "Arden",
        "Brandal",
        "Corveth",
        "Delmar",
        "Ekstad",
        "Fenwick",
        "Galloran",
        "Hartwen",
        "Iverno",
        "Jansor",
        "Kovar",
        "Lorimer",
    ];

    /// <summary>A member's name and the first label of its domain.</summary>
    public static (string Name, string Label) Member(int index, MemberKind kind, Chance chance)
    {
        // 7 has no factor in common with 500: the first 500 fronts and backs are all different.
        int number = index * 7 % (Fronts.Length * Backs.Length);
        string stem = Fronts[number % Fronts.Length] + Backs[number / Fronts.Length];
        string more =
            index >= Fronts.Length * Backs.Length
                ? (index / 500).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : "";
        string what = kind switch
        {
            MemberKind.Maker => chance.Pick(["Vaccines", "Biologics"]),
            MemberKind.Laboratory => chance.Pick(["Laboratory", "Institute"]),
            MemberKind.Hospital => chance.Pick(["Hospital", "Clinic"]),
            MemberKind.Carrier => chance.Pick(["Cold Chain", "Logistics"]),
            _ => chance.Pick(["Instruments", "Glass"]),
        };
        return (
            $"{stem}{more} {what}",
            $"{stem}{more}-{what}".Replace(" ", "-", StringComparison.Ordinal).ToLowerInvariant()
        );
    }

    /// <summary>A person's name.</summary>
    public static string Person(Chance chance) => $"{chance.Pick(First)} {chance.Pick(Last)}";
}
