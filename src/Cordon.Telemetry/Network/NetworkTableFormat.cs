using Cordon.Events;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;
using Cordon.Telemetry.Web;

namespace Cordon.Telemetry.Network;

/// <summary>Logs of proxies and DNS servers as tables with a header. Events keep the columns' names and answer to the common ones too.</summary>
internal sealed class NetworkTableFormat : ILogFormat
{
    private static readonly string[] Times =
    [
        "timestamp",
        "time",
        "datetime",
        "date_time",
        "@timestamp",
        "event_time",
        "Event Time",
        "Time",
        "Timestamp",
        "date",
        "Date",
    ];

    private static readonly string[] Referers = ["referer", "referrer", "cs-referer", "cs(Referer)", "Referer"];
    private static readonly string[] Servers =
    [
        "dst_ip",
        "dest_ip",
        "server_ip",
        "destination_ip",
        "s-ip",
        "Server IP",
    ];

    // A common name, the name that Sigma's rules use, and what columns are called.
    private static readonly (string Name, string Sigma, string[] Columns)[] OfProxies =
    [
        ("url", "c-uri", ["url", "URL", "request_url", "cs-uri", "uri", "Url", "request"]),
        ("host", "cs-host", ["host", "hostname", "domain", "cs-host", "dst_host", "dest_host", "Host", "URL Host"]),
        ("client", "c-ip", ["src_ip", "client_ip", "c-ip", "clientip", "source_ip", "ClientIP", "src", "Client IP"]),
        ("user", "cs-username", ["user", "username", "cs-username", "login", "User", "Username"]),
        ("method", "cs-method", ["method", "http_method", "cs-method", "Method", "Request Method"]),
        ("status", "sc-status", ["status", "sc-status", "response_code", "http_status", "Status", "Response Code"]),
        ("action", "action", ["action", "Action", "policy_action", "Policy Action", "s-action", "disposition"]),
        ("bytes_out", "cs-bytes", ["bytes_out", "cs-bytes", "bytes_sent", "sent_bytes", "Sent Bytes"]),
        ("user_agent", "c-useragent", ["user_agent", "useragent", "cs-user-agent", "User Agent", "UserAgent"]),
    ];

    private static readonly (string Name, string Sigma, string[] Columns)[] OfDns =
    [
        ("query", "query", ["query", "qname", "query_name", "domain", "question", "Query", "QueryName", "Domain"]),
        ("record_type", "record_type", ["record_type", "qtype", "query_type", "type", "QueryType", "Record Type"]),
        ("src_ip", "src_ip", ["src_ip", "client_ip", "client", "source_ip", "ClientIP", "Internal IP", "Identities"]),
        ("answer", "answer", ["answer", "answers", "response", "rdata", "Answer"]),
        ("rcode", "rcode", ["rcode", "response_code", "responsecode", "Response Code", "status"]),
        ("action", "action", ["action", "Action", "policy_action", "verdict"]),
    ];

    /// <inheritdoc/>
    public string Name => "network-table";

    /// <inheritdoc/>
    public int Recognise(LogSample sample) =>
        sample.Header is { } header && Times.Any(header.Has)
            ? IsProxy(header)
                ? 70
                : IsDns(header)
                    ? 65
                    : 0
            : 0;

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        var problems = new RowProblems();
        long records = 0;
        using var rows = new CsvRows(stream, problems);
        bool isProxy = rows.Header is { } header && IsProxy(header);
        string channel = isProxy ? "proxy" : "dns";
        while (rows.Next() is { } read)
        {
            DateTime? time =
                LogTime.TryParse(read[Times], context.Zone, out DateTime parsed) ? parsed
                : LogTime.TryEpoch(read[Times], out parsed) ? parsed
                : null;
            if (time is null)
            {
                problems.Add(
                    read.Place,
                    "its time can't be read, so that nothing but rules looks at it",
                    isLoss: false
                );
            }

            row.Begin(context.Source, read.Line, (ulong)read.Number, channel, channel);
            row.SetHeader(time);
            for (int i = 0; i < read.Fields.Count; i++)
            {
                if (read.Fields[i].Trim() is { Length: > 0 } text)
                {
                    row.Add(LineLimits.NameOf(read.NameOf(i)), JsonFlattener.Bounded(text));
                }
            }

            foreach ((string name, string sigma, string[] columns) in isProxy ? OfProxies : OfDns)
            {
                string text = JsonFlattener.Bounded(read[columns].Trim());
                row.AddAlias(name, text);
                row.AddAlias(sigma, text);
            }

            if (isProxy)
            {
                new WebNames
                {
                    Url = row.TextOf("c-uri") ?? "",
                    Host = row.TextOf("cs-host") ?? "",
                    Client = row.TextOf("c-ip") ?? "",
                    UserAgent = row.TextOf("c-useragent") ?? "",
                    Referer = read[Referers].Trim(),
                    Server = read[Servers].Trim(),
                }.AddTo(row);
            }

            records++;
            onEvent(row);
        }

        return problems.Report(records);
    }

    private static bool IsProxy(CsvHeader header) =>
        (Has(header, OfProxies[0]) || Has(header, OfProxies[1]))
        && Has(header, OfProxies[2])
        && (Has(header, OfProxies[4]) || (Has(header, OfProxies[0]) && Has(header, OfProxies[6])));

    private static bool IsDns(CsvHeader header) =>
        Has(header, OfDns[0]) && Has(header, OfDns[2]) && (Has(header, OfDns[1]) || Has(header, OfDns[4]));

    private static bool Has(CsvHeader header, (string, string, string[] Columns) column) =>
        column.Columns.Any(header.Has);
}
