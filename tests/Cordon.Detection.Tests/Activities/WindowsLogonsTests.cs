using Cordon.Detection.Activities;
using Cordon.Detection.Activities.Windows;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Activities;

public sealed class WindowsLogonsTests
{
    private static readonly DateTime Morning = new(2021, 2, 16, 8, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("0xc000006d", "0xc000006a", SignInVerdict.Rejected, false)]
    [InlineData("0XC000006D", "0XC0000064", SignInVerdict.NoSuchAccount, null)]
    [InlineData("0xC000006D", "0x0", SignInVerdict.Rejected, null)]
    [InlineData("0xc0000234", "0x0", SignInVerdict.Blocked, null)]
    [InlineData("0xc000006e", "0xc0000071", SignInVerdict.Stopped, true)]
    [InlineData("0xc0000224", "0x0", SignInVerdict.Stopped, true)]
    [InlineData("0xc000006d", "0xc0009999", SignInVerdict.Unknown, null)]
    [InlineData("0xc0001234", "", SignInVerdict.Unknown, null)]
    [InlineData("-1073741715", "-1073741718", SignInVerdict.Rejected, false)]
    public void Codes_say_what_they_prove_whatever_their_case(
        string status,
        string subStatus,
        SignInVerdict verdict,
        bool? isRight
    )
    {
        SignIn signIn = Assert.IsType<SignIn>(Assert.Single(Read(Failure("ALICE", "10.0.0.7", status, subStatus))));
        Assert.Equal(verdict, signIn.Verdict);
        Assert.Equal(isRight, signIn.IsPasswordRight);
        Assert.Equal("alice", signIn.Account);
    }

    [Fact]
    public void Noise_of_the_network_is_no_attempt() =>
        Assert.Empty(Read(Failure("alice", "10.0.0.7", "0xc000005e", "0x0")));

    [Theory]
    [InlineData("LAB-WS-07$")]
    [InlineData("ANONYMOUS LOGON")]
    [InlineData("DWM-1")]
    [InlineData("lab-ws-07$@LAB.EXAMPLE")]
    public void Nobody_is_behind_machines(string name) =>
        Assert.Empty(Read(Event(4624, ("TargetUserName", name), ("LogonType", "3"), ("IpAddress", "10.0.0.7"))));

