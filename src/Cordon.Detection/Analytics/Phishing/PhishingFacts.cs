using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>What findings about mails say of them: techniques, and whom and what they concern.</summary>
internal static class PhishingFacts
{
    /// <summary>ATT&amp;CK techniques: of files, of links, of asking for passwords; phishing at large where it is none of these.</summary>
    public static string[] TechniquesOf(MailScore score)
    {
        List<string> techniques = [];
        bool hasFile = score.Evidence.Any(e => e.Name.StartsWith("file-", StringComparison.Ordinal));
        bool hasLink = score.Group.Mail.Links.Count > 0;
        bool asks = score.Has("file-asks-password") || score.Has("form-in-mail") || score.Has("lure-credential");
        if (hasFile)
        {
            techniques.Add("T1566.001");
        }

        if (hasLink)
        {
            techniques.Add("T1566.002");
        }

        if (!hasFile && !hasLink)
        {
            techniques.Add("T1566");
        }

        if (asks)
        {
            techniques.Add(hasLink && !score.Has("file-asks-password") ? "T1598.003" : "T1598.002");
        }

        if (score.Has("lure-device-code"))
        {
            techniques.Add("T1528");
        }

        return [.. techniques];
    }

    /// <summary>Recipients as targets; sender, its domain and address, and the domains that are evidence, as sources; links, files and the mail as related.</summary>
    public static IEnumerable<FindingEntity> EntitiesOf(MailScore score)
    {
        Mail mail = score.Group.Mail;
        foreach (string recipient in score.Group.Recipients)
        {
            yield return new FindingEntity(new Observable(ObservableKind.EmailAddress, recipient), EntityRole.Target);
        }

        yield return FindingMaker.Source(ObservableKind.EmailAddress, mail.From);
        yield return FindingMaker.Source(ObservableKind.Address, mail.SenderAddress);
        string domain = DomainName.OfAddress(mail.From);
        if (!FreeMail.Is(domain))
        {
            yield return FindingMaker.Source(ObservableKind.Domain, domain);
        }

        foreach (string marked in score.Domains)
        {
            yield return FindingMaker.Source(
                DomainName.IsAddress(marked) ? ObservableKind.Address : ObservableKind.Domain,
                marked
            );
        }

        yield return FindingMaker.Related(ObservableKind.Message, mail.MessageId);
        foreach (MailLink link in mail.Links)
        {
            yield return FindingMaker.Related(ObservableKind.Url, link.Target);
            string host = DomainName.OfLink(link.Target);
            if (host.Length > 0)
            {
                yield return FindingMaker.Related(ObservableKind.Domain, host);
            }
        }

        foreach (MailAttachment attachment in mail.Attachments)
        {
            yield return FindingMaker.Related(ObservableKind.Hash, attachment.Sha256);
            yield return FindingMaker.Related(ObservableKind.File, attachment.Name);
        }
    }

    /// <summary>What became of a mail, in a word.</summary>
    public static string Word(MailStatus status) =>
        status switch
        {
            MailStatus.Delivered => "delivered",
            MailStatus.Junk => "junk",
            MailStatus.Quarantined => "quarantined",
            MailStatus.Failed => "failed",
            MailStatus.Removed => "removed",
            _ => "unknown",
        };
}
