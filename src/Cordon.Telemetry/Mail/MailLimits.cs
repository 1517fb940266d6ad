namespace Cordon.Telemetry.Mail;

/// <summary>How much of a mail is read; what is beyond is left out, and that is told.</summary>
/// <remarks>A mail is written by whoever wants to be let in: nothing in it decides how much memory or time it takes.</remarks>
internal sealed record MailLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static MailLimits Default { get; } = new();

    /// <summary>Bytes of one mail as it lies in the file; one that is longer is read as far as that.</summary>
    public int MaxMessageBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>Bytes of the header; what follows them counts as body.</summary>
    public int MaxHeaderBytes { get; init; } = 512 * 1024;

    /// <summary>Header fields that are looked at.</summary>
    public int MaxHeaders { get; init; } = 1_000;

    /// <summary>Parts within parts; a deeper one is a leaf whose content nobody looks into.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>Parts that are looked at.</summary>
    public int MaxParts { get; init; } = 300;

    /// <summary>Characters of one header field that are kept.</summary>
    public int MaxFieldChars { get; init; } = 4_096;

    /// <summary>Fields of one name that are kept (Received, Authentication-Results).</summary>
    public int MaxRepeats { get; init; } = 40;

    /// <summary>Recipients that are kept, of To and of Cc each.</summary>
    public int MaxRecipients { get; init; } = 500;

    /// <summary>Characters of text that are kept.</summary>
    public int MaxTextChars { get; init; } = 32 * 1024;

    /// <summary>Characters of HTML that are read, of the mail and of an attachment each.</summary>
    public int MaxHtmlChars { get; init; } = 1024 * 1024;

    /// <summary>Links that are kept.</summary>
    public int MaxLinks { get; init; } = 200;

    /// <summary>Characters of a link's target and of its text.</summary>
    public int MaxLinkChars { get; init; } = 2_048;

    /// <summary>Attachments that are kept.</summary>
    public int MaxAttachments { get; init; } = 100;

    /// <summary>Decoded bytes of all attachments together that are hashed and looked into.</summary>
    public int MaxAttachmentBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>Decoded bytes of one attachment that are looked into, from its beginning.</summary>
    public int MaxLookedAtBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Names within an archive that are looked at.</summary>
    public int MaxArchiveNames { get; init; } = 1_000;
}
