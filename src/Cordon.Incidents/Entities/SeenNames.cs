using Cordon.Events;

namespace Cordon.Incidents.Entities;

/// <summary>The full names (<c>name@domain</c>) of accounts and mailboxes that an organisation's logs hold.</summary>
internal static class SeenNames
{
    public static HashSet<string> Of(IncidentInput input)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> accounts = new(StringComparer.Ordinal);
        foreach (string account in input.SignIns.Select(s => s.Account).Concat(input.Actions.Select(a => a.Account)))
        {
            Add(accounts, account);
        }

        names.UnionWith(accounts);
        // Senders and recipients are anybody's: they count where the organisation says which domains are its own, or nothing else is known.
        if (accounts.Count == 0 || input.Organisation.Domains.Count > 0)
        {
            foreach (string recipient in input.Mails.SelectMany(m => m.Recipients))
            {
                Add(names, recipient);
            }

            foreach (Finding finding in input.Findings)
            {
                foreach ((Observable observable, EntityRole role) in finding.Entities)
                {
                    if (
                        role == EntityRole.Target
                        && observable.Kind is ObservableKind.Account or ObservableKind.EmailAddress
                    )
                    {
                        Add(names, observable.Value);
                    }
                }
            }
        }

        return names;
    }

    private static void Add(HashSet<string> names, string name)
    {
        if (name.Contains('@', StringComparison.Ordinal))
        {
            names.Add(name);
        }
    }
}
