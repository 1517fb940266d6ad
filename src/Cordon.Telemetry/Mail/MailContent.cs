using Cordon.Telemetry.Mail.Attachments;

namespace Cordon.Telemetry.Mail;

/// <summary>What is below a mail's header: its text, links and attachments.</summary>
internal sealed class MailContent
{
    /// <summary>The text that a reader sees.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether there is HTML among it.</summary>
    public bool HasHtml { get; set; }

    /// <summary>Whether the mail itself, not an attachment, asks for a password in a form.</summary>
    public bool HasPasswordForm { get; set; }

    /// <summary>Characters that HTML keeps from the reader's eyes.</summary>
    public int HiddenChars { get; set; }

    /// <summary>Links, wrapped ones as what is behind.</summary>
    public List<(string Target, string Text)> Links { get; } = [];

    /// <summary>Attachments.</summary>
    public List<Attachment> Attachments { get; } = [];

    /// <summary>What was left out, in words.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>An attachment and what it is.</summary>
    /// <param name="Name">Its name, as the mail gives it.</param>
    /// <param name="Type">Its media type, as the mail gives it.</param>
    /// <param name="Bytes">Its decoded length.</param>
    /// <param name="Sha256">Its digest; empty where it was not read to its end.</param>
    /// <param name="Facts">What its bytes are.</param>
    internal sealed record Attachment(string Name, string Type, long Bytes, string Sha256, AttachmentFacts Facts);
}