    [Theory]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("-", "")]
    [InlineData("127.0.0.1", "")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    public void Addresses_are_bare(string written, string read)
    {
        EventSnapshot failed = Event(4771, ("TargetUserName", "bob"), ("IpAddress", written), ("Status", "0x18"));
        Assert.Equal(read, Assert.IsType<SignIn>(Assert.Single(Read(failed))).Address);
    }

    [Theory]
    [InlineData(4771, "0x18", SignInVerdict.Rejected)]
    [InlineData(4771, "0x17", SignInVerdict.Stopped)]
    [InlineData(4771, "0x12", SignInVerdict.Blocked)]
    [InlineData(4768, "0x6", SignInVerdict.NoSuchAccount)]
    [InlineData(4768, "0x0", SignInVerdict.Succeeded)]
    [InlineData(4768, "0x77", SignInVerdict.Unknown)]
    public void Kerberos_has_codes_of_its_own(int code, string status, SignInVerdict verdict)
    {
        EventSnapshot told = Event(code, ("TargetUserName", "bob"), ("IpAddress", "10.0.0.7"), ("Status", status));
        SignIn signIn = Assert.IsType<SignIn>(Assert.Single(Read(told)));
        Assert.Equal((verdict, "kerberos"), (signIn.Verdict, signIn.System));
    }

    [Fact]
    public void Equal_successes_of_an_hour_are_one_and_those_of_others_are_not()
    {
        List<LogEvent> events = [];
        for (int i = 0; i < 1000; i++)
        {
            events.Add(Success(i % 2 == 0 ? "alice" : "ALICE", "10.0.0.7", "3", Morning.AddSeconds(i)));
        }

        events.Add(Success("alice", "10.0.0.8", "3", Morning));
        events.Add(Success("alice", "10.0.0.7", "10", Morning));
        events.Add(Success("bob", "10.0.0.7", "3", Morning));
        events.Add(Success("alice", "10.0.0.7", "3", Morning.AddHours(1)));
        SignIn[] told = [.. Read([.. events]).Cast<SignIn>()];
        Assert.Equal([1000, 1, 1, 1, 1], told.Select(t => t.Count));
        Assert.Equal(Morning, told[0].Time);
    }

    [Fact]
    public void A_repeated_success_allocates_nothing()
    {
        var reader = new ActivityReader(Fields);
        LogEvent again = Success("alice", "10.0.0.7", "3", Morning);
        List<Activity> activities = [];
        for (int i = 0; i < 100; i++)
        {
            reader.Read(again, activities);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            reader.Read(again, activities);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Failures_are_told_one_by_one_up_to_a_bound_and_then_together()
    {
        LogEvent failed = Failure("alice", "10.0.0.7", "0xc000006d", "0xc000006a");
        List<Activity> told = Read([.. Enumerable.Repeat(failed, WindowsLogons.MaxSingleFailures + 500)]);
        Assert.Equal(WindowsLogons.MaxSingleFailures + 1, told.Count);
        Assert.Equal(500, Assert.IsType<SignIn>(told[^1]).Count);
    }

    [Fact]
    public void Explicit_credentials_are_attempts_without_a_result()
    {
        EventSnapshot told = Event(
            4648,
            ("SubjectUserName", "mallory"),
            ("TargetUserName", "alice"),
            ("TargetServerName", "SRV-1"),
            ("ProcessName", @"C:\tool.exe")
        );
        SignIn signIn = Assert.IsType<SignIn>(Assert.Single(Read(told)));
        Assert.Equal((SignInVerdict.Unknown, "explicit"), (signIn.Verdict, signIn.Protocol));
    }

    [Theory]
    [InlineData(4740, AccountActionKind.AccountDisabled)]
    [InlineData(4724, AccountActionKind.PasswordReset)]
    [InlineData(4720, AccountActionKind.AccountCreated)]
    public void Account_actions_name_who_and_whom(int code, AccountActionKind kind)
    {
        EventSnapshot told = Event(code, ("SubjectUserName", "Admin"), ("TargetUserName", "Alice"));
        AccountAction action = Assert.IsType<AccountAction>(Assert.Single(Read(told)));
        Assert.Equal((kind, "admin", "alice"), (action.Kind, action.Account, action.Target));
    }

    [Fact]
    public void Adfs_audits_are_read_out_of_their_text()
    {
        EventSnapshot told = Event(
            1203,
            "AD FS Auditing",
            (
                "Data",
                "<AuditBase><AuditResult>Failure</AuditResult><FailureType>CredentialValidationError</FailureType><ContextComponents><UserId>LAB\\Alice</UserId>"
                    + "<IpAddress>10.0.0.1</IpAddress><ForwardedIpAddress>198.51.100.7,10.0.0.1</ForwardedIpAddress></ContextComponents></AuditBase>"
            )
        );
        SignIn signIn = Assert.IsType<SignIn>(Assert.Single(Read(told)));
        Assert.Equal(
            ("alice", "198.51.100.7", SignInVerdict.Rejected),
            (signIn.Account, signIn.Address, signIn.Verdict)
        );
    }

    private static readonly FieldTable Fields = new();

    private static List<Activity> Read(params LogEvent[] events)
    {
        var reader = new ActivityReader(Fields);
        List<Activity> activities = [];
        foreach (LogEvent each in events)
        {
            reader.Read(each, activities);
        }

        reader.Complete(activities);
        return activities;
    }

    private static EventSnapshot Failure(string name, string address, string status, string subStatus) =>
        Event(
            4625,
            ("TargetUserSid", "S-1-0-0"),
            ("TargetUserName", name),
            ("IpAddress", address),
            ("LogonType", "3"),
            ("Status", status),
            ("SubStatus", subStatus)
        );

    private static EventSnapshot Success(string name, string address, string type, DateTime time) =>
        Event(
            4624,
            "Microsoft-Windows-Security-Auditing",
            time,
            ("TargetUserName", name),
            ("IpAddress", address),
            ("LogonType", type)
        );

    private static EventSnapshot Event(int code, params (string Name, string Value)[] data) =>
        Event(code, "Microsoft-Windows-Security-Auditing", Morning, data);

    private static EventSnapshot Event(int code, string provider, params (string Name, string Value)[] data) =>
        Event(code, provider, Morning, data);

    private static EventSnapshot Event(
        int code,
        string provider,
        DateTime time,
        params (string Name, string Value)[] data
    ) =>
        new(
            Fields,
            new EventOrigin
            {
                Source = "Security.evtx",
                Product = "windows",
                Channel = "Security",
                Provider = provider,
                Computer = "LAB-DC-01",
                Code = code,
                Time = time,
            },
            data.Select(d => SnapshotField.OfText(d.Name, d.Value))
        );
}
