using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>
/// Results of checks that can be believed: of the organisation's own server, else of the one that took the mail last. Where neither is known by
/// name the topmost is taken, with less trust: whoever wrote the mail may have written it.
/// </summary>
/// <param name="Results">Words by method; empty where there are none.</param>
/// <param name="Domain">The domain that they vouch for; empty where none.</param>
/// <param name="IsTrusted">Whether the server is known.</param>
internal sealed record TrustedVerdict(IReadOnlyDictionary<string, string> Results, string Domain, bool IsTrusted)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    /// <summary>The word of a method; empty where it was not checked.</summary>
    public string this[string method] => Results.TryGetValue(method, out string? word) ? word : "";

    /// <summary>Chooses.</summary>
    public static TrustedVerdict Of(Mail mail, Organisation organisation, PublicSuffixes suffixes)
    {
        if (mail.Verdicts.Count == 0)
        {
            return new TrustedVerdict(
                mail.Authentication.Count > 0 ? mail.Authentication : Nothing,
                mail.AuthenticatedDomain,
                false
            );
        }

        MailVerdict? own = mail.Verdicts.FirstOrDefault(v => IsOwn(v.Server, organisation));
        if (own is not null)
        {
            return new TrustedVerdict(own.Results, own.Domain, IsTrusted: true);
        }

        // An organisation that names its servers trusts no others: what is there came with the mail.
        bool isNamed = organisation.MailServers.Count > 0;
        MailVerdict first = mail.Verdicts[0];
        bool isLast =
            !isNamed
            && mail.ReceivedBy.Length > 0
            && (
                first.Server.Length == 0
                    ? mail.ReceivedBy.EndsWith(".outlook.com", StringComparison.Ordinal)
                    : suffixes.OrganisationOf(first.Server) == suffixes.OrganisationOf(mail.ReceivedBy)
            );
        return new TrustedVerdict(first.Results, first.Domain, isLast);
    }

    private static bool IsOwn(string server, Organisation organisation) =>
        server.Length > 0
        && (
            organisation.MailServers.Contains(server, StringComparer.OrdinalIgnoreCase)
            || (
                organisation.MailServers.Count == 0
                && organisation.Domains.Any(d => server == d || server.EndsWith("." + d, StringComparison.Ordinal))
            )
        );
}
