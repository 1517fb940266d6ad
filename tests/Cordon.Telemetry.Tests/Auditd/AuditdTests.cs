using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Auditd;

/// <summary>Linux's audit log: records of one event, joined, and the rules that they serve.</summary>
public class AuditdTests
{
    private const string Process = "product: linux, category: process_creation";
    private const string File = "product: linux, category: file_event";
    private const string Network = "product: linux, category: network_connection";

    [Fact]
    public void A_command_serves_rules_for_process_creation()
    {
        string log =
            Call(1, "59", "yes", "exe=\"/usr/bin/curl\"")
            + Record(1, "EXECVE", "argc=3 a0=\"curl\" a1=\"-o\" a2=2F746D702F6120622E7368")
            + Record(1, "CWD", "cwd=\"/home/lab\"")
            + Call(2, "59", "yes", "exe=\"/usr/bin/ls\"")
            + Record(2, "EXECVE", "argc=1 a0=\"ls\"");

        Assert.Equal([1], Fired(Process, "Image|endswith: /curl, CommandLine: 'curl -o /tmp/a b.sh'", log));
        Assert.Equal([1], Fired(Process, "CurrentDirectory: /home/lab, User: root, LogonId: 0", log));
        Assert.Equal([1], Fired(Process, "ProcessId: 101, ParentProcessId: 77, Image|endswith: curl", log));
        Assert.Equal([1, 4], Fired(Process, "User: root", log));
    }

    [Fact]
    public void Rules_for_the_audit_log_keep_its_own_names()
    {
        string log =
            Call(1, "59", "yes", "exe=\"/usr/bin/chmod\" key=\"perm_mod\"")
            + Record(1, "EXECVE", "argc=2 a0=\"chmod\" a1=\"+s\"")
            + Record(1, "PATH", "item=0 name=\"/usr/bin/chmod\" nametype=NORMAL");
        const string Service = "product: linux, service: auditd";

        Assert.Equal([1], Fired(Service, "type: EXECVE, a0: chmod, a1: '+s'", log));
        Assert.Equal([1], Fired(Service, "type: PATH, name: /usr/bin/chmod", log));
        Assert.Equal([1], Fired(Service, "type: SYSCALL, SYSCALL: execve, key: perm_mod", log));
        Assert.Empty(Fired(Service, "type: EXECVE, a0: chown", log));
        Assert.Empty(Fired("product: linux, service: auth", "a0: chmod", log));
    }

    [Fact]
    public void A_command_that_did_not_start_is_no_process()
    {
        string log = Call(1, "59", "no", "exe=\"/usr/bin/bash\"") + Call(2, "59", "yes", "exe=\"/usr/bin/id\"");

        Assert.Equal([2], Fired(Process, "Image|startswith: /usr", log));
    }

    [Fact]
    public void Other_calls_are_no_process() =>
        Assert.Empty(Fired(Process, "Image|startswith: /", Call(1, "257", "yes", "exe=\"/usr/bin/touch\"")));

    [Theory]
    [InlineData("c000003e", "59")]
    [InlineData("c000003e", "322")]
    [InlineData("c00000b7", "221")]
    [InlineData("40000003", "11")]
    [InlineData("40000003", "358")]
    public void Commands_are_known_by_the_number_of_the_call_on_each_machine(string arch, string number) =>
        Assert.Equal(
            [1],
            Fired(Process, "Image: /usr/bin/id", Call(1, number, "yes", "exe=\"/usr/bin/id\"", arch: arch))
        );

    [Fact]
    public void What_the_log_does_not_say_is_unknown_and_not_missing()
    {
        string log = Call(1, "59", "yes", "exe=\"/usr/bin/id\"");

        Assert.Empty(Fired(Process, "Image: /usr/bin/id", log, unless: "ParentImage: /usr/sbin/cron"));
        Assert.Empty(Fired(Process, "Image: /usr/bin/id", log, unless: "Hashes|contains: abc"));
        Assert.Equal([1], Fired(Process, "Image: /usr/bin/id", log, unless: "Image: /usr/bin/who"));
    }

    [Fact]
    public void A_parent_that_was_met_is_known_to_its_children()
    {
        string log =
            Call(1, "59", "yes", "exe=\"/usr/sbin/httpd\"", process: 77)
            + Record(1, "EXECVE", "argc=2 a0=\"httpd\" a1=\"-k\"")
            + Call(2, "59", "yes", "exe=\"/usr/bin/bash\"", process: 90)
            + Call(3, "59", "yes", "exe=\"/usr/bin/bash\"", process: 91, parent: 78);

        Assert.Equal([3], Fired(Process, "Image|endswith: /bash, ParentImage|endswith: /httpd", log));
        Assert.Equal([3], Fired(Process, "ParentCommandLine: 'httpd -k'", log));
    }

