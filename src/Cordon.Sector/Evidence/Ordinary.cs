using System.Net;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Evidence;

/// <summary>
/// What the organisation's life held before an incident or beside it: addresses that people sign in from, domains that they correspond with and visit. An attacker's trail holds
/// such things too, and to tell others to look for them would be wrong, and would tell of people.
/// </summary>
internal sealed class Ordinary
{
    private const int AccountsKept = 8;
    private static readonly IPNetwork[] Inner =
    [
        .. (
            (string[])
                [
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "224.0.0.0/3",
                    "::/127",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8",
                ]
        ).Select(IPNetwork.Parse),
    ];

    private readonly Dictionary<string, (DateTime First, HashSet<string> Accounts)> _successes = new(
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, DateTime> _programs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly IPNetwork[] _own;

    public Ordinary(WarningInput input)
    {
        Organisation organisation = input.Report.Organisation;
        _own =
        [
            .. organisation
                .AddressRanges.Concat(organisation.Scanners)
                .Select(static r => IPNetwork.TryParse(r, out IPNetwork n) ? (IPNetwork?)n : null)
                .OfType<IPNetwork>(),
        ];
        foreach (
            SignIn signIn in input.SignIns.Where(s => s.Verdict == SignInVerdict.Succeeded && s.Address.Length > 0)
        )
        {
            if (!_successes.TryGetValue(signIn.Address, out (DateTime First, HashSet<string> Accounts) known))
            {
                known = (signIn.Time, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                _successes[signIn.Address] = known;
            }

            if (known.Accounts.Count < AccountsKept)
            {
                known.Accounts.Add(signIn.Account);
            }

            if (signIn.UserAgent.Length > 0)
            {
                _programs.TryAdd(signIn.UserAgent, signIn.Time);
            }
        }

        foreach (Mail mail in input.Mails)
        {
            See(DomainNames.OfAddress(mail.From), mail.Time);
            foreach (MailLink link in mail.Links)
            {
                See(DomainNames.OfLink(link.Target), mail.Time);
            }
        }

        foreach (Cordon.Events.Activities.WebRequest request in input.WebRequests)
        {
            See(request.Domain, request.Time);
        }
    }

    /// <summary>Whether an address is one that anybody has within: private, local, or the organisation's own.</summary>
    public bool IsInner(string address) =>
        !IPAddress.TryParse(address, out IPAddress? parsed)
        || Array.Exists(Inner, r => Contains(r, parsed))
        || Array.Exists(_own, r => Contains(r, parsed));

    /// <summary>Whether people sign in from an address: before the incident, or with accounts that the attacker has not got into.</summary>
    public bool IsOrdinaryAddress(string address, Footprint footprint) =>
        _successes.TryGetValue(address, out (DateTime First, HashSet<string> Accounts) known)
        && (known.First < footprint.Incident.First || known.Accounts.Any(a => !footprint.Reached.Any(r => r.Is(a))));

    /// <summary>Whether a domain was written from, linked to or visited before an incident.</summary>
    public bool IsOrdinaryDomain(string domain, Footprint footprint) =>
        _domains.TryGetValue(domain, out DateTime first) && first < footprint.Incident.First;

    /// <summary>Whether people signed in with a program before an incident.</summary>
    public bool IsOrdinaryProgram(string userAgent, Footprint footprint) =>
        _programs.TryGetValue(userAgent, out DateTime first) && first < footprint.Incident.First;

    private void See(string domain, DateTime time)
    {
        if (domain.Length > 0 && (!_domains.TryGetValue(domain, out DateTime first) || time < first))
        {
            _domains[domain] = time;
        }
    }

    private static bool Contains(IPNetwork network, IPAddress address) =>
        network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);
}
