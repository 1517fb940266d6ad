using System.Text;
using MimeKit;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>Takes the text out of a mail: its subject and what it shows; attachments are named, not opened.</summary>
internal static class ReportMail
{
    private const int MostParts = 200;

    /// <summary>Reads a mail.</summary>
    /// <exception cref="DocumentRefusedException">It is no mail.</exception>
    public static ReportText Read(byte[] bytes, ReadingLimits limits, CancellationToken cancel)
    {
        MimeMessage mail;
        try
        {
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = limits.MaxDepth;
            using var stream = new MemoryStream(bytes, writable: false);
            mail = MimeMessage.Load(options, stream, persistent: false, cancel);
        }
        catch (FormatException fault)
        {
            throw new DocumentRefusedException($"it is no mail that can be read: {fault.Message}", fault);
        }

        var text = new StringBuilder();
        var remarks = new List<string>();
        int parts = 0;
        Walk(mail.Body, 0, limits, text, remarks, ref parts, cancel);
        string subject = mail.Subject ?? "";
        string? sender = mail.From.Mailboxes.FirstOrDefault() is { } from
            ? (string.IsNullOrEmpty(from.Name) ? from.Domain : from.Name)
            : null;
        DateOnly? sent =
            mail.Headers.Contains(HeaderId.Date) && mail.Date.Year > 1970
                ? DateOnly.FromDateTime(mail.Date.UtcDateTime)
                : null;
        string whole = subject.Length > 0 ? $"{subject}\n\n{text}" : text.ToString();
        return new ReportText(whole.Trim(), subject.Length > 0 ? subject : null, sent, sender, remarks);
    }

    private static void Walk(
        MimeEntity? entity,
        int depth,
        ReadingLimits limits,
        StringBuilder text,
        List<string> remarks,
        ref int parts,
        CancellationToken cancel
    )
    {
        cancel.ThrowIfCancellationRequested();
        if (entity is null || depth > limits.MaxDepth || ++parts > MostParts)
        {
            return;
        }

        switch (entity)
        {
            case MultipartAlternative choices:
                Walk(
                    choices.LastOrDefault(static p => p is TextPart { IsHtml: false }) ?? choices.LastOrDefault(),
                    depth + 1,
                    limits,
                    text,
                    remarks,
                    ref parts,
                    cancel
                );
                break;
            case Multipart several:
                foreach (MimeEntity part in several)
                {
                    Walk(part, depth + 1, limits, text, remarks, ref parts, cancel);
                }

                break;
            case TextPart { IsAttachment: false } words:
                string shown = words.Text;
                shown = words.IsHtml ? ReportHtml.Read(shown, limits, cancel).Text : shown.ReplaceLineEndings("\n");
                text.Append(shown.AsSpan(0, Math.Min(shown.Length, Math.Max(0, limits.MaxText - text.Length))))
                    .Append('\n');
                break;
            case MimePart file:
                remarks.Add($"the attachment {file.FileName ?? file.ContentType.MimeType} was not opened");
                break;
        }
    }
}
