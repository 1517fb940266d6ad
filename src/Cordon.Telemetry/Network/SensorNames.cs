using System.Text.RegularExpressions;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Web;

namespace Cordon.Telemetry.Network;

/// <summary>Gives what sensors saw of web requests and DNS the names of Sigma's taxonomy beside their own.</summary>
internal static partial class SensorNames
{
    /// <summary>Adds the names to an event of Zeek's or Suricata's that has all its own.</summary>
    public static void AddTo(RowEvent row)
    {
        ArgumentNullException.ThrowIfNull(row);
        switch ($"{row.Product}/{row.Channel}")
        {
            case "zeek/http":
                new WebNames
                {
                    Url = Of(row, "uri"),
                    Host = Of(row, "host"),
                    Method = Of(row, "method"),
                    Client = Of(row, "id.orig_h"),
                    Server = Of(row, "id.resp_h"),
                    User = Of(row, "username"),
                    UserAgent = Of(row, "user_agent"),
                    Referer = Of(row, "referrer"),
                    Status = Of(row, "status_code"),
                }.AddTo(row);
                row.AddAlias("cs-bytes", Of(row, "request_body_len"));
                row.AddAlias("sc-bytes", Of(row, "response_body_len"));
                break;
            case "suricata/http":
                new WebNames
                {
                    Url = Of(row, "http.url"),
                    Host = Of(row, "http.hostname"),
                    Method = Of(row, "http.http_method"),
                    Client = Of(row, "src_ip"),
                    Server = Of(row, "dest_ip"),
                    UserAgent = Of(row, "http.http_user_agent"),
                    Referer = Of(row, "http.http_refer"),
                    Cookie = Of(row, "http.cookie"),
                    Status = Of(row, "http.status"),
                }.AddTo(row);
                row.AddAlias("sc-bytes", Of(row, "http.length"));
                break;
            case "suricata/tls":
                new WebNames
                {
                    Host = Of(row, "tls.sni"),
                    Client = Of(row, "src_ip"),
                    Server = Of(row, "dest_ip"),
                }.AddTo(row);
                break;
            case "zeek/dns":
                row.AddAlias("record_type", Of(row, "qtype_name"));
                row.AddAliases("answer", [.. row.TextsOf("answers")]);
                row.AddAlias("rcode", Of(row, "rcode_name"));
                row.AddAlias("src_ip", Of(row, "id.orig_h"));
                row.AddAlias("dst_ip", Of(row, "id.resp_h"));
                break;
            case "suricata/dns":
                AddDns(row);
                break;
        }
    }

    // Queries and answers have changed their place from version to version.
    private static void AddDns(RowEvent row)
    {
        List<string> queries = [];
        List<string> types = [];
        List<string> answers = [];
        foreach ((string name, string text) in row.Shown)
        {
            if (QueryName().IsMatch(name))
            {
                queries.Add(text);
            }
            else if (QueryType().IsMatch(name))
            {
                types.Add(text);
            }
            else if (AnswerName().IsMatch(name))
            {
                answers.Add(text);
            }
        }

        row.AddAliases("query", [.. queries.Distinct(StringComparer.Ordinal)]);
        row.AddAliases("record_type", [.. types.Distinct(StringComparer.Ordinal)]);
        row.AddAliases("answer", answers);
        row.AddAlias("rcode", Of(row, "dns.rcode"));
        row.AddAlias("dst_ip", Of(row, "dest_ip"));
        row.AddAlias("kind", Of(row, "dns.type") is "answer" or "response" ? "response" : "query");
    }

    private static string Of(RowEvent row, string name) => row.TextOf(name) ?? "";

    [GeneratedRegex(@"^dns\.((query|queries)\.\d+\.)?rrname$", RegexOptions.NonBacktracking)]
    private static partial Regex QueryName();

    [GeneratedRegex(@"^dns\.((query|queries)\.\d+\.)?rrtype$", RegexOptions.NonBacktracking)]
    private static partial Regex QueryType();

    [GeneratedRegex(@"^dns\.((answers?\.\d+\.)?rdata|grouped\.[A-Z]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex AnswerName();
}
