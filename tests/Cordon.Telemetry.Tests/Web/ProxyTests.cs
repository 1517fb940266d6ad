using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Web;

/// <summary>Logs of web proxies, and the rules of category <c>proxy</c> that they serve.</summary>
public class ProxyTests
{
    private const string Proxies = "category: proxy";

    private const string Squid = """
        1767348000.123    180 192.0.2.7 TCP_MISS/200 411 GET http://evil.example:8080/drop/a.cab?id=1 alice HIER_DIRECT/198.51.100.7 application/octet-stream
        1767348001.456     12 192.0.2.8 TCP_TUNNEL/200 900 CONNECT calm.example:443 - HIER_DIRECT/198.51.100.8 -
        1767348002.000      0 192.0.2.9 TCP_DENIED/403 300 POST http://evil.example/c2 - HIER_NONE/- text/html

        """;

    private const string BlueCoat = """
        #Software: SGOS 6.7.5.2
        #Version: 1.0
        #Fields: date time time-taken c-ip cs-username s-action sc-status cs-method cs-uri-scheme cs-host cs-uri-port cs-uri-path cs-uri-query cs(User-Agent) cs(Referer) sc-filter-result r-ip cs-bytes
        2026-01-02 10:00:00 15 192.0.2.7 alice TCP_NC_MISS 200 GET http evil.example 80 /drop/a.cab ?id=1 "Bad Agent 1.0" - OBSERVED 198.51.100.7 300
        2026-01-02 10:00:01 15 192.0.2.8 - TCP_DENIED 403 GET https calm.example 443 / - "Mozilla/5.0 (X11)" - DENIED - 200

        """;

    private const string Table =
        "timestamp,src_ip,user,method,url,status,action,user_agent,dst_ip\r\n"
        + "2026-01-02T10:00:00Z,192.0.2.7,alice,GET,http://evil.example/drop/a.cab?id=1,200,allowed,\"Bad, \"\"Agent\"\"\",198.51.100.7\r\n"
        + "2026-01-02T10:00:01Z,192.0.2.8,,GET,https://calm.example/,403,blocked,Mozilla/5.0,198.51.100.8\r\n";

    private const string Cef =
        "Jan  2 10:00:00 gw CEF:0|Maker|Proxy|1|100|Request|3|rt=1767348000000 src=192.0.2.7 dst=198.51.100.7 suser=alice requestMethod=GET request=http://evil.example/drop/a.cab?id\\=1 requestClientApplication=Bad Agent act=allowed\n"
        + "Jan  2 10:00:01 gw CEF:0|Maker|Proxy|1|100|Request|3|rt=1767348001000 src=192.0.2.8 requestMethod=GET request=https://calm.example/ act=blocked\n";

    private const string CombinedSquid =
        "192.0.2.7 - alice [02/Jan/2026:10:00:00 +0000] \"GET http://evil.example/drop/a.cab?id=1 HTTP/1.1\" 200 411 \"-\" \"Bad Agent\" TCP_MISS:HIER_DIRECT\n"
        + "192.0.2.8 - - [02/Jan/2026:10:00:01 +0000] \"CONNECT calm.example:443 HTTP/1.1\" 200 411 \"-\" \"Mozilla/5.0\" TCP_TUNNEL:HIER_DIRECT\n";

    public static TheoryData<string, string, ulong> Logs =>
        new()
        {
            { "access.log", Squid, 1 },
            { "sg_main.log", BlueCoat, 4 },
            { "proxy.csv", Table, 1 },
            { "gateway.log", Cef, 1 },
            { "squid.log", CombinedSquid, 1 },
        };

