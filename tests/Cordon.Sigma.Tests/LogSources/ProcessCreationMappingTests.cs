using Cordon.Events;

namespace Cordon.Sigma.Tests.LogSources;

/// <summary>Security 4688 shown as <c>process_creation</c>.</summary>
public class ProcessCreationMappingTests
{
    [Theory]
    [InlineData("Image", @"C:\Windows\System32\whoami.exe")]
    [InlineData("ParentImage", @"C:\Windows\System32\cmd.exe")]
    [InlineData("CommandLine", "whoami /all")]
    [InlineData("ProcessId", "3772")]
    [InlineData("ParentProcessId", "1132")]
    [InlineData("User", @"LAB\alice")]
    [InlineData("LogonId", "0x266e045")]
    [InlineData("IntegrityLevel", "High")]
    public void Shows_names_and_values_as_Sysmon_does(string field, string expected) =>
        Assert.Equal(expected, Mapped(Whoami()).Read(field));

    [Theory]
    [InlineData("NewProcessName", @"C:\Windows\System32\whoami.exe")]
    [InlineData("NewProcessId", "0xebc")]
    [InlineData("SubjectUserName", "HOST7$")]
    [InlineData("MandatoryLabel", "S-1-16-12288")]
    [InlineData("TokenElevationType", "%%1937")]
    public void Keeps_the_events_own_fields(string field, string expected) =>
        Assert.Equal(expected, Mapped(Whoami()).Read(field));

    [Theory]
    [InlineData("OriginalFileName")]
    [InlineData("Hashes")]
    [InlineData("Imphash")]
    [InlineData("CurrentDirectory")]
    [InlineData("ParentCommandLine")]
    [InlineData("Description")]
    [InlineData("Product")]
    [InlineData("Company")]
    [InlineData("FileVersion")]
    [InlineData("ParentUser")]
    [InlineData("ProcessGuid")]
    [InlineData("AnythingElse")]
    public void Knows_nothing_of_what_4688_does_not_carry(string field) =>
        Assert.Equal("(unavailable)", Mapped(Whoami()).Read(field));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-")]
    public void Knows_no_command_line_where_they_are_not_audited(string? text) =>
        Assert.Equal("(unavailable)", Mapped(Whoami(("CommandLine", text))).Read("CommandLine"));

    [Fact]
    public void Knows_neither_parent_nor_level_in_the_events_first_version()
    {
        MappedEvent shown = Mapped(
            Given.Event("Security", Given.Auditing, 4688, fields: [("NewProcessName", @"C:\a.exe")])
        );

        Assert.Equal(@"C:\a.exe", shown.Read("Image"));
        Assert.Equal("(unavailable)", shown.Read("ParentImage"));
        Assert.Equal("(unavailable)", shown.Read("IntegrityLevel"));
        Assert.Equal("(unavailable)", shown.Read("CommandLine"));
        Assert.Equal("(unavailable)", shown.Read("User"));
        Assert.Equal("(unavailable)", shown.Read("ProcessId"));
    }

    [Theory]
    [InlineData("S-1-5-21-1-2-3-500", "LAB", "root", "S-1-0-0", "-", "-", @"LAB\root")]
    [InlineData("S-1-5-21-1-2-3-500", "LAB", "root", "S-1-0-0", "LAB", "bob", @"LAB\bob")]
    [InlineData("S-1-5-21-1-2-3-500", "LAB", "root", "S-1-5-21-1-2-3-7", "", "bob", "bob")]
    [InlineData("S-1-5-18", "LAB", "HOST7$", "S-1-0-0", "-", "-", @"NT AUTHORITY\SYSTEM")]
    [InlineData("S-1-5-18", "LAB", "HOST7$", "S-1-5-20", "LAB", "HOST7$", @"NT AUTHORITY\NETWORK SERVICE")]
    [InlineData("S-1-5-19", "NT-AUTORITÄT", "LOKALER DIENST", "S-1-0-0", "-", "-", @"NT AUTHORITY\LOCAL SERVICE")]
    [InlineData("S-1-0-0", "-", "-", "S-1-0-0", "-", "-", "(unavailable)")]
    public void Names_the_account_that_the_process_runs_as(
        string creatorSid,
        string creatorDomain,
        string creator,
        string sid,
        string domain,
        string name,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Mapped(
                    Whoami(
                        ("SubjectUserSid", creatorSid),
                        ("SubjectDomainName", creatorDomain),
                        ("SubjectUserName", creator),
                        ("TargetUserSid", sid),
                        ("TargetDomainName", domain),
                        ("TargetUserName", name)
                    )
                )
                .Read("User")
        );

