using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Mails;

/// <summary>What the fields of a mail say in the terms of <see cref="Mail"/>.</summary>
internal static class MailMaker
{
    private const int MaxVerdicts = 10;
    private const int MaxHops = 40;

    private static readonly string[] Methods = ["spf", "dkim", "dmarc", "compauth", "arc"];

    /// <summary>Makes a mail.</summary>
    public static Mail Of(MailFields fields, EventOrigin origin, DateTime time)
    {
        ArgumentNullException.ThrowIfNull(fields);
        List<MailVerdict> verdicts = Verdicts(fields);
        (MailStatus status, string statusText) = Status(fields);
        string[] recipients =
        [
            .. fields
                .All("To")
                .Concat(fields.All("Cc"))
                .Concat(fields.All("Delivered-To"))
                .Concat(fields.All("X-Original-To"))
                .Select(Address)
                .Where(a => a.Contains('@', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
        return new Mail
        {
            Origin = origin,
            Time = time,
            MessageId = fields["Message-ID"],
            From = Address(fields["From"]),
            FromName = fields["FromName"],
            ReturnPath = Address(fields["Return-Path"]),
            ReplyTo = Address(fields["Reply-To"]),
            Recipients = recipients,
            Subject = fields["Subject"],
            Text = fields["Text"],
            Links =
            [
                .. Enumerable
                    .Range(0, fields.CountOf("Links"))
                    .Select(i => new MailLink(fields.Of("Links", i, "Target"), fields.Of("Links", i, "Text"))),
            ],
            Attachments = [.. Enumerable.Range(0, fields.CountOf("Attachments")).Select(i => Attachment(fields, i))],
            Status = status,
            StatusText = statusText,
            SenderAddress = SenderAddress(fields),
            IsInternal = IsInternal(fields),
            Authentication =
                verdicts.Count > 0 ? verdicts[0].Results : new Dictionary<string, string>(StringComparer.Ordinal),
            AuthenticatedDomain = verdicts.Count > 0 ? verdicts[0].Domain : "",
            Verdicts = verdicts,
            ReceivedBy = fields.Of("Received", 0, "By").ToLowerInvariant(),
            Mailer = fields["X-Mailer"] is { Length: > 0 } mailer ? mailer : fields["User-Agent"],
            Traits = [.. Traits(fields)],
            IsWhole = true,
        };
    }

    /// <summary>An address as activities write it: lower case, without brackets and blanks.</summary>
    public static string Address(string text) => text.Trim().Trim('<', '>', '"').ToLowerInvariant();

    private static MailAttachment Attachment(MailFields fields, int number)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"Attachments.{number}.Traits");
        _ = long.TryParse(
            fields.Of("Attachments", number, "Bytes"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out long bytes
        );
        return new MailAttachment(
            fields.Of("Attachments", number, "Name"),
            fields.Of("Attachments", number, "Type"),
            fields.Of("Attachments", number, "Kind"),
            bytes,
            fields.Of("Attachments", number, "Sha256"),
            [.. fields.All(key)]
        );
    }

    private static List<MailVerdict> Verdicts(MailFields fields)
    {
        const string List = "Authentication-Results";
        List<MailVerdict> verdicts = [];
        for (int i = 0; i < Math.Min(fields.CountOf(List), MaxVerdicts); i++)
        {
            Dictionary<string, string> results = new(StringComparer.Ordinal);
            foreach (string method in Methods)
            {
                // Of several signatures one that holds is enough (RFC 7489, 3.1.1).
                IReadOnlyList<string> words = fields.All(
                    string.Create(CultureInfo.InvariantCulture, $"{List}.{i}.{method}")
                );
                if (words.Count > 0)
                {
                    results[method] = words.Contains("pass", StringComparer.Ordinal) ? "pass" : words[0];
                }
            }

            if (results.Count > 0)
            {
                string server = fields.Of(List, i, "Server").ToLowerInvariant();
                verdicts.Add(new MailVerdict(server, results, Vouched(fields, i, results)));
            }
        }

        return verdicts;
    }

    private static string Vouched(MailFields fields, int number, Dictionary<string, string> results)
    {
        const string List = "Authentication-Results";
        bool Passes(string method) => results.GetValueOrDefault(method) == "pass";
        string domain =
            Passes("dmarc") ? fields.Of(List, number, "dmarc.header.from")
            : Passes("dkim") && fields.Of(List, number, "dkim.header.d") is { Length: > 0 } signer ? signer
            : Passes("dkim") ? fields.Of(List, number, "dkim.header.i")
            : Passes("spf") ? fields.Of(List, number, "spf.smtp.mailfrom")
            : "";
        return domain[(domain.LastIndexOf('@') + 1)..].Trim('<', '>', ' ', '.').ToLowerInvariant();
    }

    private static (MailStatus Status, string Text) Status(MailFields fields)
    {
        // Exchange's own word for the folder: I inbox, J junk, Q or D held back or deleted.
        foreach (string part in fields["X-Microsoft-Antispam-Mailbox-Delivery"].Split(';'))
        {
            if (part.Trim().StartsWith("dest:", StringComparison.OrdinalIgnoreCase) && part.Trim().Length > 5)
            {
                string text = part.Trim();
                return char.ToUpperInvariant(text[5]) switch
                {
                    'J' => (MailStatus.Junk, text),
                    'I' or 'C' => (MailStatus.Delivered, text),
                    _ => (MailStatus.Unknown, text),
                };
            }
        }

        string verdict = fields["X-Forefront-Antispam-Report.SFV"].ToUpperInvariant();
        return verdict switch
        {
            "SPM" or "SKB" or "SKS" => (MailStatus.Junk, "SFV:" + verdict),
            "NSPM" or "SKN" or "SKA" or "SKI" or "SFE" or "SKQ" => (MailStatus.Delivered, "SFV:" + verdict),
            _ => (MailStatus.Unknown, ""),
        };
    }

    private static bool? IsInternal(MailFields fields)
    {
        string authenticated = fields["X-MS-Exchange-Organization-AuthAs"];
        return authenticated.Equals("Internal", StringComparison.OrdinalIgnoreCase) ? true
            : authenticated.Equals("Anonymous", StringComparison.OrdinalIgnoreCase) ? false
            : null;
    }

    // The first hop from above whose other side has a public address and is not named like the server that took it. Below it
    // everything was written by the other side. Exchange Online says it itself (CIP).
    private static string SenderAddress(MailFields fields)
    {
        if (IsPublic(fields["X-Forefront-Antispam-Report.CIP"]))
        {
            return fields["X-Forefront-Antispam-Report.CIP"];
        }

        for (int i = 0; i < Math.Min(fields.CountOf("Received"), MaxHops); i++)
        {
            string address = fields.Of("Received", i, "Address");
            string name = fields.Of("Received", i, "Rdns");
            name = name.Length > 0 ? name : fields.Of("Received", i, "From");
            if (IsPublic(address) && !IsSameHouse(name, fields.Of("Received", i, "By")))
            {
                return address;
            }
        }

        return "";
    }

    private static bool IsSameHouse(string name, string by)
    {
        string[] one = name.ToLowerInvariant().TrimEnd('.').Split('.');
        string[] other = by.ToLowerInvariant().TrimEnd('.').Split('.');
        return one.Length >= 2 && other.Length >= 2 && one[^1] == other[^1] && one[^2] == other[^2];
    }

    private static bool IsPublic(string text)
    {
        if (!IPAddress.TryParse(text, out IPAddress? address) || IPAddress.IsLoopback(address))
        {
            return false;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal && !address.Equals(IPAddress.IPv6Any);
        }

        byte[] bytes = address.GetAddressBytes();
        return bytes switch
        {
            [10, ..] or [127, ..] or [0, ..] or [169, 254, ..] or [192, 168, ..] or [255, ..] => false,
            [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] => false,
            _ => true,
        };
    }

    private static IEnumerable<string> Traits(MailFields fields)
    {
        if (
            fields["List-Id"].Length > 0
            || fields["List-Unsubscribe"].Length > 0
            || fields["Precedence"].ToLowerInvariant() is "list" or "bulk"
        )
        {
            yield return "list";
        }

        if (
            fields["Auto-Submitted"] is { Length: > 0 } automatic
            && !automatic.StartsWith("no", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return "automatic";
        }

        if (fields["HasPasswordForm"] == "true")
        {
            yield return "password-form";
        }

        if (fields["HiddenChars"].Length >= 3)
        {
            yield return "hidden-text";
        }
    }
}
