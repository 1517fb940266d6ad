using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Sector.Evidence;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Privacy;

/// <summary>
/// Chooses what of an incident's trail may leave the organisation: the attacker's observables, without what is the organisation's, another supplier's or ordinary life's, and
/// without any text that holds a name of the organisation's.
/// </summary>
internal sealed class Disclosure(OwnNames names, Ordinary ordinary, IReadOnlyList<SupplierNames> suppliers)
{
    private const int MostOfAKind = 100;
    private const int MostSubjects = 10;
    private const int LongestText = 300;

    /// <summary>What may be looked for.</summary>
    /// <param name="footprint">The incident.</param>
    /// <param name="lures">The attacker's mails.</param>
    /// <param name="recipient">Who is told: his own mailboxes and domains may be named to him.</param>
    public IReadOnlyList<Sought> Observables(Footprint footprint, IReadOnlyList<Mail> lures, SupplierNames recipient)
    {
        HashSet<Observable> chosen = [];
        foreach (Observable source in footprint.Incident.Sources)
        {
            Take(chosen, source, footprint, recipient);
        }

        foreach (Mail mail in lures)
        {
            Take(chosen, new Observable(ObservableKind.EmailAddress, mail.From), footprint, recipient);
            Take(chosen, new Observable(ObservableKind.EmailAddress, mail.ReplyTo), footprint, recipient);
            // An address that is shown over a link that leads elsewhere is borrowed: it is its owner's.
            foreach (MailLink link in mail.Links.Where(l => !mail.Links.Any(o => o != l && o.Text.Trim() == l.Target)))
            {
                Take(chosen, new Observable(ObservableKind.Url, link.Target), footprint, recipient);
                Take(
                    chosen,
                    new Observable(ObservableKind.Domain, DomainNames.OfLink(link.Target)),
                    footprint,
                    recipient
                );
            }

            foreach (MailAttachment attachment in mail.Attachments)
            {
                Take(chosen, new Observable(ObservableKind.Hash, attachment.Sha256), footprint, recipient);
                Take(chosen, new Observable(ObservableKind.File, attachment.Name), footprint, recipient);
            }
        }

        return
        [
            .. chosen
                .GroupBy(static o => o.Kind)
                .OrderBy(static g => g.Key)
                .SelectMany(static g => g.OrderBy(static o => o.Value, StringComparer.Ordinal).Take(MostOfAKind))
                .Select(o => new Sought(o, footprint.Incident.First, footprint.Incident.Last.AddDays(DaysOf(o.Kind)))),
        ];
    }

    /// <summary>Subjects of the attacker's mails that name nobody.</summary>
    public IReadOnlyList<string> Subjects(IReadOnlyList<Mail> lures, SupplierNames recipient) =>
        [
            .. lures
                .Select(static m => m.Subject.Trim())
                .Where(s => s.Length is > 0 and <= LongestText && IsFree(s, recipient))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(MostSubjects),
        ];

    /// <summary>How long an observable is worth looking for: addresses change hands, digests do not.</summary>
    private static int DaysOf(ObservableKind kind) =>
        kind switch
        {
            ObservableKind.Address => 90,
            ObservableKind.Url => 180,
            _ => 365,
        };

    private void Take(HashSet<Observable> chosen, Observable observable, Footprint footprint, SupplierNames recipient)
    {
        if (MayBeTold(observable, footprint, recipient))
        {
            chosen.Add(observable);
        }
    }

    private bool MayBeTold(Observable observable, Footprint footprint, SupplierNames recipient)
    {
        string value = observable.Value;
        if (value.Length is 0 or > LongestText || !IsFree(value, recipient))
        {
            return false;
        }

        return observable.Kind switch
        {
            ObservableKind.Address => !ordinary.IsInner(value) && !ordinary.IsOrdinaryAddress(value, footprint),
            ObservableKind.Domain => IsForeign(value, footprint, recipient),
            ObservableKind.EmailAddress => IsMailbox(value, recipient),
            ObservableKind.Url => IsPlainLink(value, footprint, recipient),
            ObservableKind.Hash => value.Length is 32 or 40 or 64 && value.All(char.IsAsciiHexDigit),
            ObservableKind.File => value.Contains('.', StringComparison.Ordinal),
            // Browsers are everybody's; what stands for one on Windows is a computer's name.
            ObservableKind.UserAgent => value.Contains('/', StringComparison.Ordinal)
                && !value.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase)
                && !ordinary.IsOrdinaryProgram(value, footprint),
            _ => false,
        };
    }

    private bool IsForeign(string domain, Footprint footprint, SupplierNames recipient) =>
        domain.Contains('.', StringComparison.Ordinal)
        && !System.Net.IPAddress.TryParse(domain, out _)
        && !names.IsOwnDomain(domain)
        && !suppliers.Any(s => s.Owns(domain))
        && !recipient.Owns(domain)
        && !ordinary.IsOrdinaryDomain(domain, footprint);

    // A mailbox of the recipient's that a lure came from is his to look after; one of another supplier's is not his to know.
    private bool IsMailbox(string address, SupplierNames recipient)
    {
        string domain = DomainNames.OfAddress(address);
        return domain.Contains('.', StringComparison.Ordinal)
            && !names.IsOwnDomain(domain)
            && (recipient.Owns(domain) || !suppliers.Any(s => s.Owns(domain)));
    }

    // What stands behind a question mark tells who was written to.
    private bool IsPlainLink(string link, Footprint footprint, SupplierNames recipient) =>
        Uri.TryCreate(link, UriKind.Absolute, out Uri? uri)
        && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && uri.AbsolutePath.Length > 1
        && IsForeign(DomainNames.OfLink(link), footprint, recipient);

    private bool IsFree(string text, SupplierNames recipient) =>
        !names.AreIn(text)
        && !suppliers.Any(s =>
            !ReferenceEquals(s, recipient)
            && (s.IsNamedIn(text) || s.Supplier.Domains.Any(d => text.Contains(d, StringComparison.OrdinalIgnoreCase)))
        );
}