    [Theory]
    [InlineData("0x0", "0x3e7", "0x3e7")]
    [InlineData("0x0", "0x00000000000003E7", "0x3e7")]
    [InlineData("0x0", "0x0", "(unavailable)")]
    [InlineData("never", "999", "0x3e7")]
    public void Takes_the_creators_session_where_the_process_has_none_of_its_own(
        string target,
        string subject,
        string expected
    ) => Assert.Equal(expected, Mapped(Whoami(("TargetLogonId", target), ("SubjectLogonId", subject))).Read("LogonId"));

    [Theory]
    [InlineData("S-1-16-0", "Untrusted")]
    [InlineData("S-1-16-4096", "Low")]
    [InlineData("S-1-16-8192", "Medium")]
    [InlineData("S-1-16-12288", "High")]
    [InlineData("S-1-16-16384", "System")]
    [InlineData("S-1-16-8448", "(unavailable)")]
    [InlineData("Mandatory Label\\High Mandatory Level", "(unavailable)")]
    public void Names_the_integrity_level(string sid, string expected) =>
        Assert.Equal(expected, Mapped(Whoami(("MandatoryLabel", sid))).Read("IntegrityLevel"));

    [Theory]
    [InlineData("0x4", "4")]
    [InlineData("1234", "1234")]
    [InlineData("0xffffffff", "4294967295")]
    [InlineData("0xffffffffffffffff", "(unavailable)")]
    [InlineData("no number", "(unavailable)")]
    [InlineData("", "(unavailable)")]
    public void Writes_process_ids_in_decimal(string written, string expected) =>
        Assert.Equal(expected, Mapped(Whoami(("NewProcessId", written))).Read("ProcessId"));

    [Fact]
    public void Gives_process_ids_as_numbers()
    {
        MappedEvent shown = Mapped(Whoami());

        Assert.True(shown.Value(shown.Fields.Intern("ProcessId")).TryGetInteger(out long id));
        Assert.Equal(3772, id);
        Assert.Equal(FieldKind.Integer, shown.Value(shown.Fields.Intern("ProcessId")).Kind);
    }

    [Fact]
    public void Leaves_Sysmons_own_event_as_it_is()
    {
        MappedEvent shown = Given.Mapped(
            "windows/process_creation/-",
            Given.Event(Given.SysmonChannel, Given.Sysmon, 1, fields: [("Image", @"C:\a.exe"), ("CommandLine", "")])
        );

        Assert.True(shown.Target.IsIdentity);
        Assert.Equal(@"C:\a.exe", shown.Read("Image"));
        Assert.Equal("", shown.Read("CommandLine"));
        Assert.Equal("(missing)", shown.Read("OriginalFileName"));
    }

    [Fact]
    public void Shows_the_end_of_a_process_likewise()
    {
        MappedEvent shown = Given.Mapped(
            "windows/process_termination/-",
            Given.Event(
                "Security",
                Given.Auditing,
                4689,
                fields: [("ProcessName", @"C:\a.exe"), ("ProcessId", "0x10"), ("SubjectUserName", "eve")]
            )
        );

        Assert.Equal(@"C:\a.exe", shown.Read("Image"));
        Assert.Equal("16", shown.Read("ProcessId"));
        Assert.Equal("eve", shown.Read("User"));
        Assert.Equal("(unavailable)", shown.Read("ProcessGuid"));
    }

    private static MappedEvent Mapped(LogEvent source) => Given.Mapped("windows/process_creation/-", source);

    /// <summary>A whole 4688, with some fields given another value.</summary>
    private static EventSnapshot Whoami(params (string Name, string? Text)[] changes)
    {
        Dictionary<string, string?> fields = new(StringComparer.Ordinal)
        {
            ["SubjectUserSid"] = "S-1-5-18",
            ["SubjectUserName"] = "HOST7$",
            ["SubjectDomainName"] = "LAB",
            ["SubjectLogonId"] = "0x3e7",
            ["NewProcessId"] = "0xebc",
            ["NewProcessName"] = @"C:\Windows\System32\whoami.exe",
            ["TokenElevationType"] = "%%1937",
            ["ProcessId"] = "0x46c",
            ["CommandLine"] = "whoami /all",
            ["TargetUserSid"] = "S-1-0-0",
            ["TargetUserName"] = "alice",
            ["TargetDomainName"] = "LAB",
            ["TargetLogonId"] = "0x266e045",
            ["ParentProcessName"] = @"C:\Windows\System32\cmd.exe",
            ["MandatoryLabel"] = "S-1-16-12288",
        };
        foreach ((string name, string? text) in changes)
        {
            fields[name] = text;
        }

        return Given.Event(
            "Security",
            Given.Auditing,
            4688,
            fields: [.. fields.Select(field => (field.Key, field.Value))]
        );
    }
}
