using System.Globalization;
using System.Text;
using Cordon.Telemetry.Rows;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Utils;

namespace Cordon.Telemetry.Mail;

/// <summary>
/// Makes the event of a mail: product <c>mail</c>, channel <c>message</c>, fields under the header's own names and, of what is below it,
/// <c>Text</c>, <c>Links.N.*</c> and <c>Attachments.N.*</c>. <c>docs/formats/mail.md</c> lists them.
/// </summary>
internal sealed class MailEvent(MailLimits limits, RowEvent row)
{
    /// <summary>The product of all events that come from mails.</summary>
    public const string Product = "mail";

    private static readonly string[] SingleFields =
    [
        "In-Reply-To",
        "X-Originating-IP",
        "X-Mailer",
        "User-Agent",
        "X-MS-Exchange-Organization-AuthAs",
        "X-MS-Exchange-Organization-SCL",
        "X-MS-Exchange-CrossTenant-AuthAs",
        "X-Microsoft-Antispam-Mailbox-Delivery",
        "X-Spam-Status",
        "X-Spam-Flag",
        "List-Id",
        "List-Unsubscribe",
        "Precedence",
        "Auto-Submitted",
        "Delivered-To",
        "X-Original-To",
    ];

    private readonly ParserOptions _options = Options(limits);

    /// <summary>Fills the row with a mail.</summary>
    /// <param name="bytes">The mail.</param>
    /// <param name="source">The path that the event shows.</param>
    /// <param name="position">Where it begins there.</param>
    /// <param name="number">Its number there, from 1.</param>
    /// <param name="leftOut">What was left out, in words.</param>
    /// <returns>Null, or why it is no mail.</returns>
    public string? Show(ReadOnlyMemory<byte> bytes, string source, long position, ulong number, List<string> leftOut)
    {
        bytes = MessageBytes.Trim(bytes);
        (ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> rest) = MessageBytes.Split(bytes, limits, out bool isCut);
        if (isCut)
        {
            leftOut.Add("its header is longer than is read");
        }

        MimeMessage message;
        try
        {
            using var stream = new MemoryPieces(header, rest);
            message = new MimeParser(_options, stream, MimeFormat.Entity, persistent: false).ParseMessage();
        }
        // The parser's word for a header that is none; and what charsets and transfer encodings of hostile mails come to.
        catch (Exception fault)
            when (fault is FormatException or ArgumentException or IOException or InvalidOperationException)
        {
            return $"it can't be read as a mail: {fault.Message}";
        }

        using (message)
        {
            if (message.Headers.Count == 0)
            {
                return "it has no header";
            }

            try
            {
                row.Begin(source, position, number, Product, "message");
                ShowHeader(message);
                MailContent content = new MailContentReader(limits).Read(message.Body);
                ShowContent(content);
                leftOut.AddRange(content.LeftOut);
            }
            // Fields are read when they are asked for, so their faults come late.
            catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
            {
                return $"a part of it can't be read: {fault.Message}";
            }
        }

        return null;
    }

    private static ParserOptions Options(MailLimits limits)
    {
        ParserOptions options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = limits.MaxDepth + 2;
        options.MaxAddressGroupDepth = 3;
        return options;
    }

    private void ShowHeader(MimeMessage message)
    {
        ShowMailboxes("From", Addresses(message, HeaderId.From), isSender: true);
        ShowMailboxes("Sender", Addresses(message, HeaderId.Sender), isSender: false);
        ShowMailboxes("To", Addresses(message, HeaderId.To), isSender: false);
        ShowMailboxes("Cc", Addresses(message, HeaderId.Cc), isSender: false);
        ShowMailboxes("Reply-To", Addresses(message, HeaderId.ReplyTo), isSender: false);
        ShowMailboxes("Return-Path", Addresses(message, HeaderId.ReturnPath), isSender: false);
        Add("Subject", Value(message, "Subject"));
        Add("Message-ID", (Value(message, "Message-ID") ?? "").Trim().TrimStart('<').TrimEnd('>'));
        Add("Date", Value(message, "Date"));
        DateTime? received = ShowReceived(message, out string by);
        ShowAuthentication(message);
        foreach (string name in SingleFields)
        {
            Add(name, Value(message, name));
        }

        ShowAntispam(Value(message, "X-Forefront-Antispam-Report"));
        DateTime? time = received ?? Time(Value(message, "Date"));
        row.SetHeader(time, by);
    }

    private IEnumerable<MailboxAddress> Addresses(MimeMessage message, HeaderId id)
    {
        foreach (Header header in message.Headers.Where(h => h.Id == id).Take(2))
        {
            byte[] value = header.RawValue;
            if (InternetAddressList.TryParse(_options, value, out InternetAddressList? list))
            {
                foreach (MailboxAddress mailbox in list.Mailboxes.Take(limits.MaxRecipients))
                {
                    yield return mailbox;
                }
            }
            else if (Loose(header.Value) is { } loose)
            {
                yield return loose;
            }
        }
    }

    // Senders of unwanted mail break the grammar on purpose; clients show something nevertheless.
    private static MailboxAddress? Loose(string value)
    {
        int end = value.LastIndexOf('>');
        int begin = end < 0 ? -1 : value.LastIndexOf('<', end);
        string address = begin < 0 ? value.Trim() : value[(begin + 1)..end].Trim();
        string name = begin < 0 ? "" : value[..begin].Trim().Trim('"');
        if (address.Length is 0 or >= 400 || address.Any(c => char.IsWhiteSpace(c) || c is '<' or '>'))
        {
            return null;
        }

        try
        {
            return new MailboxAddress(name, address);
        }
        catch (FormatException)
        {
            // Not even that.
            return null;
        }
    }

