using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>The names that lures borrow: health agencies, some services, the organisation, its suppliers, and what it names itself.</summary>
internal static class ProtectedIdentities
{
    private const int LeastNameChars = 4;

    private static readonly ProtectedIdentity[] Always =
    [
        Agency("WHO", ["world health organization", "world health organisation"], "who.int"),
        Agency("Gavi", ["vaccine alliance", "gavi alliance", "covax facility"], "gavi.org"),
        Agency("CEPI", ["coalition for epidemic preparedness"], "cepi.net"),
        Agency("EMA", ["european medicines agency"], "ema.europa.eu"),
        Agency("ECDC", ["european centre for disease prevention"], "ecdc.europa.eu"),
        Agency("MHRA", ["medicines and healthcare products regulatory"], "mhra.gov.uk"),
        Agency("FDA", ["food and drug administration"], "fda.gov", "fda.hhs.gov"),
        Agency("CDC", ["centers for disease control", "centres for disease control"], "cdc.gov", "africacdc.org"),
        Agency("NIH", ["national institutes of health"], "nih.gov"),
        Agency("UNICEF", ["united nations children's fund", "unicef supply division"], "unicef.org"),
        Service(
            "Microsoft",
            ["microsoft", "office 365", "office365", "sharepoint", "onedrive"],
            "microsoft.com",
            "microsoftonline.com",
            "office.com",
            "office365.com",
            "sharepointonline.com",
            "azure.com",
            "office.net"
        ),
        Service("DocuSign", ["docusign"], "docusign.com", "docusign.net"),
        Service("Dropbox", ["dropbox"], "dropbox.com", "dropboxmail.com"),
        Service("LinkedIn", ["linkedin"], "linkedin.com", "licdn.com"),
        Service("DHL", ["dhl express"], "dhl.com", "dhl.de"),
        Service("FedEx", ["fedex"], "fedex.com"),
    ];

    /// <summary>All identities for an organisation: its own first.</summary>
    public static IReadOnlyList<ProtectedIdentity> Of(Organisation organisation)
    {
        List<ProtectedIdentity> identities = [];
        IReadOnlyList<string> own = organisation.Domains;
        if (own.Count > 0)
        {
            identities.Add(
                new ProtectedIdentity(NameOf(organisation), IdentityKind.Own, Phrases(organisation.Name), [], own)
            );
        }

        foreach (Supplier supplier in organisation.Suppliers)
        {
            // A supplier that is an agency's own domain is told as the agency.
            if (!Always.Any(a => supplier.Domains.Any(a.Owns)))
            {
                identities.Add(
                    new ProtectedIdentity(
                        supplier.Name.Length > 0 ? supplier.Name
                            : supplier.Domains is [var first, ..] ? first
                            : "",
                        IdentityKind.Supplier,
                        Phrases(supplier.Name),
                        [],
                        supplier.Domains
                    )
                );
            }
        }

        foreach (string name in organisation.ProtectedNames)
        {
            if (Phrases(name) is { Count: > 0 } phrases)
            {
                identities.Add(new ProtectedIdentity(name, IdentityKind.Named, phrases, [], own));
            }
        }

        // Mail of a supplier of that name, or of the organisation itself if it is the agency, is no imitation.
        return
        [
            .. identities,
            .. Always.Select(a =>
                a with
                {
                    Domains =
                    [
                        .. a.Domains,
                        .. organisation
                            .Suppliers.Where(s => s.Domains.Any(a.Owns) || IsOf(a, s.Name))
                            .SelectMany(s => s.Domains),
                        .. IsOf(a, organisation.Name) ? own : [],
                    ],
                }
            ),
        ];
    }

    private static bool IsOf(ProtectedIdentity identity, string name) =>
        name.Equals(identity.Name, StringComparison.OrdinalIgnoreCase)
        || identity.Phrases.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase));

    private static string NameOf(Organisation organisation) =>
        organisation.Name.Length > 0 ? organisation.Name : organisation.Domains[0];

    private static IReadOnlyList<string> Phrases(string name)
    {
        string plain = Skeleton.Plain(name, 100).Trim();
        return plain.Length >= LeastNameChars ? [plain] : [];
    }

    private static ProtectedIdentity Agency(string name, string[] phrases, params string[] domains) =>
        new(name, IdentityKind.Agency, phrases, [name.ToUpperInvariant()], domains);

    private static ProtectedIdentity Service(string name, string[] phrases, params string[] domains) =>
        new(name, IdentityKind.Service, phrases, [], domains);
}
