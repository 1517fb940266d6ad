using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Network;

/// <summary>Zeek's logs, as tables and as JSON, and the rules that they serve.</summary>
public class ZeekTests
{
    private const string Http =
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\thttp\n#open\t2026-01-02-10-00-00\n"
        + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tmethod\thost\turi\treferrer\tuser_agent\trequest_body_len\tstatus_code\tresp_mime_types\n"
        + "#types\ttime\tstring\taddr\tport\taddr\tport\tstring\tstring\tstring\tstring\tstring\tcount\tcount\tvector[string]\n"
        + "1767348000.123456\tC1\t192.0.2.7\t5000\t198.51.100.7\t80\tPOST\tevil.example\t/a.php?x=1\t-\tbad\\x09agent\t12\t200\ttext/html,text/plain\n"
        + "1767348001.000000\tC2\t192.0.2.8\t5001\t198.51.100.8\t80\tGET\tcalm.example\t/\t(empty)\tMozilla\t0\t404\t(empty)\n"
        + "#close\t2026-01-02-11-00-00\n";

    private const string HttpJson = """
        {"_path":"http","ts":1767348000.123456,"uid":"C1","id.orig_h":"192.0.2.7","id.resp_h":"198.51.100.7","method":"POST","host":"evil.example","uri":"/a.php?x=1","user_agent":"bad\tagent","request_body_len":12,"status_code":200,"resp_mime_types":["text/html","text/plain"]}
        {"_path":"http","ts":1767348001.0,"uid":"C2","id.orig_h":"192.0.2.8","id.resp_h":"198.51.100.8","method":"GET","host":"calm.example","uri":"/","user_agent":"Mozilla","request_body_len":0,"status_code":404}

        """;

    private const string Dns =
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tdns\n"
        + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tquery\tqtype_name\trcode_name\tAA\tanswers\tTTLs\trejected\n"
        + "#types\ttime\tstring\taddr\tport\taddr\tport\tstring\tstring\tstring\tbool\tvector[string]\tvector[interval]\tbool\n"
        + "1767348000.5\tC1\t192.0.2.7\t5000\t192.0.2.53\t53\tx.evil.example\tTXT\tNOERROR\tF\ta b,198.51.100.7\t60.0,60.0\tF\n"
        + "1767348001.5\tC2\t192.0.2.8\t5001\t192.0.2.53\t53\tcalm.example\tA\tNXDOMAIN\tT\t-\t-\tT\n";

    [Theory]
    [InlineData("category: proxy", "c-uri|contains: .php, cs-host: evil.example, cs-method: POST, sc-status: 200")]
    [InlineData("category: proxy", "c-uri-query: x=1, c-uri-extension: php, src_ip: 192.0.2.7, dst_ip: 198.51.100.7")]
    [InlineData("category: webserver", "cs-uri-stem: /a.php, cs-user-agent|startswith: bad")]
    [InlineData("product: zeek, service: http", "uri|contains: .php, request_body_len|gte: 5")]
    [InlineData("product: zeek, service: http", "resp_mime_types: text/plain")]
    [InlineData("product: zeek, service: http", "user_agent: \"bad\\tagent\", id.orig_h: 192.0.2.7")]
    public void Requests_serve_rules_for_proxies_and_servers(string source, string selection)
    {
        Assert.Equal([9], TextLog.Fired(source, selection, Http, "http.log"));
        Assert.Equal([1], TextLog.Fired(source, selection, HttpJson, "http.log"));
        Assert.Empty(TextLog.Fired("category: dns", selection, Http, "http.log"));
    }

    [Theory]
    [InlineData(
        "category: dns",
        "query|endswith: .evil.example, record_type: TXT, answer: 198.51.100.7, rcode: NOERROR"
    )]
    [InlineData("product: zeek, service: dns", "answers: 'a b', qtype_name: TXT, rejected: 'false'")]
    public void Queries_serve_rules_for_dns(string source, string selection)
    {
        Assert.Equal([8], TextLog.Fired(source, selection, Dns));
        Assert.Empty(TextLog.Fired("category: proxy", "query|endswith: .evil.example", Dns));
    }