    private void ShowMailboxes(string name, IEnumerable<MailboxAddress> mailboxes, bool isSender)
    {
        int number = 0;
        foreach (MailboxAddress mailbox in mailboxes.Take(limits.MaxRecipients))
        {
            string address = Cut(mailbox.Address ?? "");
            if (isSender)
            {
                Add(name, address);
                Add(name + "Name", mailbox.Name);
                // More than one author is allowed and unheard of; clients show the first.
                return;
            }

            if (name is "To" or "Cc")
            {
                row.Add(string.Create(CultureInfo.InvariantCulture, $"{name}.{number++}"), address);
            }

            Add(name, address);
        }
    }

    private DateTime? ShowReceived(MimeMessage message, out string by)
    {
        by = "";
        DateTime? first = null;
        int number = 0;
        foreach (Header header in message.Headers.Where(h => h.Id == HeaderId.Received).Take(limits.MaxRepeats))
        {
            string value = header.Value.Trim();
            string name = string.Create(CultureInfo.InvariantCulture, $"Received.{number}");
            var hop = ReceivedField.Parse(value);
            Add(name, value);
            Add(name + ".From", hop.From);
            Add(name + ".Rdns", hop.Rdns);
            Add(name + ".Address", hop.Address);
            Add(name + ".By", hop.By);
            if (number++ == 0)
            {
                // What the last server wrote can be trusted; the Date field is the sender's word.
                (by, first) = (hop.By, Time(hop.Date));
            }
        }

        return first;
    }

    private void ShowAuthentication(MimeMessage message)
    {
        ShowResults(message, HeaderId.AuthenticationResults, "Authentication-Results");
        ShowResults(message, HeaderId.ArcAuthenticationResults, "ARC-Authentication-Results");
        foreach (
            Header header in message
                .Headers.Where(h => h.Field.Equals("Received-SPF", StringComparison.OrdinalIgnoreCase))
                .Take(limits.MaxRepeats)
        )
        {
            Add("Received-SPF", header.Value.Trim());
        }
    }

    private void ShowResults(MimeMessage message, HeaderId id, string field)
    {
        int number = 0;
        foreach (Header header in message.Headers.Where(h => h.Id == id).Take(limits.MaxRepeats))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{field}.{number++}");
            Add(name, header.Value.Trim());
            if (
                header.RawValue.Length > limits.MaxFieldChars
                || !AuthenticationResults.TryParse(header.RawValue, out AuthenticationResults? results)
            )
            {
                continue;
            }

            Add(name + ".Server", results.AuthenticationServiceIdentifier);
            foreach (AuthenticationMethodResult result in results.Results.Take(limits.MaxRepeats))
            {
                Add($"{name}.{result.Method.ToLowerInvariant()}", result.Result?.ToLowerInvariant());
                foreach (AuthenticationMethodProperty property in result.Properties.Take(8))
                {
                    Add(
                        $"{name}.{result.Method.ToLowerInvariant()}.{property.PropertyType}.{property.Property}",
                        property.Value
                    );
                }
            }
        }
    }

    // "CIP:192.0.2.1;CTRY:NL;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM;…"
    private void ShowAntispam(string? report)
    {
        const string Name = "X-Forefront-Antispam-Report";
        Add(Name, report);
        foreach (string part in (report ?? "").Split(';').Take(limits.MaxRepeats))
        {
            int colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && colon < part.Length - 1)
            {
                Add($"{Name}.{part[..colon].Trim()}", part[(colon + 1)..].Trim());
            }
        }
    }

    private void ShowContent(MailContent content)
    {
        row.Add("Text", content.Text);
        row.Add("HasHtml", content.HasHtml);
        if (content.HasPasswordForm)
        {
            row.Add("HasPasswordForm", value: true);
        }

        if (content.HiddenChars > 0)
        {
            row.Add("HiddenChars", (long)content.HiddenChars);
        }

        for (int i = 0; i < content.Links.Count; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Links.{i}");
            row.Add(name + ".Target", content.Links[i].Target);
            row.Add(name + ".Text", content.Links[i].Text);
        }

        for (int i = 0; i < content.Attachments.Count; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Attachments.{i}");
            MailContent.Attachment attachment = content.Attachments[i];
            row.Add(name + ".Name", Cut(attachment.Name));
            Add(name + ".Type", attachment.Type);
            Add(name + ".Kind", attachment.Facts.Kind);
            row.Add(name + ".Bytes", attachment.Bytes);
            Add(name + ".Sha256", attachment.Sha256);
            attachment.Facts.Traits.ForEach(trait => Add(name + ".Traits", trait));
            attachment.Facts.Inside.ForEach(inside => Add(name + ".Inside", inside));
            attachment.Facts.Links.ForEach(link => Add(name + ".Links", link));
        }
    }

    private static string? Value(MimeMessage message, string name) => message.Headers[name];

    private static DateTime? Time(string? text) =>
        text is { Length: > 0 and < 200 } && DateUtils.TryParse(text, out DateTimeOffset time)
            ? time.UtcDateTime
            : null;

    private void Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            row.Add(Cut(name), Cut(value));
        }
    }

    private string Cut(string text) => text.Length > limits.MaxFieldChars ? text[..limits.MaxFieldChars] : text;
}