    [Theory]
    [MemberData(nameof(Logs))]
    public void Every_proxy_serves_the_names_of_the_taxonomy(string name, string log, ulong line)
    {
        foreach (
            string selection in (string[])
                [
                    "c-uri|startswith: 'http://evil.example', c-uri|contains: '/drop/'",
                    "cs-host: evil.example, cs-method: GET",
                    "r-dns: evil.example, src_ip: 192.0.2.7",
                    "c-uri-extension: cab",
                    "c-uri-query: id=1, c-uri-stem: /drop/a.cab",
                    "cs-uri-stem: /drop/a.cab, cs-uri|contains: 'a.cab'",
                    "src_ip: 192.0.2.7, cs-username: alice",
                ]
        )
        {
            Assert.True(
                TextLog.Fired(Proxies, selection, log.Replace(":8080", "", StringComparison.Ordinal), name) is [var one]
                    && one == line,
                $"{name}: {selection}"
            );
        }

        Assert.Empty(TextLog.Fired("category: webserver", "cs-host: evil.example", log, name));
    }

    [Theory]
    [InlineData("sg_main.log", BlueCoat, "Bad Agent 1.0")]
    [InlineData("proxy.csv", Table, "Bad, \"Agent\"")]
    [InlineData("gateway.log", Cef, "Bad Agent")]
    [InlineData("squid.log", CombinedSquid, "Bad Agent")]
    public void The_clients_program_is_found_where_the_log_has_it(string name, string log, string agent) =>
        Assert.Equal(agent, TextLog.Read(log, name, "c-useragent").Events[0]["c-useragent"]);

    [Fact]
    public void Squid_tells_what_it_did_and_where_it_went()
    {
        TextLog.Outcome read = TextLog.Read(Squid, "access.log", "cs-host", "dst_ip", "sc-status", "c-uri-stem");

        Assert.Equal("squid", read.Format);
        Assert.Empty(read.Problems);
        Assert.Equal(["TCP_MISS", "TCP_TUNNEL", "TCP_DENIED"], read.Events.Select(static e => e["action"]));
        Assert.Equal(["evil.example", "calm.example", "evil.example"], read.Events.Select(static e => e["cs-host"]));
        Assert.Equal(["198.51.100.7", "198.51.100.8", ""], read.Events.Select(static e => e["dst_ip"]));
        Assert.Equal(["200", "200", "403"], read.Events.Select(static e => e["sc-status"]));
        Assert.Equal(["/drop/a.cab", "", "/c2"], read.Events.Select(static e => e["c-uri-stem"]));
        Assert.Equal(new DateTime(2026, 1, 2, 10, 0, 0, 123, DateTimeKind.Utc), read.Events[0].Origin.Time);
    }

    [Theory]
    [InlineData(
        "1767348000.123 180 192.0.2.7 TCP_MISS/200 411 GET http://a.example/x y z - HIER_DIRECT/198.51.100.7 text/html",
        "http://a.example/x y z"
    )]
    [InlineData(
        "1767348000.123 180 192.0.2.7 TCP_MISS/200 411 GET http://a.example/ - HIER_DIRECT/198.51.100.7 text/html [User-Agent: a\\r\\n] [Server: b\\r\\n]",
        "http://a.example/"
    )]
    public void Blanks_and_headers_do_not_move_Squids_fields(string line, string url) =>
        Assert.Equal(url, Assert.Single(TextLog.Read(line + "\n").Events)["url"]);

    [Fact]
    public void A_table_with_another_separator_and_a_mark_at_its_head_is_read()
    {
        const string Log =
            "\uFEFFsep=;\r\nTime;Client IP;Request Method;URL;Action;User Agent\r\n2026-01-02 10:00:00;192.0.2.7;GET;http://evil.example/a.cab;Allowed;x;y\r\n2026-01-02 10:00:01;192.0.2.7;GET;http://calm.example/;Allowed;x\r\n";
        TextLog.Outcome read = TextLog.Read(Log, "web.csv", "cs-host");

        Assert.Equal("calm.example", read.Events[^1]["cs-host"]);
        Assert.Equal("proxy/proxy", read.Events[^1].Stream);
    }
}
