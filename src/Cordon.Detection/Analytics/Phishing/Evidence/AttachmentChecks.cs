using Cordon.Detection.Analytics.Phishing.Lures;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>What attachments are, by content, against what they say they are.</summary>
internal static class AttachmentChecks
{
    private static readonly HashSet<string> Running = new(StringComparer.Ordinal)
    {
        "exe",
        "elf",
        "macho",
        "lnk",
        "iso",
        "vhd",
        "script",
        "hta",
        "one",
        "chm",
        "jar",
        "msi",
        "url",
        "rdp",
        "settingcontent-ms",
        "reg",
    };

    private static readonly string[] Harmless =
    [
        "pdf",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "ppt",
        "pptx",
        "txt",
        "jpg",
        "png",
    ];

    /// <summary>Whether an attachment is of a kind that does something, or asks for something, when it is opened.</summary>
    public static bool IsRisky(MailAttachment attachment) =>
        Running.Contains(attachment.Kind)
        || attachment.IsNamedProgram
        || attachment.Kind is "html" or "mht" or "encrypted-zip"
        || attachment.Traits.Any(t =>
            t
                is "macros"
                    or "external-template"
                    or "encrypted"
                    or "executable-inside"
                    or "html-inside"
                    or "object-inside"
        )
        || (attachment.Kind == "svg" && attachment.Traits.Contains("script", StringComparer.Ordinal));

    /// <summary>Collects.</summary>
    public static void Run(MailContext context, EvidenceList evidence)
    {
        foreach (MailAttachment attachment in context.Mail.Attachments)
        {
            Check(context, evidence, attachment);
        }

        if (context.Mail.Attachments.Any(IsRisky) && context.Lure.Class is not LureClass.None)
        {
            evidence.Add("lure-with-risky-file", $"a {context.Lure.Name} lure brings a file of a risky kind");
        }
    }

    private static void Check(MailContext context, EvidenceList evidence, MailAttachment attachment)
    {
        bool Has(string trait) => attachment.Traits.Contains(trait, StringComparer.Ordinal);
        string what = attachment.Name.Length > 0 ? $"'{Short(attachment.Name)}'" : "an attachment";
        if (Running.Contains(attachment.Kind))
        {
            evidence.Add("file-runs", $"{what} is {attachment.Kind}, which runs or mounts when it is opened");
        }
        else if (attachment.IsNamedProgram)
        {
            evidence.Add("file-named-program", $"{what} is named as something that runs or mounts when it is opened");
        }
        else if (Has("executable-inside"))
        {
            evidence.Add("file-holds-program", $"{what} ({attachment.Kind}) holds something that runs");
        }

        switch (attachment.Kind)
        {
            case "html" or "mht" when Has("password-form"):
                evidence.Add("file-asks-password", $"{what} is a page that asks for a password");
                break;
            case "html" or "mht" when Has("script") || Has("redirect"):
                evidence.Add("file-page-with-script", $"{what} is a page with a script");
                break;
            case "html" or "mht":
                evidence.Add("file-page", $"{what} is a page");
                break;
            case "svg" when Has("script"):
                evidence.Add("file-page-with-script", $"{what} is a drawing with a script");
                break;
            case "ics" when Has("link"):
                evidence.Add("file-calendar-link", $"{what} is a calendar entry with a link");
                break;
        }

        if (Has("macros"))
        {
            evidence.Add("file-macros", $"{what} ({attachment.Kind}) has macros");
        }

        if (Has("external-template"))
        {
            evidence.Add(
                "file-external-template",
                $"{what} ({attachment.Kind}) loads a template or object from elsewhere"
            );
        }

        if (Has("object-inside"))
        {
            evidence.Add("file-object", $"{what} ({attachment.Kind}) has an object in it");
        }

        if (Has("html-inside"))
        {
            evidence.Add("file-holds-page", $"{what} ({attachment.Kind}) holds a page");
        }

        if (Has("encrypted"))
        {
            evidence.Add("file-encrypted", $"{what} ({attachment.Kind}) can be opened with a password only");
            if (LureLexicon.GivesPassword(context.Mail.Text))
            {
                evidence.Add("file-password-in-text", "the text gives a password");
            }
        }

        CheckName(evidence, attachment, what);
    }

    private static void CheckName(EvidenceList evidence, MailAttachment attachment, string what)
    {
        if (Names.Skeleton.HasTricks(attachment.Name))
        {
            evidence.Add("file-tricked-name", "the name of an attachment has letters that turn or hide others");
        }

        string[] parts = attachment.Name.Trim().ToLowerInvariant().Split('.');
        bool isDouble = parts.Length > 2 && Harmless.Contains(parts[^2].Trim(), StringComparer.Ordinal);
        bool isRisky = Running.Contains(attachment.Kind) || attachment.Kind is "html" or "svg";
        bool isOther =
            isRisky
            && (
                attachment.DeclaredType is "application/pdf" or "application/msword" or "text/plain"
                || attachment.DeclaredType.StartsWith("image/", StringComparison.Ordinal) && attachment.Kind != "svg"
                || Harmless.Contains(parts[^1], StringComparer.Ordinal)
            );
        if (isRisky && (isDouble || isOther))
        {
            evidence.Add("file-not-what-it-says", $"{what} is {attachment.Kind} under another name or type");
        }
    }

    private static string Short(string name) => name.Length > 60 ? name[..60] + "…" : name;
}
