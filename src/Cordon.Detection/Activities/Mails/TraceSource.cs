using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Mails;

/// <summary>Makes a <see cref="Mail"/> of each row of a message trace; of a row with several recipients one for each of their outcomes.</summary>
internal sealed class TraceSource : IActivitySource
{
    /// <inheritdoc/>
    public IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("mail", "trace")];

    /// <inheritdoc/>
    public void Read(LogEvent source, List<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(activities);
        if (source.Time is not { } time)
        {
            return;
        }

        var fields = new MailFields();
        source.Visit(
            (name, value) =>
            {
                fields.Add(name, value);
                return true;
            }
        );
        EventOrigin? origin = null;
        foreach (
            IGrouping<(MailStatus Status, string Text), string> outcome in Outcomes(fields)
                .GroupBy(o => (o.Status, o.Text), o => o.Recipient)
        )
        {
            origin ??= EventOrigin.Of(source);
            string id = First(
                fields,
                "MessageTraceId",
                "Message Trace ID",
                "network_message_id",
                "internal_message_id"
            );
            activities.Add(
                new Mail
                {
                    Origin = origin,
                    Time = time,
                    // A trace has one row for each recipient under one id.
                    Id = id.Length > 0 ? $"{id}|{string.Join(',', outcome)}|{outcome.Key.Text}" : null,
                    MessageId = First(fields, "MessageId", "message_id", "Message ID").Trim('<', '>', ' '),
                    From = MailMaker.Address(
                        First(fields, "SenderAddress", "sender_address", "Sender address", "Sender")
                    ),
                    ReturnPath = MailMaker.Address(First(fields, "return_path", "ReturnPath")),
                    Recipients = [.. outcome.Distinct(StringComparer.Ordinal)],
                    Subject = First(fields, "Subject", "message_subject"),
                    Status = outcome.Key.Status,
                    StatusText = outcome.Key.Text,
                    SenderAddress = Address(First(fields, "FromIP", "original_client_ip", "From IP")),
                    IsInternal = First(fields, "directionality", "Directionality").ToLowerInvariant() switch
                    {
                        "originating" or "outbound" or "intraorg" => true,
                        "incoming" or "inbound" => false,
                        _ => null,
                    },
                }
            );
        }
    }

    private static IEnumerable<(string Recipient, MailStatus Status, string Text)> Outcomes(MailFields fields)
    {
        string direct = First(fields, "RecipientAddress", "recipient_address", "Recipient address", "Recipient");
        string status = First(fields, "Status", "event_id", "Delivery status");
        string summary = First(fields, "recipient_status");
        if (summary.Contains("##", StringComparison.Ordinal))
        {
            // The historical summary: "name@domain##Receive, Deliver;name@domain##Receive, Fail".
            foreach (
                string one in summary.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            {
                int mark = one.IndexOf("##", StringComparison.Ordinal);
                if (mark > 0)
                {
                    string word = one[(mark + 2)..].Split(',')[^1].Trim();
                    yield return (MailMaker.Address(one[..mark]), Status(word), word);
                }
            }

            yield break;
        }

        // Of the steps that the extended report tells one by one, those that end in something.
        bool isStep =
            status is "RECEIVE" or "SUBMIT" or "TRANSFER" or "HAREDIRECT" or "RESOLVE" or "DEFER" or "REDIRECT";
        if (isStep)
        {
            yield break;
        }

        foreach (
            string recipient in direct.Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            yield return (MailMaker.Address(recipient), Status(status), status);
        }
    }

    private static MailStatus Status(string word) =>
        word.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
        {
            "delivered" or "deliver" or "send" or "resolved" => MailStatus.Delivered,
            "quarantined" or "quarantine" => MailStatus.Quarantined,
            // Exchange: taken for spam, and refused or blocked without a copy in the quarantine.
            "filteredasspam" or "failed" or "fail" or "blocked" or "dropped" => MailStatus.Failed,
            "junk" or "deliveredtojunk" => MailStatus.Junk,
            "removed" or "zapped" => MailStatus.Removed,
            _ => MailStatus.Unknown,
        };

    private static string First(MailFields fields, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (fields[name] is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    private static string Address(string text) =>
        System.Net.IPAddress.TryParse(text.Trim(), out System.Net.IPAddress? address)
            ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
            : "";
}
