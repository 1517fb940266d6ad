namespace Cordon.Events.Organisations;

/// <summary>What is known of the organisation whose logs are read: from its <c>cordon.yaml</c>, or nothing. Immutable.</summary>
public sealed record Organisation
{
    /// <summary>The organisation that stands for logs beside which no <c>cordon.yaml</c> lies.</summary>
    public static Organisation Unnamed { get; } = new() { Name = "" };

    /// <summary>Its name; empty where nothing is known.</summary>
    public required string Name { get; init; }

    /// <summary>The folder whose logs are its own, as it was given; empty for all.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Its domains, lower case.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Its address ranges in CIDR notation: offices, VPN exits.</summary>
    public IReadOnlyList<string> AddressRanges { get; init; } = [];

    /// <summary>Names of mail servers whose Authentication-Results can be trusted (authserv-id), lower case.</summary>
    public IReadOnlyList<string> MailServers { get; init; } = [];

    /// <summary>Names that lures borrow: its executives, brands and products, beside the health agencies that are always protected.</summary>
    public IReadOnlyList<string> ProtectedNames { get; init; } = [];

    /// <summary>Suppliers and partners.</summary>
    public IReadOnlyList<Supplier> Suppliers { get; init; } = [];

    /// <summary>Accounts of administrators, as in <see cref="Activities.SignIn.Account"/>.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>Addresses or ranges of its own vulnerability scanners and monitoring.</summary>
    public IReadOnlyList<string> Scanners { get; init; } = [];

    /// <summary>Where times without a zone in its logs are meant, as an IANA name; UTC by default.</summary>
    public string TimeZone { get; init; } = "UTC";
}
