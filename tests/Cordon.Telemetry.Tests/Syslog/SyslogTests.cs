using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Syslog;

/// <summary>Lines of syslog, and the rules on Linux' programs that they serve.</summary>
public class SyslogTests
{
    [Theory]
    [InlineData("<38>Jan  2 10:00:00 web-1 sshd[7]: hello")]
    [InlineData("Jan  2 10:00:00 web-1 sshd[7]: hello")]
    [InlineData("Jan 02 2026 10:00:00 web-1 sshd[7]: hello")]
    [InlineData("2026-01-02T10:00:00.000000+00:00 web-1 sshd[7]: hello")]
    [InlineData("2026-01-02T11:00:00+01:00 web-1 sshd[7]: hello")]
    [InlineData("<38>1 2026-01-02T10:00:00Z web-1 sshd 7 - - hello")]
    [InlineData("<38>1 2026-01-02T10:00:00Z web-1 /usr/sbin/sshd 7 - [x@1 k=\"v\"] \uFEFFhello")]
    [InlineData("<38>2026-01-02T10:00:00Z web-1 sshd[7]: hello")]
    public void All_forms_of_a_line_say_the_same(string line)
    {
        TextLog.Outcome read = TextLog.Read(line + "\n", "auth.log");
        TextLog.Seen seen = Assert.Single(read.Events);

        Assert.Equal("syslog", read.Format);
        Assert.Equal("linux/sshd", seen.Stream);
        Assert.Equal(("web-1", "sshd"), (seen.Origin.Computer, seen.Origin.Provider));
        Assert.Equal("hello", seen["message"]);
        Assert.Equal("7", seen["pid"]);
        Assert.Equal(new DateTime(2026, 1, 2, 10, 0, 0, DateTimeKind.Utc), seen.Origin.Time);
    }

    [Theory]
    [InlineData("auditd", "audit.log", "type=CONFIG_CHANGE msg=audit(1767348000.1:1): op=EVIL\n", "op: EVIL")]
    [InlineData("auth", "auth.log", "Jan  2 10:00:00 h su[7]: EVIL\n", "message: EVIL")]
    [InlineData("sshd", "auth.log", "Jan  2 10:00:00 h sshd-session[7]: EVIL\n", "message: EVIL")]
    [InlineData(
        "sudo",
        "auth.log",
        "Jan  2 10:00:00 h sudo: a : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/EVIL\n",
        "COMMAND|endswith: EVIL, USER: root"
    )]
    [InlineData("cron", "cron.log", "Jan  2 10:00:00 h CRON[7]: (root) CMD (EVIL)\n", "command: EVIL, user: root")]
    [InlineData("syslog", "syslog", "Jan  2 10:00:00 h kernel: EVIL\n", "message: EVIL")]
    [InlineData("vsftpd", "syslog", "Jan  2 10:00:00 h vsftpd[7]: EVIL\n", "message: EVIL")]
    [InlineData("clamav", "syslog", "Jan  2 10:00:00 h clamd[7]: EVIL\n", "message: EVIL")]
    [InlineData("guacamole", "syslog", "Jan  2 10:00:00 h guacd[7]: EVIL\n", "message: EVIL")]
    public void Every_service_of_Linux_is_served_by_its_program(
        string service,
        string name,
        string line,
        string selection
    )
    {
        string log =
            line
            + line.Replace("EVIL", "calm", StringComparison.Ordinal).Replace(":1)", ":2)", StringComparison.Ordinal);

        Assert.Equal([1], TextLog.Fired($"product: linux, service: {service}", selection, log, name));
        Assert.Equal([1], TextLog.Fired("product: linux", selection, log, name));
        Assert.Empty(
            TextLog.Fired(
                "product: linux, service: vsftpd",
                selection.Replace("EVIL", "EVILL", StringComparison.Ordinal),
                log,
                name
            )
        );
        if (service is not ("vsftpd" or "auth"))
        {
            Assert.Empty(TextLog.Fired("product: linux, service: vsftpd", selection, log, name));
        }
    }

    [Fact]
    public void Words_are_looked_for_in_the_message()
    {
        const string Log = "Jan  2 10:00:00 h kernel: something segfault at 0\nJan  2 10:00:01 h kernel: calm\n";

        Assert.Equal(
            [1],
            TextLog.Fired("product: linux, service: syslog", "message|contains|all: [something, segfault]", Log)
        );
    }

    [Fact]
    public void Commands_of_administrators_serve_ciscos_rules()
    {
        const string Log =
            "Jan  2 10:00:00 fw %ASA-5-111008: User 'mallory' executed the 'clear logging' command.\n"
            + "Jan  2 10:00:01 fw %ASA-6-302013: Built inbound TCP connection\n"
            + "Jan  2 10:00:02 sw 84: %PARSER-5-CFGLOG_LOGGEDCMD: User:mallory  logged command:no logging buffered\n";

        Assert.Equal([1], TextLog.Fired("product: cisco, service: aaa", "message|contains: 'clear logging'", Log));
        Assert.Equal([3], TextLog.Fired("product: cisco, service: aaa", "message|contains: 'no logging'", Log));
        Assert.Empty(TextLog.Fired("product: cisco, service: aaa", "message|contains: Built", Log));
    }

