using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Web;

/// <summary>Logs of web servers, and the rules of category <c>webserver</c> that they serve.</summary>
public class WebServerTests
{
    private const string Servers = "category: webserver";

    private const string Combined =
        "192.0.2.7 - alice [02/Jan/2026:10:00:00 +0100] \"GET /cgi-bin/a.php?cmd=id HTTP/1.1\" 200 512 \"http://lab.example/\" \"sqlmap/1.7\"\n"
        + "192.0.2.8 - - [02/Jan/2026:10:00:01 +0100] \"GET /index.html HTTP/1.1\" 404 - \"-\" \"Mozilla/5.0 (X11)\"\n";

    private const string Iis = """
        #Software: Microsoft Internet Information Services 10.0
        #Version: 1.0
        #Date: 2026-01-02 09:00:00
        #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
        2026-01-02 09:00:00 10.0.0.5 POST /owa/auth.owa - 443 LAB\alice 192.0.2.7 Mozilla/5.0+(X11) - 302 0 0 15
        2026-01-02 09:00:01 10.0.0.5 GET /ecp/y.js x=1 443 - 192.0.2.8 python-requests/2.25 - 200 0 0 9

        """;

    [Fact]
    public void An_access_log_in_combined_format_has_the_names_of_the_taxonomy()
    {
        TextLog.Outcome read = TextLog.Read(Combined, "access.log", "cs-user-agent", "c-uri", "c-uri-extension");

        Assert.Equal("web-access", read.Format);
        Assert.Empty(read.Problems);
        TextLog.Seen first = read.Events[0];
        Assert.Equal("apache/webserver", first.Stream);
        Assert.Equal(new DateTime(2026, 1, 2, 9, 0, 0, DateTimeKind.Utc), first.Origin.Time);
        Assert.Equal(
            ["GET", "/cgi-bin/a.php", "cmd=id", "200", "512", "alice", "192.0.2.7", "sqlmap/1.7", "php"],
            new[]
            {
                "cs-method",
                "cs-uri-stem",
                "cs-uri-query",
                "sc-status",
                "sc-bytes",
                "cs-username",
                "c-ip",
                "cs-user-agent",
                "c-uri-extension",
            }.Select(n => first[n])
        );
        Assert.Empty(read.Events[1].Fields["cs-username"]);
        Assert.Empty(read.Events[1].Fields["cs-referer"]);
    }

    [Theory]
    [InlineData("cs-uri-query|contains: cmd=, cs-method: GET, sc-status: 200")]
    [InlineData("cs-user-agent|contains: sqlmap")]
    [InlineData("cs-uri-stem|endswith: .php")]
    [InlineData("cs-referer: http://lab.example/, cs-username: alice")]
    public void An_access_log_serves_rules_for_web_servers(string selection)
    {
        Assert.Equal([1], TextLog.Fired(Servers, selection, Combined, "access.log"));
        Assert.Equal([1], TextLog.Fired($"{Servers}, product: nginx", selection, Combined, "nginx-access.log"));
        Assert.Empty(TextLog.Fired("category: proxy", selection, Combined, "access.log"));
    }

    [Theory]
    [InlineData("192.0.2.7 - - [02/Jan/2026:10:00:00 +0000] \"GET /x HTTP/1.0\" 200 5", "GET", "/x")]
    [InlineData("lab.example:443 192.0.2.7 - - [02/Jan/2026:10:00:00 +0000] \"GET /x HTTP/2.0\" 200 5", "GET", "/x")]
    [InlineData("192.0.2.7 - a b [02/Jan/2026:10:00:00 +0000] \"GET /x y HTTP/1.1\" 200 5", "GET", "/x y")]
    [InlineData("192.0.2.7 - - [02/Jan/2026:10:00:00 +0000] \"\\x16\\x03\\x01\" 400 5", "", "\\x16\\x03\\x01")]
    [InlineData("192.0.2.7 - - [02/Jan/2026:10:00:00 +0000] \"-\" 408 -", "", "")]
    [InlineData("2001:db8::7 - - [02/Jan/2026:10:00:00 +0000] \"GET /a\\\"b HTTP/1.1\" 200 5", "GET", "/a\\\"b")]
    public void Odd_requests_are_kept_as_they_are(string line, string method, string uri)
    {
        TextLog.Seen seen = Assert.Single(TextLog.Read(line + "\n").Events);

        Assert.Equal(method, seen["cs-method"]);
        Assert.Equal(uri, seen["cs-uri"]);
    }

