using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Evidence;

/// <summary>What the logs hold of one supplier: looked for once, however many incidents there are.</summary>
internal sealed class SupplierTraffic
{
    private SupplierTraffic(Supplier supplier, IReadOnlySet<string> domains) =>
        Names = new SupplierNames(supplier, domains);

    public SupplierNames Names { get; }

    /// <summary>Mails that come from its domains, by time.</summary>
    public List<Mail> From { get; } = [];

    /// <summary>Mails with a recipient at its domains, by time.</summary>
    public List<Mail> To { get; } = [];

    /// <summary>Sign-ins with its accounts, by time.</summary>
    public List<SignIn> SignIns { get; } = [];

    /// <summary>Goes through the logs of an organisation.</summary>
    public static IReadOnlyList<SupplierTraffic> Of(WarningInput input, CancellationToken cancel)
    {
        IReadOnlyList<Supplier> suppliers = input.Report.Organisation.Suppliers;
        var domains = suppliers.SelectMany(static s => s.Domains).ToHashSet(StringComparer.OrdinalIgnoreCase);
        SupplierTraffic[] all = [.. suppliers.Select(s => new SupplierTraffic(s, domains))];
        if (all.Length == 0)
        {
            return all;
        }

        Dictionary<string, SupplierTraffic[]> byDomain = new(StringComparer.Ordinal);
        SupplierTraffic[] OfDomain(string domain)
        {
            if (!byDomain.TryGetValue(domain, out SupplierTraffic[]? owners))
            {
                byDomain[domain] = owners = Array.FindAll(all, s => s.Names.Owns(domain));
            }

            return owners;
        }

        foreach (Mail mail in input.Mails)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (SupplierTraffic owner in OfDomain(DomainNames.OfAddress(mail.From)))
            {
                owner.From.Add(mail);
            }

            foreach (string recipient in mail.Recipients)
            {
                foreach (SupplierTraffic owner in OfDomain(DomainNames.OfAddress(recipient)))
                {
                    if (owner.To.Count == 0 || !ReferenceEquals(owner.To[^1], mail))
                    {
                        owner.To.Add(mail);
                    }
                }
            }
        }

        Dictionary<string, SupplierTraffic[]> byAccount = new(StringComparer.OrdinalIgnoreCase);
        foreach (SignIn signIn in input.SignIns)
        {
            cancel.ThrowIfCancellationRequested();
            if (!byAccount.TryGetValue(signIn.Account, out SupplierTraffic[]? owners))
            {
                byAccount[signIn.Account] = owners = Array.FindAll(all, s => s.Names.HasAccount(signIn.Account));
            }

            foreach (SupplierTraffic owner in owners)
            {
                owner.SignIns.Add(signIn);
            }
        }

        return all;
    }
}