    [Fact]
    public void Values_have_the_types_that_the_header_says()
    {
        TextLog.Outcome read = TextLog.Read(Dns, "dns.log");

        Assert.Empty(read.Problems);
        Assert.Equal(["a b", "198.51.100.7"], read.Events[0].Fields["answers"]);
        Assert.Equal(["60.0", "60.0"], read.Events[0].Fields["TTLs"]);
        Assert.Equal("false", read.Events[0]["AA"]);
        Assert.Equal("true", read.Events[1]["rejected"]);
        Assert.Empty(read.Events[1].Fields["answers"]);
        Assert.Equal(new DateTime(2026, 1, 2, 10, 0, 0, 500, DateTimeKind.Utc), read.Events[0].Origin.Time);
    }

    [Fact]
    public void What_is_unset_is_missing_and_what_is_empty_is_empty()
    {
        TextLog.Outcome read = TextLog.Read(Http, "http.log");

        Assert.Empty(read.Events[0].Fields["referrer"]);
        Assert.Equal([""], read.Events[1].Fields["referrer"]);
        Assert.Empty(read.Events[1].Fields["resp_mime_types"]);
        Assert.Equal("bad\tagent", read.Events[0]["user_agent"]);
        Assert.Equal([9], TextLog.Fired("product: zeek, service: http", "referrer: null", Http));
    }

    [Fact]
    public void A_line_that_was_cut_costs_itself_and_a_header_may_come_again()
    {
        string log =
            Dns.Replace("TXT\tNOERROR\tF\ta b,198.51.100.7\t60.0,60.0\tF", "TX", StringComparison.Ordinal) + Http;
        TextLog.Outcome read = TextLog.Read(log);

        Assert.Equal(["zeek/dns", "zeek/http", "zeek/http"], read.Events.Select(static e => e.Stream));
        Assert.Equal("line 8", Assert.Single(read.Problems).Place);
        Assert.True(read.Problems[0].IsLoss);
    }

    [Theory]
    [InlineData("conn.log", "conn")]
    [InlineData("smb_files.log", "smb_files")]
    [InlineData("dce_rpc.2026-01-02-10.log", "dce_rpc")]
    [InlineData("ssh_20260102.log", "ssh")]
    [InlineData("KERBEROS.LOG", "kerberos")]
    public void Without_a_path_the_files_name_says_which_log_it_is(string name, string log)
    {
        string json = """{"ts":1767348000.1,"uid":"C1","id.orig_h":"192.0.2.7"}""" + "\n";
        string table = "#separator \\x09\n#fields\tts\tuid\n#types\ttime\tstring\n1767348000.1\tC1\n";

        Assert.Equal($"zeek/{log}", Assert.Single(TextLog.Read(json, name).Events).Stream);
        Assert.Equal($"zeek/{log}", Assert.Single(TextLog.Read(table, name).Events).Stream);
    }

    [Theory]
    [InlineData("conn")]
    [InlineData("dce_rpc")]
    [InlineData("kerberos")]
    [InlineData("rdp")]
    [InlineData("smb_files")]
    [InlineData("ssh")]
    [InlineData("x509")]
    public void Every_other_log_serves_its_own_rules(string log)
    {
        string table =
            $"#separator \\x09\n#path\t{log}\n#fields\tts\tuid\tname\n#types\ttime\tstring\tstring\n1767348000.1\tC1\tevil\n1767348000.2\tC2\tcalm\n";

        Assert.Equal([5], TextLog.Fired($"product: zeek, service: {log}", "name: evil", table));
        Assert.Empty(TextLog.Fired("product: zeek, service: dns", "name: evil", table));
    }
}
