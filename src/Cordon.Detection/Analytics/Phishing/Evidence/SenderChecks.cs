using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>Who a mail comes from, against who it says it comes from.</summary>
internal static class SenderChecks
{
    /// <summary>Collects.</summary>
    public static void Run(MailContext context, EvidenceList evidence)
    {
        Mail mail = context.Mail;
        (int earlier, double days) = context.History.Before(mail.From, mail.Time);
        bool isCorrespondent = context.History.WasWrittenTo(mail.From, context.SenderOrganisation, mail.Time);
        CheckAuthentication(context, evidence, isKnown: isCorrespondent || earlier > 0);
        CheckLookalikes(context, evidence);
        CheckShownName(context, evidence);
        if (mail.ReplyTo.Length > 0)
        {
            CheckReplyTo(context, evidence);
        }

        if (isCorrespondent)
        {
            evidence.Add("known-correspondent", "the organisation wrote to it before");
        }
        else if (earlier == 0)
        {
            evidence.Add("first-contact", "first mail from this address");
        }
        else if (earlier >= context.Settings["mail.habit-mails"] && days >= context.Settings["mail.habit-days"])
        {
            evidence.Add("habitual-sender", $"{earlier} mails from it in {days:0} days before");
        }

        if (mail.Traits.Contains("list", StringComparer.Ordinal))
        {
            evidence.Add("mailing-list", "sent to a list");
        }
    }

    private static void CheckAuthentication(MailContext context, EvidenceList evidence, bool isKnown)
    {
        TrustedVerdict verdict = context.Verdict;
        bool isAligned =
            verdict["dmarc"] is "pass" or "bestguesspass"
            || (
                (verdict["dkim"] == "pass" || verdict["spf"] == "pass")
                && verdict.Domain.Length > 0
                && context.Suffixes.OrganisationOf(verdict.Domain) == context.SenderOrganisation
            );
        double trust = verdict.IsTrusted ? 1 : context.Settings["mail.stated-trust"];
        ProtectedIdentity? owner = context.Finder.OwnerOf(context.SenderDomain);
        bool isDenied = verdict["dmarc"] == "fail" || verdict["compauth"] == "fail";
        if (isAligned)
        {
            if (!isKnown)
            {
                return;
            }

            evidence.Add("authenticated", $"{context.SenderOrganisation} vouches for it", trust);
        }
        else if (isDenied && owner is { Kind: not IdentityKind.Service } && context.Mail.IsInternal != true)
        {
            // The true domain, and its owner's policy says that it does not come from there.
            evidence.Add(
                "forged-domain",
                $"it claims to come from {context.SenderDomain} and fails its DMARC policy",
                trust
            );
        }
        else if (isDenied)
        {
            evidence.Add(
                "dmarc-fail",
                $"{(verdict["dmarc"] == "fail" ? "DMARC" : "composite authentication")} failed",
                trust
            );
        }
        else if (verdict["spf"] is "fail" or "softfail" && verdict["dkim"] != "pass")
        {
            evidence.Add("spf-fail", $"SPF said {verdict["spf"]}", trust);
        }
    }

    private static void CheckLookalikes(MailContext context, EvidenceList evidence)
    {
        foreach (string domain in new[] { context.SenderDomain, DomainName.OfAddress(context.Mail.ReplyTo) })
        {
            if (context.Finder.OfDomain(domain) is { } like && !context.IsOwn(domain))
            {
                evidence.Add(Name(like.Kind), like.Words);
                context.Mark(domain);
                return;
            }
        }
    }

    /// <summary>The name of the weight for a lookalike sender.</summary>
    private static string Name(LookalikeKind kind) =>
        kind switch
        {
            LookalikeKind.Confusable => "sender-confusable",
            LookalikeKind.Subdomain => "sender-subdomain",
            LookalikeKind.OneSlip => "sender-one-slip",
            LookalikeKind.TwoSlips => "sender-two-slips",
            LookalikeKind.Contains => "sender-contains",
            _ => "sender-other-ending",
        };

    private static void CheckShownName(MailContext context, EvidenceList evidence)
    {
        string name = context.Mail.FromName;
        if (name.Length == 0)
        {
            return;
        }

        bool isFree = FreeMail.Is(context.SenderOrganisation);
        if (
            context.Finder.OfShownName(name) is { } shown
            && !shown.Owns(context.SenderDomain)
            && !context.IsOwn(context.SenderDomain)
        )
        {
            evidence.Add(
                shown.Kind switch
                {
                    IdentityKind.Agency => "name-of-agency",
                    IdentityKind.Own => "name-of-organisation",
                    IdentityKind.Supplier => "name-of-supplier",
                    IdentityKind.Service => "name-of-service",
                    _ => "name-protected",
                },
                $"the name shown is that of {shown.Name}, the address is of {context.SenderOrganisation}"
            );
            context.Mark(context.SenderDomain);
            if (isFree)
            {
                evidence.Add("borrowed-name-free-mail", "from free mail");
            }
        }

        string inName = DomainName.OfAddress(
            name.Split(' ', '<', '>', '(', ')', '"').FirstOrDefault(w => w.IndexOf('@', StringComparison.Ordinal) > 0)
                ?? ""
        );
        if (
            inName.Contains('.', StringComparison.Ordinal)
            && context.Suffixes.OrganisationOf(inName) != context.SenderOrganisation
        )
        {
            evidence.Add(
                "address-in-name",
                $"the name shown holds an address of {inName}, the mail is from {context.SenderOrganisation}"
            );
            context.Mark(context.SenderDomain);
        }

        if (Skeleton.HasTricks(name) || Skeleton.IsMixed(name))
        {
            evidence.Add("tricked-name", "the name shown has letters that are not what they look like");
        }
    }

    private static void CheckReplyTo(MailContext context, EvidenceList evidence)
    {
        string reply = context.Suffixes.OrganisationOf(DomainName.OfAddress(context.Mail.ReplyTo));
        if (reply.Length == 0 || reply == context.SenderOrganisation)
        {
            return;
        }

        if (FreeMail.Is(reply) && !FreeMail.Is(context.SenderOrganisation))
        {
            evidence.Add(
                "reply-to-free-mail",
                $"answers go to free mail at {reply}, not to {context.SenderOrganisation}"
            );
        }
        else if (
            context.Finder.OwnerOf(context.SenderDomain) is { Kind: not IdentityKind.Service } owner
            && !owner.Owns(reply)
        )
        {
            evidence.Add("reply-elsewhere", $"answers go to {reply}, not to {context.SenderDomain}");
            context.Mark(reply);
        }
    }
}
