namespace Cordon.Events.Activities;

/// <summary>One mail to one or more recipients, from the mail itself or from a trace of it.</summary>
public sealed record Mail : Activity
{
    /// <summary>The Message-ID without angle brackets; empty where there is none.</summary>
    public required string MessageId { get; init; }

    /// <summary>The address of the From field, lower case; empty where there is none.</summary>
    public required string From { get; init; }

    /// <summary>The name shown with it, decoded; empty where there is none.</summary>
    public string FromName { get; init; } = "";

    /// <summary>The envelope's sender (Return-Path), lower case; empty where unknown.</summary>
    public string ReturnPath { get; init; } = "";

    /// <summary>The first address of Reply-To, lower case; empty where there is none.</summary>
    public string ReplyTo { get; init; } = "";

    /// <summary>Recipients, lower case; bounded.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Decoded subject, bounded.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The text, of HTML what a reader sees; bounded. Empty for traces.</summary>
    public string Text { get; init; } = "";

    /// <summary>Links; bounded.</summary>
    public IReadOnlyList<MailLink> Links { get; init; } = [];

    /// <summary>Attachments; bounded.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>What became of it.</summary>
    public MailStatus Status { get; init; }

    /// <summary>The address that handed it to the organisation; empty where that can't be told.</summary>
    public string SenderAddress { get; init; } = "";

    /// <summary>Whether it was sent from within the organisation; null where that can't be told.</summary>
    public bool? IsInternal { get; init; }

    /// <summary>What became of it in the log's own word, such as <c>FilteredAsSpam</c>; empty where it has none.</summary>
    public string StatusText { get; init; } = "";

    /// <summary>
    /// Results of checks as the topmost Authentication-Results has them, which is the one that the last server wrote if it wrote one; the first of
    /// <see cref="Verdicts"/>. By method in lower case: <c>spf</c>, <c>dkim</c>, <c>dmarc</c>, <c>compauth</c>, <c>arc</c>, each
    /// with its word (<c>pass</c>, <c>fail</c>, <c>none</c>, …). Empty where there are none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Authentication { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The domain that DKIM or SPF vouch for and DMARC compares with; empty where none.</summary>
    public string AuthenticatedDomain { get; init; } = "";

    /// <summary>The mail program as the mail names it; empty where it does not.</summary>
    public string Mailer { get; init; } = "";

    /// <summary>All Authentication-Results, the topmost (last written) first; bounded. Which of them can be trusted depends on the organisation.</summary>
    public IReadOnlyList<MailVerdict> Verdicts { get; init; } = [];

    /// <summary>The server that took it last, as it names itself, lower case; empty where unknown.</summary>
    public string ReceivedBy { get; init; } = "";

    /// <summary>What else was seen: <c>list</c> (sent to a mailing list or in bulk), <c>automatic</c>, <c>password-form</c> (in the mail itself), <c>hidden-text</c>.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];

    /// <summary>Whether the mail itself was read, as opposed to a trace that knows only its envelope.</summary>
    public bool IsWhole { get; init; }
}
