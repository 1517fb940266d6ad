using Cordon.Simulation.Logs;

namespace Cordon.Simulation.Sector;

/// <summary>An organisation of the sector. Immutable.</summary>
internal sealed record Member
{
    /// <summary>Short name, also of its folder: <c>m007-laboratory</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Number in the sector, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What it is.</summary>
    public required MemberKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its domain.</summary>
    public required string Domain { get; init; }

    /// <summary>Where it is.</summary>
    public required Place Place { get; init; }

    /// <summary>The network of its office.</summary>
    public required Network Office { get; init; }

    /// <summary>The people who work there.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Suppliers and partners with what ties them.</summary>
    public required IReadOnlyList<Tie> Ties { get; init; }

    /// <summary>Its computers that write event logs.</summary>
    public required IReadOnlyList<string> WatchedHosts { get; init; }

    /// <summary>Names that lures borrow.</summary>
    public required IReadOnlyList<string> ProtectedNames { get; init; }

    /// <summary>Number of the tenant at the identity provider.</summary>
    public required string Tenant { get; init; }

    /// <summary>Which logs it has, in which shapes, for which time.</summary>
    public required LogPlan Logs { get; init; }

    /// <summary>The address that its office shares.</summary>
    public Endpoint OfficeAddress => Office.At(Index * 32);

    /// <summary>The address of its VPN towards the outside.</summary>
    public Endpoint VpnAddress => Office.At((Index * 32) + 1);

    /// <summary>The address of its own scanner.</summary>
    public Endpoint ScannerAddress => Office.At((Index * 32) + 30);

    /// <summary>Its mail server, whose checks of mail count.</summary>
    public string MailServer => "mx." + Domain;

    /// <summary>The Windows domain.</summary>
    public string WindowsDomain => Domain[..Domain.IndexOf('.', StringComparison.Ordinal)].ToUpperInvariant();

    /// <summary>The domain controller.</summary>
    public string DomainController => "dc01." + Domain;

    /// <summary>The server that people sign in to by SSH.</summary>
    public const string LinuxServer = "compute01";

    /// <summary>A watched host's full name.</summary>
    public string HostName(string host) => $"{host.ToLowerInvariant()}.{Domain}";
}

/// <summary>What a member is to the sector.</summary>
internal enum MemberKind
{
    /// <summary>Develops and makes vaccines.</summary>
    Maker,

    /// <summary>A small laboratory.</summary>
    Laboratory,

    /// <summary>A hospital.</summary>
    Hospital,

    /// <summary>Carries what has to stay cold.</summary>
    Carrier,

    /// <summary>Supplies equipment and material.</summary>
    Supplier,
}

/// <summary>Somebody whom a member works with.</summary>
/// <param name="Name">The name.</param>
/// <param name="Domain">The domain.</param>
/// <param name="Contact">Who writes from there.</param>
/// <param name="Ties">What ties them: <c>mail</c>, <c>deliveries</c>, <c>vpn</c>, <c>guests</c>.</param>
/// <param name="Address">Where its mail and its VPN come from.</param>
internal sealed record Tie(string Name, string Domain, string Contact, IReadOnlyList<string> Ties, Endpoint Address)
{
    /// <summary>The account at the VPN that it has where its ties say so.</summary>
    public string VpnAccount => "ext-" + Domain[..Domain.IndexOf('-', StringComparison.Ordinal)];
}
