using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Network;

/// <summary>Suricata's EVE, and the rules that it serves.</summary>
public class SuricataTests
{
    private const string Eve = """
        {"timestamp":"2026-01-02T10:00:00.123456+0100","flow_id":1,"event_type":"http","src_ip":"192.0.2.7","src_port":5000,"dest_ip":"198.51.100.7","dest_port":80,"http":{"hostname":"evil.example","url":"/a.php?x=1","http_user_agent":"bad agent","http_method":"POST","status":200,"length":12}}
        {"timestamp":"2026-01-02T10:00:01.000000+0100","flow_id":2,"event_type":"dns","src_ip":"192.0.2.7","dest_ip":"192.0.2.53","dns":{"type":"query","rrname":"x.evil.example","rrtype":"TXT"}}
        {"timestamp":"2026-01-02T10:00:02.000000+0100","flow_id":2,"event_type":"dns","src_ip":"192.0.2.7","dest_ip":"192.0.2.53","dns":{"version":2,"type":"answer","rrname":"y.evil.example","rrtype":"A","rcode":"NOERROR","answers":[{"rrname":"y.evil.example","rrtype":"A","rdata":"198.51.100.9"}],"grouped":{"A":["198.51.100.9"]}}}
        {"timestamp":"2026-01-02T10:00:03.000000+0100","flow_id":3,"event_type":"tls","src_ip":"192.0.2.7","dest_ip":"198.51.100.7","tls":{"sni":"tunnel.evil.example","version":"TLS 1.3"}}
        {"timestamp":"2026-01-02T10:00:04.000000+0100","flow_id":4,"event_type":"dns","src_ip":"192.0.2.7","dest_ip":"192.0.2.53","dns":{"version":3,"type":"request","queries":[{"rrname":"z.evil.example","rrtype":"AAAA"}]}}
        {"timestamp":"2026-01-02T10:00:05.000000+0100","flow_id":5,"event_type":"flow","src_ip":"192.0.2.7","dest_ip":"198.51.100.7"}

        """;

    [Theory]
    [InlineData("category: proxy", "c-uri|contains: .php, cs-host: evil.example, c-useragent: 'bad agent'", 1)]
    [InlineData("category: webserver", "cs-uri-stem: /a.php, cs-uri-query: x=1, sc-status: 200", 1)]
    [InlineData("category: proxy", "cs-host: tunnel.evil.example, dst_ip: 198.51.100.7", 4)]
    [InlineData("category: dns", "query: x.evil.example, record_type: TXT, src_ip: 192.0.2.7", 2)]
    [InlineData("category: dns", "query: y.evil.example, answer: 198.51.100.9", 3)]
    [InlineData("category: dns", "query: z.evil.example, record_type: AAAA", 5)]
    [InlineData("product: suricata, service: dns", "dns.rrname: x.evil.example", 2)]
    public void Requests_and_queries_serve_rules(string source, string selection, ulong record) =>
        Assert.Equal([record], TextLog.Fired(source, selection, Eve, "eve.json"));

    [Fact]
    public void What_a_handshake_cannot_say_is_unknown()
    {
        Assert.Empty(
            TextLog.Fired("category: proxy", "cs-host: tunnel.evil.example", Eve, unless: "c-uri|contains: x")
        );
        Assert.Equal(
            [1],
            TextLog.Fired("category: proxy", "cs-host: evil.example", Eve, unless: "cs-cookie|contains: x")
        );
    }

    [Fact]
    public void Records_of_nobody_known_are_told_and_the_others_are_read()
    {
        string log =
            Eve + "{\"what\":1}\n{\"timestamp\":\"2026-01-02T10:00:06Z\",\"event_type\":\"dns\",\"src_i\n" + Eve;
        TextLog.Outcome read = TextLog.Read(log, "eve.json");

        Assert.Equal(12, read.Events.Count);
        Assert.Equal(2, read.ProblemCount);
        Assert.All(read.Problems, static p => Assert.StartsWith("record ", p.Place, StringComparison.Ordinal));
    }
}
