using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Sector.Evidence;

/// <summary>Whether a mail truly came from the domain that it names, by checks that a server wrote into it (RFC 8601).</summary>
internal static class TrustedChecks
{
    /// <summary>What the checks say.</summary>
    /// <returns>Whether they vouch for the sender's domain, deny it, and whether the server that says so is the organisation's own.</returns>
    public static (bool Vouches, bool Denies, bool IsTrusted) Of(Mail mail, Organisation organisation)
    {
        MailVerdict? own = mail.Verdicts.FirstOrDefault(v => IsOwn(v.Server, organisation));
        IReadOnlyDictionary<string, string> results = own?.Results ?? mail.Authentication;
        string vouched = own?.Domain ?? mail.AuthenticatedDomain;
        string dmarc = results.GetValueOrDefault("dmarc", "");
        bool isDenied = dmarc == "fail" || results.GetValueOrDefault("compauth", "") == "fail";
        string domain = DomainNames.OfAddress(mail.From);
        bool isAligned =
            dmarc is "pass" or "bestguesspass"
            || (
                (results.GetValueOrDefault("dkim", "") == "pass" || results.GetValueOrDefault("spf", "") == "pass")
                && vouched.Length > 0
                && (AreRelated(vouched, domain) || AreRelated(domain, vouched))
            );
        return (isAligned && !isDenied, isDenied, own is not null);
    }

    private static bool AreRelated(string name, string above) =>
        above.Contains('.', StringComparison.Ordinal)
        && (
            name.Equals(above, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + above, StringComparison.OrdinalIgnoreCase)
        );

    // An organisation that names its servers trusts no others.
    private static bool IsOwn(string server, Organisation organisation) =>
        server.Length > 0
        && (
            organisation.MailServers.Contains(server, StringComparer.OrdinalIgnoreCase)
            || (organisation.MailServers.Count == 0 && organisation.Domains.Any(d => AreRelated(server, d)))
        );
}
