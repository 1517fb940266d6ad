using System.Text;

namespace Cordon.Telemetry.Tests.Lines;

/// <summary>What holds of every format that has a record a line, whatever was done to the file.</summary>
public class HostileLineTests
{
    /// <summary>A format: its file's name, the lines that come first, two lines with an event each, and whether a line that is none of its is told.</summary>
    public sealed record Sample(string Name, string[] Head, string First, string Second, bool TellsOdd = true);

    private static readonly Dictionary<string, Sample> Samples = new()
    {
        ["syslog"] = new(
            "syslog",
            [],
            "Jan  2 10:00:00 web-1 sshd[7]: Failed password for invalid user ü from 192.0.2.7 port 5000 ssh2",
            "<38>1 2026-01-02T10:00:01Z web-1 cron 8 - - (root) CMD (/usr/bin/id)"
        ),
        ["auditd"] = new(
            "audit.log",
            [],
            "type=SYSCALL msg=audit(1767348000.100:1): arch=c000003e syscall=59 success=yes pid=8 exe=\"/usr/bin/ü\"",
            "type=USER_LOGIN msg=audit(1767348001.100:2): pid=9 msg='op=login res=success'"
        ),
        ["access"] = new(
            "access.log",
            [],
            "192.0.2.7 - - [02/Jan/2026:10:00:00 +0000] \"GET /ü HTTP/1.1\" 200 5 \"-\" \"a\"",
            "192.0.2.8 - - [02/Jan/2026:10:00:01 +0000] \"GET / HTTP/1.1\" 404 5 \"-\" \"b\""
        ),
        ["error"] = new(
            "error.log",
            [],
            "2026/01/02 10:00:00 [error] 7#8: *9 open() \"/ü\" failed",
            "2026/01/02 10:00:01 [error] 7#8: *9 open() \"/y\" failed",
            TellsOdd: false
        ),
        ["w3c"] = new(
            "u_ex.log",
            [
                "#Software: Microsoft Internet Information Services 10.0",
                "#Fields: date time c-ip cs-method cs-uri-stem sc-status",
            ],
            "2026-01-02 10:00:00 192.0.2.7 GET /ü 200",
            "2026-01-02 10:00:01 192.0.2.7 GET /y 200"
        ),
        ["squid"] = new(
            "access.log",
            [],
            "1767348000.123 180 192.0.2.7 TCP_MISS/200 411 GET http://a.example/ü - HIER_DIRECT/198.51.100.7 text/html",
            "1767348001.123 180 192.0.2.7 TCP_MISS/200 411 GET http://b.example/ - HIER_DIRECT/198.51.100.7 text/html"
        ),
        ["zeek"] = new(
            "dns.log",
            ["#separator \\x09", "#path\tdns", "#fields\tts\tuid\tquery", "#types\ttime\tstring\tstring"],
            "1767348000.1\tC1\tü.example",
            "1767348001.1\tC2\tb.example"
        ),
        ["bind"] = new(
            "query.log",
            [],
            "02-Jan-2026 10:00:00.123 client 192.0.2.7#5000 (ü.example): query: ü.example IN A + (192.0.2.53)",
            "02-Jan-2026 10:00:01.123 client 192.0.2.7#5000 (b.example): query: b.example IN A + (192.0.2.53)"
        ),
        ["windows dns"] = new(
            "dns.log",
            ["DNS Server log file creation at 1/2/2026 9:00:00 AM"],
            "1/2/2026 10:00:00 AM 0E5C PACKET  000000D5 UDP Rcv 192.0.2.7 0002   Q [0001   D   NOERROR] A      (2)ü(7)example(0)",
            "1/2/2026 10:00:01 AM 0E5C PACKET  000000D5 UDP Rcv 192.0.2.7 0002   Q [0001   D   NOERROR] A      (1)b(7)example(0)",
            TellsOdd: false
        ),
        ["openvpn"] = new(
            "openvpn.log",
            [],
            "2026-01-02 10:00:00 198.51.100.7:5000 TLS: Initial packet from [AF_INET]198.51.100.7:5000 ü",
            "2026-01-02 10:00:01 198.51.100.7:5000 [alice] Peer Connection Initiated with [AF_INET]198.51.100.7:5000"
        ),
        ["asa"] = new(
            "asa.log",
            [],
            "Jan  2 10:00:00 fw %ASA-6-113005: AAA user authentication Rejected : reason = ü : server = 192.0.2.1 : user = a : user IP = 198.51.100.7",
            "Jan  2 10:00:01 fw %ASA-6-302013: Built"
        ),
        ["fortigate"] = new(
            "fortigate.log",
            [],
            "date=2026-01-02 time=10:00:00 devname=\"fw\" devid=\"F\" logid=\"0101039426\" type=\"event\" subtype=\"vpn\" action=\"ssl-login-fail\" user=\"ü\" remip=198.51.100.7",
            "date=2026-01-02 time=10:00:01 devname=\"fw\" devid=\"F\" logid=\"0101039424\" type=\"event\" subtype=\"vpn\" action=\"tunnel-up\" user=\"b\""
        ),
        ["paloalto"] = new(
            "pan.log",
            [],
            "1,2026/01/02 10:00:00,0123,GLOBALPROTECT,0,2305,2026/01/02 10:00:00,vsys1,gateway-auth,login,LDAP,,ü,US,pc,198.51.100.7,0.0.0.0,,,,,,,,1,bad,,,failure,,0,,0,gp,1,0x0",
            "1,2026/01/02 10:00:01,0123,GLOBALPROTECT,0,2305,2026/01/02 10:00:01,vsys1,gateway-connected,connected,LDAP,,b,US,pc,198.51.100.7,0.0.0.0,,,,,,,,1,,,,success,,0,,0,gp,2,0x0"
        ),
        ["cef"] = new(
            "cef.log",
            [],
            "CEF:0|Maker|VPN|1|100|Login failed|5|rt=1767348000000 src=198.51.100.7 suser=ü outcome=failure",
            "CEF:0|Maker|VPN|1|100|Login|5|rt=1767348001000 src=198.51.100.7 suser=b outcome=success"
        ),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_lines_are_events_with_their_times(string which)
    {
        TextLog.Outcome read = Read(which, Lines(Samples[which]));

        Assert.Equal(2, read.Events.Count);
        Assert.Equal(0, read.ProblemCount);
        Assert.Equal([0, 1], read.Events.Select(static e => e.Origin.Time!.Value.Second));
        Assert.All(read.Events, static e => Assert.Equal(new DateTime(2026, 1, 2), e.Origin.Time!.Value.Date));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_line_of_another_log_costs_itself_and_is_told_with_its_place(string which)
    {
        Sample sample = Samples[which];
        TextLog.Outcome read = Read(which, [.. sample.Head, sample.First, "what is this", "", sample.Second]);

        Assert.Equal(
            sample.TellsOdd ? 2
                : which == "error" ? 3
                : 2,
            read.Events.Count
        );
        if (sample.TellsOdd)
        {
            Assert.Equal($"line {sample.Head.Length + 2}", Assert.Single(read.Problems).Place);
            Assert.True(read.Problems[0].IsLoss);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_gigantic_line_costs_itself(string which)
    {
        Sample sample = Samples[which];
        TextLog.Outcome read = Read(which, [.. sample.Head, sample.First, new string('x', 1_100_000), sample.Second]);

        Assert.Equal(2, read.Events.Count);
        ReadLossAt(read, sample.Head.Length + 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_may_be_cut_anywhere(string which)
    {
        Sample sample = Samples[which];
        string head = string.Concat(sample.Head.Select(static l => l + "\n")) + sample.First + "\n";
        int step = Math.Max(1, sample.Second.Length / 12);
        for (int length = 0; length < sample.Second.Length; length += step)
        {
            TextLog.Outcome read = TextLog.Read(head + sample.Second[..length], sample.Name);
            Assert.InRange(read.Events.Count, 1, 2);
            Assert.Equal(0, read.Events[0].Origin.Time!.Value.Second);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_may_come_in_any_order_and_end_in_any_way(string which)
    {
        Sample sample = Samples[which];

        Assert.Equal(2, Read(which, [.. sample.Head, sample.Second, sample.First]).Events.Count);
        Assert.Equal(2, TextLog.Read(string.Join("\r\n", Lines(sample)) + "\r\n", sample.Name).Events.Count);
        Assert.Equal(2, TextLog.Read(string.Join("\n", Lines(sample)), sample.Name).Events.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_encoding_with_a_mark_gives_the_same(string which)
    {
        Sample sample = Samples[which];
        string text = string.Join("\n", Lines(sample)) + "\n";
        string plain = Shown(TextLog.Read(text, sample.Name));
        foreach (
            Encoding encoding in (Encoding[])
                [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)]
        )
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            Assert.Equal(plain, Shown(TextLog.Read(bytes, sample.Name)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_that_are_no_UTF_8_cost_nothing_and_are_told(string which)
    {
        Sample sample = Samples[which];
        TextLog.Outcome read = TextLog.Read(
            Encoding.Latin1.GetBytes(string.Join("\n", Lines(sample)) + "\n"),
            sample.Name
        );

        Assert.Equal(2, read.Events.Count);
        Assert.Contains("U+FFFD", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
        Assert.False(read.Problems[0].IsLoss);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zeros_at_the_end_and_between_lines_cost_no_event(string which)
    {
        Sample sample = Samples[which];
        string zeros = new('\0', 5_000);

        Assert.Equal(2, TextLog.Read(string.Join("\n", Lines(sample)) + "\n" + zeros, sample.Name).Events.Count);
        Assert.Equal(2, Read(which, [.. sample.Head, sample.First, zeros, sample.Second]).Events.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_would_be_run_elsewhere_is_kept_as_it_is_written(string which)
    {
        Sample sample = Samples[which];
        foreach (
            string evil in (string[])
                ["<script>alert(1)</script>", "=cmd|'/c_calc'!A0", "\u001b[31m\u001b]0;x\u0007", "\u202Egnp.exe"]
        )
        {
            TextLog.Outcome read = Read(
                which,
                [
                    .. sample.Head,
                    sample.First.Replace(
                        "ü",
                        which == "cef" ? evil.Replace("=", "\\=", StringComparison.Ordinal) : evil,
                        StringComparison.Ordinal
                    ),
                    sample.Second,
                ]
            );
            Assert.Equal(2, read.Events.Count);
            Assert.Contains(
                read.Events[0].Fields.SelectMany(static f => f),
                text => text.Contains(evil, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_damage_stops_a_reading(string which)
    {
        Sample sample = Samples[which];
        byte[] whole = Encoding.UTF8.GetBytes(string.Join("\n", Lines(sample)) + "\n");
        var random = new Random(20260102);
        for (int i = 0; i < 40; i++)
        {
            byte[] bytes = [.. whole];
            for (int k = random.Next(1, 12); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            TextLog.Outcome read = TextLog.Read(bytes, sample.Name);
            Assert.All(read.Problems, static p => Assert.NotEmpty(p.Place));
        }
    }

    private static void ReadLossAt(TextLog.Outcome read, int line)
    {
        var loss = Assert.Single(read.Problems, static p => p.IsLoss);
        Assert.Equal($"line {line}", loss.Place);
        Assert.Contains("longer", loss.Message, StringComparison.Ordinal);
    }

    private static string[] Lines(Sample sample) => [.. sample.Head, sample.First, sample.Second];

    private static TextLog.Outcome Read(string which, string[] lines) =>
        TextLog.Read(string.Join("\n", lines) + "\n", Samples[which].Name);

    private static string Shown(TextLog.Outcome read) =>
        string.Join(
            "\n",
            read.Events.Select(static e =>
                $"{e.Stream} {e.Origin.Time:O} {string.Join(' ', e.Fields.SelectMany(static f => f.Select(v => $"{f.Key}={v}")))}"
            )
        );
}