    [Fact]
    public void Parents_are_those_of_the_same_host_and_day()
    {
        string elsewhere =
            "node=web-1 "
            + Call(1, "59", "yes", "exe=\"/usr/sbin/httpd\"", process: 77)
            + "node=web-2 "
            + Call(2, "59", "yes", "exe=\"/usr/bin/bash\"");
        string later =
            Call(1, "59", "yes", "exe=\"/usr/sbin/httpd\"", process: 77)
            + Call(2, "59", "yes", "exe=\"/usr/bin/bash\"")
                .Replace("1767348000", "1767448000", StringComparison.Ordinal);

        Assert.Empty(Fired(Process, "ParentImage|endswith: /httpd", elsewhere));
        Assert.Empty(Fired(Process, "ParentImage|endswith: /httpd", later));
    }

    [Theory]
    [InlineData("euid=0", "root")]
    [InlineData("euid=1000", "")]
    [InlineData("euid=1000 EUID=\"alice\"", "alice")]
    [InlineData("euid=1000 EUID=\"unknown(1000)\"", "")]
    public void The_account_is_the_one_whose_rights_are_used(string fields, string account)
    {
        string line =
            $"type=SYSCALL msg=audit(1767348000.100:1): arch=c000003e syscall=59 success=yes ppid=7 pid=8 uid=1000 {fields} exe=\"/usr/bin/id\"\n";

        Assert.Equal(account, Assert.Single(TextLog.Read(line, "audit.log", "audit.user").Events)["audit.user"]);
    }

    [Theory]
    [InlineData("/etc/cron.d/job", "/etc/cron.d/job")]
    [InlineData("job", "/etc/cron.d/job")]
    [InlineData("../cron.d/./job", "/etc/cron.d/job")]
    [InlineData("/tmp/../etc//cron.d/job", "/etc/cron.d/job")]
    public void A_file_that_is_made_serves_rules_for_files(string name, string whole)
    {
        string log =
            Call(1, "257", "yes", "exe=\"/usr/bin/touch\"", first: "ffffff9c")
            + Record(1, "CWD", "cwd=\"/etc/cron.d\"")
            + Record(1, "PATH", "item=0 name=\"/etc/cron.d/\" mode=040755 nametype=PARENT")
            + Record(1, "PATH", $"item=1 name=\"{name}\" mode=0100644 nametype=CREATE")
            + Call(2, "257", "yes", "exe=\"/usr/bin/cat\"", first: "ffffff9c")
            + Record(2, "PATH", "item=0 name=\"/etc/cron.d/job\" mode=0100644 nametype=NORMAL");

        Assert.Equal([1], Fired(File, $"TargetFilename: '{whole}', Image|endswith: /touch, User: root", log));
    }

