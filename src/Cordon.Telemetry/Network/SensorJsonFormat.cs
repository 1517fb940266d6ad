using System.Globalization;
using System.Text;
using System.Text.Json;
using Cordon.Events;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Network;

/// <summary>Logs of sensors and of the journal as JSON: Zeek, Suricata's EVE, <c>journalctl -o json</c>.</summary>
internal sealed class SensorJsonFormat : ILogFormat
{
    private enum Kind
    {
        None,
        Zeek,
        Suricata,
        Journal,
    }

    /// <inheritdoc/>
    public string Name => "sensor-json";

    /// <inheritdoc/>
    public int Recognise(LogSample sample) =>
        sample.Objects.Any(record => KindOf(record.Element) != Kind.None)
        && sample.Text.AsSpan().TrimStart() is ['{', ..]
            ? 85
            : 0;

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        var problems = new RowProblems();
        long records = 0;
        using Stream text = TextEncoding.AsUtf8(stream);
        var sink = new LineSink(
            row,
            context,
            e =>
            {
                records++;
                onEvent(e);
            }
        );
        new JsonObjects(problems).Read(
            text,
            (record, position, number) =>
            {
                switch (KindOf(record))
                {
                    case Kind.Zeek:
                        row.Begin(
                            context.Source,
                            position,
                            (ulong)number,
                            "zeek",
                            ZeekLog.Of(record.Text("_path"), context.Source)
                        );
                        row.SetHeader(TimeOf(record.Text("ts")));
                        JsonFlattener.Add(row, "", record);
                        SensorNames.AddTo(row);
                        break;
                    case Kind.Suricata:
                        row.Begin(context.Source, position, (ulong)number, "suricata", record.Text("event_type"));
                        row.SetHeader(TimeOf(record.Text("timestamp")), record.Text("host"));
                        JsonFlattener.Add(row, "", record);
                        SensorNames.AddTo(row);
                        break;
                    case Kind.Journal:
                        sink.Number = number;
                        ReadJournal(record, sink);
                        return true;
                    default:
                        problems.Add(
                            string.Create(CultureInfo.InvariantCulture, $"record {number}, byte {position}"),
                            "it is of neither Zeek, Suricata nor the journal; it was passed over",
                            isLoss: true
                        );
                        return true;
                }

                records++;
                onEvent(row);
                return true;
            }
        );
        return problems.Report(records);
    }

    private static Kind KindOf(JsonElement record) =>
        record.ValueKind != JsonValueKind.Object ? Kind.None
        : record.Has("__REALTIME_TIMESTAMP") && record.Has("MESSAGE") ? Kind.Journal
        : record.Has("event_type") && record.Has("timestamp") && (record.Has("src_ip") || record.Has("flow_id"))
            ? Kind.Suricata
        : record.Has("ts") && (record.Has("uid") || record.Has("id.orig_h") || record.Has("_path")) ? Kind.Zeek
        : Kind.None;

    private static void ReadJournal(JsonElement record, LineSink sink)
    {
        string program = record.Text("SYSLOG_IDENTIFIER") is { Length: > 0 } named ? named : record.Text("_COMM");
        string message = JsonFlattener.Bounded(MessageOf(record));
        (string product, string channel) = Programs.StreamOf(program);
        sink.Begin(product, channel);
        sink.Row.SetHeader(
            TimeOf(record.Text("__REALTIME_TIMESTAMP")),
            LineLimits.Cut(record.Text("_HOSTNAME")),
            LineLimits.Cut(program)
        );
        Programs.Read(channel, "", message)?.AddTo(sink);
        sink.Add("message", message);
        Programs.AddValues(sink, channel, message);
        sink.Add("program", program);
        sink.Add("pid", record.Text("_PID"));
        foreach (JsonProperty property in record.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && property.Name != "MESSAGE")
            {
                sink.AddOwn(property.Name, property.Value.GetString());
            }
        }

        sink.Show();
    }

    // What is no text is written as a list of its bytes.
    private static string MessageOf(JsonElement record)
    {
        if (record.Find("MESSAGE") is not { ValueKind: JsonValueKind.Array } list)
        {
            return record.Text("MESSAGE");
        }

        var bytes = new List<byte>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetByte(out byte one))
            {
                return "";
            }

            bytes.Add(one);
            if (bytes.Count == LineLimits.MaxText)
            {
                break;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static DateTime? TimeOf(string text) =>
        text.Contains('T') && LogTime.TryParse(text, TimeZoneInfo.Utc, out DateTime time) ? time
        : LogTime.TryEpoch(text, out time) ? time
        : null;
}