    [Fact]
    public void Sysmon_for_Linux_is_read_out_of_syslog()
    {
        const string Event =
            "<Event><System><Provider Name=\"Linux-Sysmon\" Guid=\"{1}\"/><EventID>1</EventID><TimeCreated SystemTime=\"2026-01-02T10:00:00.123456000Z\"/><EventRecordID>5</EventRecordID><Channel>Linux-Sysmon/Operational</Channel><Computer>web-1</Computer></System><EventData><Data Name=\"Image\">/usr/bin/curl</Data><Data Name=\"CommandLine\">curl &lt;a&gt; &amp; b</Data><Data Name=\"User\">root</Data></EventData></Event>";
        string log =
            $"Jan  2 10:00:01 web-1 sysmon: {Event}\n"
            + $"Jan  2 10:00:02 web-1 sysmon: {Event.Replace("curl", "ls", StringComparison.Ordinal)}\n"
            + $"Jan  2 10:00:03 web-1 sysmon: {Event[..300]}\n";
        TextLog.Outcome read = TextLog.Read(log, "syslog");

        Assert.Equal(2, read.Events.Count);
        Assert.Equal("linux/Linux-Sysmon/Operational", read.Events[0].Stream);
        Assert.Equal(("web-1", 1L), (read.Events[0].Origin.Computer, read.Events[0].Origin.Code));
        Assert.Equal("line 3", Assert.Single(read.Problems).Place);
        Assert.Equal(
            [1],
            TextLog.Fired("product: linux, category: process_creation", "CommandLine: 'curl <a> & b', User: root", log)
        );
        Assert.Empty(TextLog.Fired("product: windows, category: process_creation", "CommandLine|contains: curl", log));
    }

    [Fact]
    public void No_event_in_XML_reads_a_file_or_grows()
    {
        string bomb =
            "Jan  2 10:00:01 web-1 sysmon: <Event><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><System><Provider Name=\"Linux-Sysmon\"/><Computer>&x;</Computer></System></Event>\n";

        TextLog.Outcome read = TextLog.Read(bomb, "syslog");
        Assert.Empty(read.Events);
        Assert.Equal(1, read.ProblemCount);
    }

    [Fact]
    public void The_journal_in_JSON_is_read_also_where_messages_are_bytes()
    {
        const string Log = """
            {"__REALTIME_TIMESTAMP":"1767348000123456","_HOSTNAME":"web-1","SYSLOG_IDENTIFIER":"sshd","_PID":"7","MESSAGE":"Failed password for root from 192.0.2.7 port 5 ssh2"}
            {"__REALTIME_TIMESTAMP":"1767348001123456","_HOSTNAME":"web-1","_COMM":"kernel","MESSAGE":[69,86,73,76,27,91,51,49,109,255]}
            {"__REALTIME_TIMESTAMP":"1767348002123456","_HOSTNAME":"web-1","SYSLOG_IDENTIFIER":"x","MESSAGE":[1,-5,"a"]}
            {"__REALTIME_TIMESTAMP":"1767348003123456","_HOSTNAME":"web-1","SYSLOG_IDENTIFIER":"x","MESSAGE":null}

            """;
        TextLog.Outcome read = TextLog.Read(Log, "journal.json");

        Assert.Equal(
            ["linux/sshd", "linux/syslog", "linux/syslog", "linux/syslog"],
            read.Events.Select(static e => e.Stream)
        );
        Assert.Equal("root", read.Events[0]["auth.user"]);
        Assert.Equal("EVIL\u001b[31m\uFFFD", read.Events[1]["message"]);
        Assert.Equal("", read.Events[2]["message"]);
        Assert.Equal(
            [2],
            TextLog.Fired("product: linux, service: syslog", "message|startswith: EVIL", Log, "journal.json")
        );
    }

    [Theory]
    [InlineData(2026, 3, 1, "Dec 31 23:59:59", 2025)]
    [InlineData(2026, 3, 1, "Feb 28 10:00:00", 2026)]
    [InlineData(2026, 3, 1, "Mar  1 23:00:00", 2026)]
    [InlineData(2026, 3, 1, "Mar  3 10:00:00", 2025)]
    [InlineData(2026, 3, 1, "Feb 29 10:00:00", 2024)]
    public void A_time_without_a_year_is_the_last_one_before_the_file_was_written(
        int year,
        int month,
        int day,
        string time,
        int found
    )
    {
        Assert.Equal(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc), TextLog.Written);
        Assert.Equal(found, Assert.Single(TextLog.Read($"{time} h a: b\n").Events).Origin.Time!.Value.Year);
    }

    [Theory]
    [InlineData("Jan 32 10:00:00 h a: b")]
    [InlineData("Jan  2 25:00:00 h a: b")]
    [InlineData("Foo  2 10:00:00 h a: b")]
    [InlineData("2026-13-02T10:00:00Z h a: b")]
    [InlineData("9999-12-31T23:59:59-14:00 h a: b")]
    [InlineData("<999>Jan  2 10:00:00 h a: b")]
    public void A_line_with_an_impossible_time_is_told_with_its_place(string line)
    {
        TextLog.Outcome read = TextLog.Read($"Jan  2 10:00:00 h a: b\n{line}\nJan  2 10:00:01 h a: c\n");

        Assert.Equal(["b", "c"], read.Events.Select(static e => e["message"]));
        Assert.Equal("line 2", Assert.Single(read.Problems).Place);
    }
}
