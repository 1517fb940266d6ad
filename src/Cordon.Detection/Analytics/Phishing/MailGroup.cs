using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>One mail as several logs tell of it: the mail itself, copies of it in other mailboxes, and rows of traces.</summary>
internal sealed class MailGroup
{
    private MailGroup(IReadOnlyList<Mail> mails)
    {
        Mails = mails;
        Mail = mails.FirstOrDefault(m => m.IsWhole) ?? mails[0];
        Recipients = [.. mails.SelectMany(m => m.Recipients).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All that is told of it, by time.</summary>
    public IReadOnlyList<Mail> Mails { get; }

    /// <summary>The one that knows most.</summary>
    public Mail Mail { get; }

    /// <summary>To whom it went.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>What became of it for a recipient: of several words the one of the latest trace, else what the mail itself says.</summary>
    public MailStatus StatusOf(string recipient)
    {
        MailStatus status = MailStatus.Unknown;
        foreach (Mail mail in Mails)
        {
            if (mail.Status != MailStatus.Unknown && mail.Recipients.Contains(recipient, StringComparer.Ordinal))
            {
                status = mail.Status;
            }
        }

        return status;
    }

    /// <summary>What became of it: where it differs by recipient, the worst for the organisation.</summary>
    public MailStatus Status
    {
        get
        {
            MailStatus[] all = [.. Recipients.Select(StatusOf)];
            MailStatus[] order =
            [
                MailStatus.Delivered,
                MailStatus.Unknown,
                MailStatus.Junk,
                MailStatus.Removed,
                MailStatus.Quarantined,
                MailStatus.Failed,
            ];
            return all.Length == 0 ? Mail.Status : order.First(s => all.Contains(s));
        }
    }

    /// <summary>The logs' own words for that, each once.</summary>
    public IEnumerable<string> StatusTexts =>
        Mails.Select(m => m.StatusText).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Puts together what belongs to one mail: the same Message-ID and sender. By time of the first.</summary>
    public static IReadOnlyList<MailGroup> Of(IReadOnlyList<Mail> mails)
    {
        Dictionary<(string Id, string From), List<Mail>> groups = [];
        List<List<Mail>> all = [];
        foreach (Mail mail in mails)
        {
            var key = (mail.MessageId.ToLowerInvariant(), mail.From);
            if (mail.MessageId.Length == 0 || !groups.TryGetValue(key, out List<Mail>? group))
            {
                group = [];
                all.Add(group);
                if (mail.MessageId.Length > 0)
                {
                    groups[key] = group;
                }
            }

            group.Add(mail);
        }

        return [.. all.Select(g => new MailGroup(g))];
    }
}
