using Cordon.Events;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Mail;

/// <summary>
/// Exchange's message trace as CSV, and the historical reports (summary and extended): who sent what to whom, and what became of it. Events
/// keep the columns' names; product <c>mail</c>, channel <c>trace</c>.
/// </summary>
internal sealed class TraceFormat : ILogFormat
{
    private const int MaxFieldChars = 4_096;
    private static readonly string[] Senders = ["SenderAddress", "sender_address", "Sender address", "Sender"];
    private static readonly string[] Recipients =
    [
        "RecipientAddress",
        "recipient_address",
        "recipient_status",
        "Recipient address",
        "Recipient",
    ];
    private static readonly string[] Identities =
    [
        "MessageTraceId",
        "MessageId",
        "message_id",
        "network_message_id",
        "Message ID",
        "Message Trace ID",
    ];
    private static readonly string[] Times =
    [
        "Received",
        "origin_timestamp_utc",
        "date_time_utc",
        "Received (UTC)",
        "Date (UTC)",
        "Date",
        "StartDate",
    ];

    /// <inheritdoc/>
    public string Name => "message-trace";

    /// <inheritdoc/>
    public int Recognise(LogSample sample) =>
        sample.Header is { } header
        && Senders.Any(header.Has)
        && Recipients.Any(header.Has)
        && Identities.Any(header.Has)
        && Times.Any(header.Has)
            ? 95
            : 0;

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        var problems = new RowProblems();
        long records = 0;
        using var rows = new CsvRows(stream, problems);
        while (rows.Next() is { } read)
        {
            if (read[Senders].Length == 0 && read[Recipients].Length == 0)
            {
                problems.Add(read.Place, "it names neither sender nor recipient; it was passed over", isLoss: true);
                continue;
            }

            // Exchange writes UTC into all of them, without saying so.
            DateTime? time = LogTime.TryParse(read[Times], TimeZoneInfo.Utc, out DateTime parsed) ? parsed : null;
            if (time is null)
            {
                problems.Add(
                    read.Place,
                    "its time can't be read, so that nothing but rules looks at it; export with times in ISO 8601",
                    isLoss: false
                );
            }

            row.Begin(context.Source, read.Line, (ulong)read.Number, MailEvent.Product, "trace");
            row.SetHeader(time);
            for (int i = 0; i < read.Fields.Count; i++)
            {
                string text = read.Fields[i].Trim();
                if (text.Length > 0)
                {
                    row.Add(read.NameOf(i), text.Length > MaxFieldChars ? text[..MaxFieldChars] : text);
                }
            }

            records++;
            onEvent(row);
        }

        return problems.Report(records);
    }
}