    [Fact]
    public void IIS_has_its_own_names_and_those_of_the_taxonomy()
    {
        TextLog.Outcome read = TextLog.Read(Iis, "u_ex260102.log", "cs-user-agent", "cs-uri");

        Assert.Equal("w3c", read.Format);
        Assert.Empty(read.Problems);
        Assert.All(read.Events, static e => Assert.Equal("iis/webserver", e.Stream));
        Assert.Equal(new DateTime(2026, 1, 2, 9, 0, 0, DateTimeKind.Utc), read.Events[0].Origin.Time);
        Assert.Equal("Mozilla/5.0+(X11)", read.Events[0]["cs(User-Agent)"]);
        Assert.Equal("Mozilla/5.0 (X11)", read.Events[0]["cs-user-agent"]);
        Assert.Equal("/ecp/y.js?x=1", read.Events[1]["cs-uri"]);
        Assert.Empty(read.Events[0].Fields["cs-uri-query"]);
    }

    [Theory]
    [InlineData("cs-uri-stem|startswith: /ecp/, cs-user-agent|contains: python, sc-status: 200", 6)]
    [InlineData("cs-method: POST, cs-username|endswith: alice, c-ip: 192.0.2.7", 5)]
    public void IIS_serves_rules_for_web_servers(string selection, ulong line)
    {
        Assert.Equal([line], TextLog.Fired(Servers, selection, Iis));
        Assert.Equal([line], TextLog.Fired($"{Servers}, product: iis", selection, Iis));
        Assert.Empty(TextLog.Fired($"{Servers}, product: apache", selection, Iis));
    }

    [Fact]
    public void Fields_of_IIS_are_those_that_the_last_header_names()
    {
        const string Log = """
            #Software: Microsoft Internet Information Services 10.0
            #Fields: date time c-ip cs-method cs-uri-stem sc-status
            2026-01-02 09:00:00 192.0.2.7 GET /a 200
            2026-01-02 09:00:00 192.0.2.7 GET /cut
            #Fields: date time cs-method cs-uri-stem c-ip sc-status
            2026-01-02 09:00:02 GET /b 192.0.2.7 500

            """;
        TextLog.Outcome read = TextLog.Read(Log);

        Assert.Equal(["/a", "/b"], read.Events.Select(static e => e["cs-uri-stem"]));
        Assert.Equal(["192.0.2.7", "192.0.2.7"], read.Events.Select(static e => e["c-ip"]));
        Assert.Equal("line 4", Assert.Single(read.Problems).Place);
        Assert.True(read.Problems[0].IsLoss);
    }

    [Fact]
    public void Servers_that_write_tabs_are_read()
    {
        const string Log =
            "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query\n"
            + "2026-01-02\t09:00:00\tLHR1\t100\t192.0.2.7\tGET\tcdn.example\t/shell.jsp\t200\t-\tcurl/8\tc=id\n";

        Assert.Equal("web/webserver", Assert.Single(TextLog.Read(Log).Events).Stream);
        Assert.Equal(
            [3],
            TextLog.Fired(Servers, "cs-uri-stem|endswith: .jsp, cs-uri-query: c=id, cs-host: cdn.example", Log)
        );
    }

    [Fact]
    public void Error_logs_serve_their_services()
    {
        const string Apache =
            "[Fri Jan 02 10:00:00.123456 2026] [core:error] [pid 7:tid 8] [client 192.0.2.7:5000] AH00126: Invalid URI in request GET /../../etc\n"
            + "[Fri Jan 02 10:00:01 2026] [notice] resuming normal operations\n";
        const string Nginx =
            "2026/01/02 10:00:00 [error] 7#8: *9 open() \"/srv/x\" failed, client: 192.0.2.7\n"
            + "2026/01/02 10:00:01 [crit] 7#8: *9 SSL_do_handshake() failed\n";

        Assert.Equal([1], TextLog.Fired("service: apache", "message|contains: 'Invalid URI', c-ip: 192.0.2.7", Apache));
        Assert.Equal([2], TextLog.Fired("service: nginx", "severity: crit", Nginx));
        Assert.Empty(TextLog.Fired("service: nginx", "message|contains: 'Invalid URI'", Apache));
        Assert.Equal(new DateTime(2026, 1, 2, 10, 0, 0, DateTimeKind.Utc), TextLog.Read(Nginx).Events[0].Origin.Time);
    }
}
