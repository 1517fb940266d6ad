using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Network;

/// <summary>Logs of DNS servers, and the rules of category <c>dns</c> that they serve.</summary>
public class DnsTests
{
    public static TheoryData<string, string, ulong> Logs =>
        new()
        {
            {
                "query.log",
                "02-Jan-2026 10:00:00.123 queries: info: client @0x7f1 192.0.2.7#5000 (x.evil.example): query: x.evil.example IN TXT +E(0)K (192.0.2.53)\n"
                    + "02-Jan-2026 10:00:01.123 queries: info: client @0x7f1 192.0.2.8#5000 (calm.example): query: calm.example IN A + (192.0.2.53)\n",
                1
            },
            {
                "dnsserver.log",
                "DNS Server log file creation at 1/2/2026 9:00:00 AM\nMessage logging key\n\n"
                    + "1/2/2026 10:00:00 AM 0E5C PACKET  000000D5 UDP Rcv 192.0.2.7      0002   Q [0001   D   NOERROR] TXT    (1)x(4)evil(7)example(0)\n"
                    + "1/2/2026 10:00:01 AM 0E5C PACKET  000000D5 UDP Rcv 192.0.2.8      0003   Q [0001   D   NOERROR] A      (4)calm(7)example(0)\n",
                4
            },
            {
                "syslog",
                "Jan  2 10:00:00 gw dnsmasq[7]: query[TXT] x.evil.example from 192.0.2.7\n"
                    + "Jan  2 10:00:01 gw dnsmasq[7]: query[A] calm.example from 192.0.2.8\n",
                1
            },
            {
                "syslog",
                "Jan  2 10:00:00 gw unbound: [7:0] info: 192.0.2.7 x.evil.example. TXT IN\n"
                    + "Jan  2 10:00:01 gw unbound: [7:0] info: 192.0.2.8 calm.example. A IN\n",
                1
            },
            {
                "messages",
                "Jan  2 10:00:00 gw named[7]: client 192.0.2.7#5000 (x.evil.example): query: x.evil.example IN TXT + (192.0.2.53)\n"
                    + "Jan  2 10:00:01 gw named[7]: client 192.0.2.8#5000 (calm.example): query: calm.example IN A + (192.0.2.53)\n",
                1
            },
            {
                "dns.csv",
                "timestamp,client_ip,query,qtype,rcode\n2026-01-02T10:00:00Z,192.0.2.7,x.evil.example,TXT,NOERROR\n2026-01-02T10:00:01Z,192.0.2.8,calm.example,A,NOERROR\n",
                1
            },
        };

    [Theory]
    [MemberData(nameof(Logs))]
    public void Every_server_serves_rules_for_dns(string name, string log, ulong line)
    {
        Assert.Equal(
            [line],
            TextLog.Fired(
                "category: dns",
                "query|endswith: .evil.example, record_type: TXT, src_ip: 192.0.2.7",
                log,
                name
            )
        );
        Assert.Empty(TextLog.Fired("category: proxy", "query|endswith: .evil.example", log, name));
        TextLog.Seen seen = TextLog.Read(log, name).Events[0];
        Assert.Equal(
            new DateTime(2026, 1, 2, 10, 0, 0, DateTimeKind.Utc),
            seen.Origin.Time!.Value.AddTicks(-(seen.Origin.Time.Value.Ticks % TimeSpan.TicksPerSecond))
        );
    }

    [Fact]
    public void Answers_are_told_from_questions()
    {
        const string Log =
            "Jan  2 10:00:00 gw dnsmasq[7]: 12 192.0.2.7/5000 query[A] x.evil.example from 192.0.2.7\n"
            + "Jan  2 10:00:00 gw dnsmasq[7]: 12 192.0.2.7/5000 reply x.evil.example is 198.51.100.7\n"
            + "Jan  2 10:00:00 gw dnsmasq[7]: 13 192.0.2.7/5000 reply y.evil.example is NXDOMAIN\n";

        Assert.Equal(["query", "response", "response"], TextLog.Read(Log).Events.Select(static e => e["kind"]));
        Assert.Equal([2], TextLog.Fired("category: dns", "answer: 198.51.100.7", Log));
        Assert.Equal([3], TextLog.Fired("category: dns", "rcode: NXDOMAIN", Log));
    }
}
