using System.Text;
using Cordon.Reporting.Terminal;
using Cordon.Sector.Warnings;
using MimeKit;

namespace Cordon.Reporting.Warnings;

/// <summary>
/// A warning as the draft of a mail (RFC 5322): plain text, with the STIX bundle as a file. It has no sender and no date, as nobody sends it but a person; <c>X-Unsent</c> makes mail
/// programs open it for writing. The same warning gives the same bytes.
/// </summary>
public static class WarningMail
{
    /// <summary>Writes the draft.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="warning">The warning.</param>
    /// <exception cref="IOException">The output can't be written.</exception>
    public static void Write(Stream output, Warning warning)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(warning);
        using var stix = new MemoryStream();
        WarningStix.Write(stix, warning);
        stix.Position = 0;
        using var body = new TextPart("plain");
        body.SetText(Encoding.UTF8, WarningText.Of(warning));
        body.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        using var file = new MimePart("application", "stix+json")
        {
            Content = new MimeContent(stix),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = WarningWords.FileNameOf(warning) + ".stix.json",
        };
        file.ContentType.Parameters.Add("version", "2.1");
        using var parts = new Multipart("mixed") { Boundary = "cordon-" + warning.Id };
        parts.Add(body);
        parts.Add(file);
        using var mail = new MimeMessage();
        mail.Headers.Clear();
        mail.Headers.Add("X-Unsent", "1");
        if (
            warning.Recipient.Contact.Length > 0
            && MailboxAddress.TryParse(warning.Recipient.Contact, out MailboxAddress? to)
        )
        {
            mail.To.Add(new MailboxAddress(SafeText.OneLine(warning.Recipient.Name, 200), to.Address));
        }

        mail.Subject = WarningText.SubjectOf(warning);
        mail.Body = parts;
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(format, output);
    }
}
