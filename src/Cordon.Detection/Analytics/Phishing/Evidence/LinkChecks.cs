using Cordon.Detection.Analytics.Phishing.Lures;
using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>Where the links of a mail lead, against what they show. Nothing is followed.</summary>
internal static class LinkChecks
{
    /// <summary>Collects.</summary>
    public static void Run(MailContext context, EvidenceList evidence)
    {
        foreach (MailLink link in context.Mail.Links)
        {
            string host = DomainName.OfLink(link.Target);
            if (host.Length > 0)
            {
                Check(context, evidence, link, host);
            }
            else if (link.Target.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                evidence.Add("link-data", "a link holds a page instead of leading to one");
            }
        }

        if (context.Mail.Traits.Contains("password-form", StringComparer.Ordinal))
        {
            evidence.Add("form-in-mail", "the mail itself asks for a password");
        }
    }

    private static void Check(MailContext context, EvidenceList evidence, MailLink link, string host)
    {
        string organisation = context.Suffixes.OrganisationOf(host);
        if (FileOf(link.Target) is { } file && organisation.Length > 0 && !context.IsOwn(host))
        {
            evidence.Add(
                "link-to-program",
                $"a link leads to the file '{file}', which runs or mounts when it is opened"
            );
            context.Mark(host);
        }

        if (
            organisation != context.SenderOrganisation && IsSignInHost(host)
            || organisation == context.SenderOrganisation
                && context.History.Before(context.Mail.From, context.Mail.Time).Count == 0
                && IsSignInHost(host)
        )
        {
            bool isKnown = context.IsOwn(host) || context.Finder.OwnerOf(host) is not null;
            if (!isKnown)
            {
                evidence.Add(
                    "link-to-sign-in",
                    $"a link leads to {host}, which is named for signing in and nobody's that is known"
                );
                context.Mark(host);
            }
        }

        if (DomainName.IsAddress(host))
        {
            evidence.Add("link-to-address", $"a link leads to the bare address {host}");
            context.Mark(host);
        }

        if (
            Uri.TryCreate(link.Target, UriKind.Absolute, out Uri? uri)
            && uri.UserInfo.Contains('.', StringComparison.Ordinal)
        )
        {
            evidence.Add("link-with-user", $"a link hides its host {host} behind an @");
            context.Mark(host);
        }

        Lookalike? like = context.Finder.OfDomain(host);
        if (like is not null && !context.IsOwn(host) && organisation != context.SenderOrganisation)
        {
            evidence.Add(
                like.Kind is LookalikeKind.OtherEnding or LookalikeKind.TwoSlips ? "link-near" : "link-lookalike",
                "a link leads to " + like.Words
            );
            context.Mark(host);
        }
        else if (like is not null && organisation == context.SenderOrganisation)
        {
            context.Mark(host);
        }

        if (Skeleton.IsMixed(DomainName.Shown(host)))
        {
            evidence.Add("link-mixed-script", $"the host {host} mixes alphabets");
            context.Mark(host);
        }

        CheckShown(context, evidence, link, host, organisation);
        if (
            context.Lure.Class is LureClass.Credential or LureClass.DeviceCode or LureClass.Recruiter
            && PublicSuffixes.IsHost(organisation)
            && organisation != context.SenderOrganisation
        )
        {
            evidence.Add(
                "lure-link-on-free-host",
                $"a {context.Lure.Name} lure leads to {organisation}, where anybody can put a page"
            );
            context.Mark(host);
        }
    }

    // A host named for signing in: as a label of its own, or as a word in one.
    private static bool IsSignInHost(string host) =>
        host.Split('.')
            .SkipLast(1)
            .SelectMany(static label => label.Split('-'))
            .Any(static word => SignInWords.Contains(word, StringComparer.Ordinal));

    private static readonly string[] SignInWords =
    [
        "login",
        "logon",
        "signin",
        "signon",
        "sso",
        "auth",
        "oauth",
        "account",
        "accounts",
        "secure",
        "verify",
        "verification",
        "mfa",
        "webmail",
        "owa",
        "password",
        "office365",
        "o365",
    ];

    // The name of a file that a link leads to, where its ending is one of programs and disk images.
    private static string? FileOf(string target)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out Uri? uri))
        {
            return null;
        }

        string name = Uri.UnescapeDataString(uri.AbsolutePath[(uri.AbsolutePath.LastIndexOf('/') + 1)..]);
        return !ProgramNames.IsOne(name) ? null
            : name.Length > 60 ? name[..60] + "…"
            : name;
    }

    private static void CheckShown(
        MailContext context,
        EvidenceList evidence,
        MailLink link,
        string host,
        string organisation
    )
    {
        string shown = DomainName.InText(link.Text);
        if (shown.Length == 0)
        {
            return;
        }

        string shownOrganisation = context.Suffixes.OrganisationOf(shown);
        // Senders count clicks on hosts of their own, and services that they send by have links of theirs.
        if (
            shownOrganisation == organisation
            || organisation == context.SenderOrganisation
            || (context.Verdict.IsTrusted && organisation == context.Suffixes.OrganisationOf(context.Verdict.Domain))
        )
        {
            return;
        }

        bool isBorrowed =
            context.Finder.OwnerOf(shown) is { } owner && !owner.Owns(host) && !owner.Owns(context.SenderDomain);
        evidence.Add(
            isBorrowed ? "link-shows-protected" : "link-shows-other",
            $"a link shows {shown} and leads to {host}"
        );
        context.Mark(host);
    }
}
