using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>Who wrote to the organisation before, and to whom it wrote: within the timeline, up to a moment.</summary>
internal sealed class ContactHistory
{
    private readonly Dictionary<string, List<DateTime>> _from = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime> _writtenTo = new(StringComparer.Ordinal);

    /// <summary>Takes all mails of a timeline.</summary>
    public ContactHistory(IEnumerable<Mail> mails, Organisation organisation, PublicSuffixes suffixes)
    {
        foreach (Mail mail in mails)
        {
            string sender = DomainName.OfAddress(mail.From);
            if (!_from.TryGetValue(mail.From, out List<DateTime>? times))
            {
                _from[mail.From] = times = [];
            }

            times.Add(mail.Time);
            if (mail.IsInternal != true || (organisation.Domains.Count > 0 && !IsOwn(sender, organisation)))
            {
                continue;
            }

            foreach (string recipient in mail.Recipients)
            {
                string domain = DomainName.OfAddress(recipient);
                string organisationOfIt = suffixes.OrganisationOf(domain);
                Remember(recipient, mail.Time);
                if (!FreeMail.Is(organisationOfIt))
                {
                    Remember("@" + organisationOfIt, mail.Time);
                }
            }
        }

        foreach (List<DateTime> times in _from.Values)
        {
            times.Sort();
        }
    }

    /// <summary>Mails from an address before a moment, and over how many days.</summary>
    public (int Count, double Days) Before(string address, DateTime time)
    {
        if (!_from.TryGetValue(address, out List<DateTime>? times))
        {
            return (0, 0);
        }

        int at = times.BinarySearch(time);
        while (at > 0 && times[at - 1] >= time)
        {
            at--;
        }

        at = at < 0 ? ~at : at;
        return (at, at == 0 ? 0 : (time - times[0]).TotalDays);
    }

    /// <summary>Whether somebody of the organisation wrote to an address, or to its organisation, before a moment.</summary>
    public bool WasWrittenTo(string address, string organisation, DateTime time) =>
        (_writtenTo.TryGetValue(address, out DateTime at) && at < time)
        || (_writtenTo.TryGetValue("@" + organisation, out at) && at < time);

    private static bool IsOwn(string domain, Organisation organisation) =>
        organisation.Domains.Any(d => domain == d || domain.EndsWith("." + d, StringComparison.Ordinal));

    private void Remember(string key, DateTime time)
    {
        if (!_writtenTo.TryGetValue(key, out DateTime known) || time < known)
        {
            _writtenTo[key] = time;
        }
    }
}
