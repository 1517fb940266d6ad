using System.Globalization;
using System.Text;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>A mail as it lies in a mailbox (RFC 5322), with the checks of the member's own server at its top.</summary>
internal static class MailText
{
    public static string Of(MailEvent mail, string server)
    {
        var text = new StringBuilder(2_000);
        string domain = mail.From[(mail.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
        string returnPath = mail.ReturnPath.Length > 0 ? mail.ReturnPath : mail.From;
        string envelope = returnPath[(returnPath.IndexOf('@', StringComparison.Ordinal) + 1)..];
        void Line(string line) => text.Append(line).Append("\r\n");

        Line($"Return-Path: <{returnPath}>");
        if (!mail.IsInternal)
        {
            Line(
                $"Authentication-Results: {server}; spf={mail.Spf} smtp.mailfrom={envelope}; dkim={mail.Dkim} header.d={(mail.Dkim == "pass" ? envelope : "none.invalid")}; dmarc={mail.Dmarc} header.from={domain}"
            );
        }

        Line(
            $"Received: from mail.{(mail.IsInternal ? domain : envelope)} ([{mail.Sender.Address}]) by {server} with ESMTPS; {Date(mail.Time)}"
        );
        Line($"Message-ID: <{mail.Mark}@{domain}>");
        Line($"Date: {Date(mail.Time.AddSeconds(-2))}");
        Line($"From: {Phrase(mail.FromName)} <{mail.From}>");
        Line($"To: {string.Join(", ", mail.To)}");
        if (mail.ReplyTo.Length > 0)
        {
            Line($"Reply-To: <{mail.ReplyTo}>");
        }

        Line($"Subject: {mail.Subject}");
        Line("MIME-Version: 1.0");
        if (mail.AttachmentName.Length == 0)
        {
            Body(text, mail);
            return text.ToString();
        }

        string boundary = "part-" + mail.Mark[..8];
        Line($"Content-Type: multipart/mixed; boundary=\"{boundary}\"");
        Line("");
        Line("--" + boundary);
        Body(text, mail);
        Line("--" + boundary);
        Line($"Content-Type: {TypeOf(mail.AttachmentName)}; name=\"{mail.AttachmentName}\"");
        Line("Content-Transfer-Encoding: base64");
        Line($"Content-Disposition: attachment; filename=\"{mail.AttachmentName}\"");
        Line("");
        Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Attachment), Base64FormattingOptions.InsertLineBreaks));
        Line($"--{boundary}--");
        return text.ToString();
    }

    private static void Body(StringBuilder text, MailEvent mail)
    {
        bool isHtml = mail.Link.Length > 0;
        text.Append(
            $"Content-Type: text/{(isHtml ? "html" : "plain")}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        );
        if (!isHtml)
        {
            text.Append(mail.Text.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n");
            return;
        }

        text.Append("<html><body><p>")
            .Append(mail.Text.Replace("\n", "</p>\r\n<p>", StringComparison.Ordinal))
            .Append("</p>\r\n<p><a href=\"")
            .Append(mail.Link)
            .Append("\">")
            .Append(mail.LinkText)
            .Append("</a></p></body></html>\r\n");
    }

    private static string Phrase(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal)
            ? $"\"{name}\""
            : name;

    private static string Date(DateTime time) =>
        time.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".pdf" => "application/pdf",
            ".html" or ".htm" => "text/html",
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".iso" => "application/x-iso9660-image",
            ".zip" => "application/zip",
            _ => "application/octet-stream",
        };
}
