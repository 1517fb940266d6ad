using Cordon.Events;

namespace Cordon.Sigma.Tests.LogSources;

public class TargetTests
{
    [Theory]
    [InlineData("System", "Microsoft-Windows-Kernel-General", 1)]
    [InlineData("System", "Microsoft-Windows-Eventlog", 104)]
    [InlineData("Application", "Some Service", 1)]
    [InlineData("Application", "Some Service", 11)]
    [InlineData("Microsoft-Windows-WinRM/Operational", "Microsoft-Windows-WinRM", 11)]
    [InlineData("System", Given.Sysmon, 1)]
    [InlineData(Given.SysmonChannel, "Microsoft-Windows-Eventlog", 1)]
    [InlineData("Application", Given.Sysmon, 11)]
    [InlineData("", Given.Sysmon, 1)]
    public void Never_takes_another_providers_or_channels_event_for_Sysmons(string channel, string provider, long code)
    {
        EventSnapshot made = Given.Event(channel, provider, code);

        foreach (LogSourceTarget target in LogSourceMap.Default.Targets)
        {
            if (target.Providers.Contains(Given.Sysmon, StringComparer.Ordinal))
            {
                Assert.False(target.Accepts(made), target.Id);
            }
        }
    }

    [Fact]
    public void Compares_channel_provider_and_product_without_regard_to_case() =>
        Assert.True(
            Given.Serves(
                "windows/process_creation/-",
                Given.Event("MICROSOFT-WINDOWS-SYSMON/operational", "microsoft-windows-SYSMON", 1, "Windows")
            )
        );

    [Fact]
    public void Takes_an_event_without_a_provider_only_where_the_channel_is_nobody_elses()
    {
        Assert.True(Given.Serves("windows/process_creation/sysmon", Given.Event(Given.SysmonChannel, "", 1)));
        Assert.False(Given.Serves("windows/process_creation/security", Given.Event("Security", "", 4688)));
        Assert.True(Given.Serves("windows/-/security", Given.Event("Security", "", 4688)));
        Assert.False(Given.Serves("windows/file_access/-", Given.Event("Some/Trace", "", 12)));
    }

    [Fact]
    public void Takes_a_forwarded_event_by_the_channel_that_it_was_written_to()
    {
        // A collector keeps the record's own channel; the file it ends in does not matter.
        EventSnapshot forwarded = Given.Event("Security", Given.Auditing, 4688);
        EventSnapshot collectors = Given.Event("ForwardedEvents", Given.Auditing, 4688);

        Assert.True(Given.Serves("windows/-/security", forwarded));
        Assert.True(Given.Serves("windows/process_creation/-", forwarded));
        Assert.False(Given.Serves("windows/-/security", collectors));
    }

    [Theory]
    [InlineData("CreateKey", true, false)]
    [InlineData("DeleteKey", false, true)]
    [InlineData("deletevalue", false, true)]
    [InlineData("INFO", true, true)]
    [InlineData(null, true, true)]
    public void Tells_registry_additions_from_deletions_by_the_type_of_event(string? type, bool isAdd, bool isDelete)
    {
        EventSnapshot made = Given.Event(Given.SysmonChannel, Given.Sysmon, 12, fields: [("EventType", type)]);

        Assert.Equal(isAdd, Given.Serves("windows/registry_add/-", made));
        Assert.Equal(isDelete, Given.Serves("windows/registry_delete/-", made));
        Assert.True(Given.Serves("windows/registry_event/-", made));
    }

    [Fact]
    public void Accepts_by_header_whatever_is_accepted_at_all()
    {
        EventSnapshot made = Given.Event(Given.SysmonChannel, Given.Sysmon, 12, fields: [("EventType", "DeleteKey")]);

        foreach (LogSourceTarget target in LogSourceMap.Default.Targets)
        {
            bool header = target.AcceptsHeader(made.Product, made.Channel, made.Provider, made.Code);
            Assert.True(header || !target.Accepts(made), target.Id);
            Assert.True(target.Accepts(made) || !header || target.Conditions.Count > 0, target.Id);
        }
    }

    /// <summary>Channels of Windows and of Sysmon carry events of many kinds; other logs' channels are of one kind.</summary>
    [Fact]
    public void Gates_each_category_by_provider()
    {
        foreach (LogSourceTarget target in LogSourceMap.Default.Targets)
        {
            bool shared =
                target.Id.StartsWith("windows/", StringComparison.Ordinal)
                || target.Id.StartsWith("linux/", StringComparison.Ordinal);
            // The kernel's audit log has one writer and no codes; what its records are stands in their fields.
            shared &= !target.Id.EndsWith("/auditd", StringComparison.Ordinal);
            if (shared && target.Id.Count(letter => letter == '/') >= 2)
            {
                Assert.NotEmpty(target.Providers);
                Assert.NotEmpty(target.Codes);
            }
        }
    }
}
