namespace Cordon.Simulation.Sector;

/// <summary>A network of the made-up Internet: a number from the documentation ranges, and reserved addresses.</summary>
/// <param name="Number">Its AS number, 64496-64511 or 65536-65551 (RFC 5398).</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of customers it has.</param>
/// <param name="Place">Where its addresses are said to be.</param>
/// <param name="Base">Its first address.</param>
/// <param name="Size">How many addresses it has.</param>
internal sealed record Network(long Number, string Name, NetworkKind Kind, Place Place, uint Base, int Size)
{
    private const uint Shared = (100u << 24) | (64u << 16);
    private const uint Benchmark = (198u << 24) | (18u << 16);

    private static readonly string[] Countries = ["de", "fr", "gb", "us", "ca", "in", "kr", "ch"];

    /// <summary>Networks of households, one for each place (100.64.0.0/10, RFC 6598).</summary>
    public static IReadOnlyList<Network> Homes { get; } =
    [
        .. Place.All.Select(
            (place, i) =>
                new Network(
                    64496 + i,
                    $"Home Cable {Countries[i].ToUpperInvariant()}",
                    NetworkKind.Home,
                    place,
                    Shared + ((uint)i << 19),
                    1 << 19
                )
        ),
    ];

    /// <summary>Networks of telephones, one for each place (198.18.0.0/17, RFC 2544).</summary>
    public static IReadOnlyList<Network> Phones { get; } =
    [
        .. Place.All.Select(
            (place, i) =>
                new Network(
                    64504 + i,
                    $"Mobile {Countries[i].ToUpperInvariant()}",
                    NetworkKind.Phone,
                    place,
                    Benchmark + ((uint)i << 12),
                    1 << 12
                )
        ),
    ];

    /// <summary>Networks of offices, one for each place (198.18.128.0/17); each member has 32 addresses of its own.</summary>
    public static IReadOnlyList<Network> Offices { get; } =
    [
        .. Place.All.Select(
            (place, i) =>
                new Network(
                    65536 + i,
                    $"Business Lines {Countries[i].ToUpperInvariant()}",
                    NetworkKind.Office,
                    place,
                    Benchmark + (1u << 15),
                    1 << 15
                )
        ),
    ];

    /// <summary>Servers for rent, and what hides who uses it (198.19.0.0/16).</summary>
    public static IReadOnlyList<Network> Rented { get; } =
    [
        new(65544, "Example Hosting North", NetworkKind.Hosting, Place.All[0], Benchmark + (1u << 16), 1 << 14),
        new(65545, "Example Hosting West", NetworkKind.Hosting, Place.All[3], Benchmark + (5u << 14), 1 << 14),
        new(65546, "Example Relay Exits", NetworkKind.Anonymiser, Place.All[7], Benchmark + (6u << 14), 1 << 14),
        new(65547, "Example Private Access", NetworkKind.Anonymiser, Place.All[4], Benchmark + (7u << 14), 1 << 14),
    ];

    /// <summary>Services of the sector's partners (198.51.100.0/24).</summary>
    public static Network Partners { get; } =
        new(
            65548,
            "Partner Services",
            NetworkKind.Hosting,
            Place.All[0],
            (198u << 24) | (51u << 16) | (100u << 8),
            256
        );

    /// <summary>Senders of bulk mail and other mail services (203.0.113.0/24).</summary>
    public static Network MailServices { get; } =
        new(65549, "Mail Services", NetworkKind.Hosting, Place.All[3], (203u << 24) | (113u << 8), 256);

    /// <summary>The cloud provider's own addresses (192.0.2.0/24).</summary>
    public static Network Cloud { get; } =
        new(65550, "Cloud Provider", NetworkKind.Hosting, Place.All[7], (192u << 24) | (2u << 8), 256);

    /// <summary>An address of it by its number; beyond the last it begins anew.</summary>
    public Endpoint At(int number)
    {
        uint address = Base + (uint)(number % Size);
        return new Endpoint(
            $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}",
            this,
            Place
        );
    }

    /// <summary>An IPv6 address of it (2001:db8::/32).</summary>
    public Endpoint AtV6(int number) =>
        new($"2001:db8:{Number & 0xFFFF:x}:{(number >> 12) + 1:x}::{(number & 0xFFF) + 1:x}", this, Place);
}

/// <summary>Who is behind a network's addresses.</summary>
internal enum NetworkKind
{
    /// <summary>Households.</summary>
    Home,

    /// <summary>Telephones.</summary>
    Phone,

    /// <summary>Offices.</summary>
    Office,

    /// <summary>Servers for rent.</summary>
    Hosting,

    /// <summary>Relays and private access that hide who uses them.</summary>
    Anonymiser,
}

/// <summary>An address with what is known of it.</summary>
/// <param name="Address">The address.</param>
/// <param name="Network">Its network.</param>
/// <param name="Place">Where it is said to be.</param>
internal sealed record Endpoint(string Address, Network Network, Place Place);