    [Fact]
    public void A_file_that_is_written_anew_counts_as_made()
    {
        string anew =
            Call(1, "257", "yes", "exe=\"/usr/bin/bash\"", first: "ffffff9c", third: "241")
            + Record(1, "PATH", "item=0 name=\"/etc/shadow\" mode=0100640 nametype=NORMAL");

        Assert.Equal([1], Fired(File, "TargetFilename: /etc/shadow", anew));
        Assert.Empty(
            Fired(File, "TargetFilename: /etc/shadow", anew.Replace("a2=241", "a2=0", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("yes", "040755", "ffffff9c")]
    [InlineData("no", "0100644", "ffffff9c")]
    [InlineData("yes", "0100644", "5")]
    public void Folders_failures_and_names_below_an_unknown_folder_are_no_files(
        string success,
        string mode,
        string at
    ) =>
        Assert.Empty(
            Fired(
                File,
                "TargetFilename|contains: job",
                Call(1, "257", success, "exe=\"/usr/bin/touch\"", first: at)
                    + Record(1, "CWD", "cwd=\"/etc/cron.d\"")
                    + Record(1, "PATH", $"item=1 name=\"job\" mode={mode} nametype=CREATE")
            )
        );

    [Theory]
    [InlineData("c000003e", "42", "yes", "3", true)]
    [InlineData("c00000b7", "203", "yes", "3", true)]
    [InlineData("40000003", "102", "yes", "3", true)]
    [InlineData("40000003", "102", "yes", "2", false)]
    [InlineData("c000003e", "49", "yes", "3", false)]
    [InlineData("c000003e", "42", "no", "3", false)]
    public void A_connection_serves_rules_for_the_network(
        string arch,
        string number,
        string success,
        string first,
        bool fires
    )
    {
        string log =
            Call(1, number, success, "exe=\"/usr/bin/nc\"", arch: arch, first: first)
            + Record(1, "SOCKADDR", "saddr=02001F90C63364070000000000000000");

        Assert.Equal(
            fires ? [1UL] : [],
            Fired(
                Network,
                "DestinationIp: 198.51.100.7, DestinationPort: 8080, Initiated: 'true', Image: /usr/bin/nc",
                log
            )
        );
    }

    [Fact]
    public void A_connection_that_is_still_being_made_counts_and_one_within_the_machine_does_not()
    {
        string goesOn =
            Call(1, "42", "no exit=-115", "exe=\"/usr/bin/nc\"")
            + Record(1, "SOCKADDR", "saddr=0A0001BB0000000020010DB800000000000000000000000700000000");
        string local =
            Call(1, "42", "yes", "exe=\"/usr/bin/nc\"") + Record(1, "SOCKADDR", "saddr=01002F72756E2F6C6F6700");

        Assert.Equal([1], Fired(Network, "DestinationIp: '2001:db8::7', DestinationPort: 443", goesOn));
        Assert.Empty(Fired(Network, "Image: /usr/bin/nc", local));
    }

    [Fact]
    public void Events_of_several_processors_are_told_apart()
    {
        string log =
            Call(1, "59", "yes", "exe=\"/usr/bin/a\"")
            + Call(2, "59", "yes", "exe=\"/usr/bin/b\"")
            + Record(1, "EXECVE", "argc=1 a0=\"first\"")
            + Record(2, "EXECVE", "argc=1 a0=\"second\"")
            + Record(2, "EOE", "")
            + Record(1, "EOE", "");

        Assert.Equal([1], Fired(Process, "Image|endswith: /a, CommandLine: first", log));
        Assert.Equal([2], Fired(Process, "Image|endswith: /b, CommandLine: second", log));
    }

    [Fact]
    public void Long_arguments_come_in_pieces()
    {
        string log =
            Call(1, "59", "yes", "exe=\"/usr/bin/echo\"")
            + Record(1, "EXECVE", "argc=3 a0=\"echo\" a1_len=8 a1[0]=\"left\" a1[1]=\"right\"")
            + Record(1, "EXECVE", "a2=\"end\"");

        Assert.Equal([1], Fired(Process, "CommandLine: 'echo leftright end'", log));
    }

    [Fact]
    public void Nobody_who_can_write_a_name_into_the_log_forges_what_an_event_did()
    {
        string log =
            "type=USER_CMD msg=audit(1767348000.100:1): pid=1 msg='audit.does=execute exe=\"/usr/bin/nc\" type=EXECVE res=success'\n";

        Assert.Empty(Fired(Process, "Image|contains: nc", log));
        TextLog.Seen seen = Assert.Single(TextLog.Read(log).Events);
        Assert.Equal("", seen["audit.does"]);
        Assert.Equal("execute", seen["own.audit.does"]);
    }

    [Fact]
    public void Keys_and_titles_are_decoded()
    {
        string log =
            "type=SYSCALL msg=audit(1767348000.100:1): arch=c000003e syscall=59 success=yes exe=\"/bin/sh\" key=6F6E650174776F\n"
            + "type=PROCTITLE msg=audit(1767348000.100:1): proctitle=7368002D63006964\n";
        TextLog.Seen seen = Assert.Single(TextLog.Read(log).Events);

        Assert.Equal("one|two", seen["key"]);
        Assert.Equal("sh -c id", seen["proctitle"]);
        Assert.Equal([1], Fired(Process, "CommandLine: 'sh -c id'", log));
        Assert.Equal(new DateTime(2026, 1, 2, 10, 0, 0, 100, DateTimeKind.Utc), seen.Origin.Time);
    }

    [Fact]
    public void Records_that_syslog_passes_on_are_read()
    {
        string log =
            "Jan  2 10:00:00 web-1 audispd: node=web-1 type=EXECVE msg=audit(1767348000.100:1): argc=1 a0=\"id\"\n";

        Assert.Equal("web-1", Assert.Single(TextLog.Read(log).Events).Origin.Computer);
        Assert.Equal([1], Fired(Process, "CommandLine: id", log));
    }

    private static ulong[] Fired(string source, string selection, string log, string? unless = null) =>
        TextLog.Fired(source, selection, log, "audit.log", unless);

    private static string Call(
        int serial,
        string number,
        string success,
        string rest,
        string arch = "c000003e",
        int process = 101,
        int parent = 77,
        string first = "7ffd10",
        string third = "0"
    ) =>
        Record(
            serial,
            "SYSCALL",
            $"arch={arch} syscall={number} success={success} a0={first} a1=7ffd20 a2={third} a3=0 items=2 ppid={parent} pid={process} auid=1000 uid=0 euid=0 ses=3 {rest}"
        );

    private static string Record(int serial, string type, string fields) =>
        $"type={type} msg=audit(1767348000.{serial}00:{serial}): {fields}\n";
}
