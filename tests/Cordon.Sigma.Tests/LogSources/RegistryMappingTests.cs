using Cordon.Events;

namespace Cordon.Sigma.Tests.LogSources;

/// <summary>Security 4657 shown as <c>registry_set</c>, <c>registry_delete</c> and <c>registry_event</c>.</summary>
public class RegistryMappingTests
{
    [Theory]
    [InlineData(@"\REGISTRY\MACHINE\SOFTWARE\Vendor", "Run", @"HKLM\SOFTWARE\Vendor\Run")]
    [InlineData(
        @"\Registry\Machine\SYSTEM\ControlSet001\Services\x",
        "Start",
        @"HKLM\System\CurrentControlSet\Services\x\Start"
    )]
    [InlineData(
        @"\REGISTRY\MACHINE\SYSTEM\ControlSet002\Services\x",
        "Start",
        @"HKLM\SYSTEM\ControlSet002\Services\x\Start"
    )]
    [InlineData(@"\REGISTRY\USER\S-1-5-21-1-2-3-500\Environment", "Path", @"HKU\S-1-5-21-1-2-3-500\Environment\Path")]
    [InlineData(@"\REGISTRY\A\{hive}\x", "y", "(unavailable)")]
    [InlineData(@"\REGISTRY\MACHINE\SOFTWARE\Vendor", "", "(unavailable)")]
    [InlineData(@"\REGISTRY\MACHINE\SOFTWARE\Vendor", "-", "(unavailable)")]
    public void Names_keys_and_values_as_Sysmon_does(string key, string value, string expected) =>
        Assert.Equal(expected, Shown("%%1905", ("ObjectName", key), ("ObjectValueName", value)).Read("TargetObject"));

    [Theory]
    [InlineData("%%1873", "cmd.exe /c x", "cmd.exe /c x")]
    [InlineData("%%1874", "%TEMP%\\x", "%TEMP%\\x")]
    [InlineData("%%1873", "", "(unavailable)")]
    [InlineData("%%1875", "0a0b", "Binary Data")]
    [InlineData("%%1876", "4", "DWORD (0x00000004)")]
    [InlineData("%%1876", "0x1F", "DWORD (0x0000001f)")]
    [InlineData("%%1876", "1089", "DWORD (0x00000441)")]
    [InlineData("%%1876", "-1", "(unavailable)")]
    [InlineData("%%1876", "4294967296", "(unavailable)")]
    [InlineData("%%1876", "0x1ffffffff", "(unavailable)")]
    [InlineData("%%1879", "a b", "(unavailable)")]
    public void Shows_data_only_where_it_can_be_told_for_sure(string type, string data, string expected) =>
        Assert.Equal(expected, Shown("%%1904", ("NewValueType", type), ("NewValue", data)).Read("Details"));

    [Theory]
    [InlineData("%%1904", true, false)]
    [InlineData("%%1905", true, false)]
    [InlineData("%%1906", false, true)]
    [InlineData("%%9999", false, false)]
    [InlineData(null, false, false)]
    public void Tells_setting_from_deleting(string? operation, bool isSet, bool isDelete)
    {
        EventSnapshot made = Given.Event("Security", Given.Auditing, 4657, fields: [("OperationType", operation)]);

        Assert.Equal(isSet, Given.Serves("windows/registry_set/-", made));
        Assert.Equal(isDelete, Given.Serves("windows/registry_delete/-", made));
        Assert.Equal(isSet || isDelete, Given.Serves("windows/registry_event/-", made));
        Assert.False(Given.Serves("windows/registry_add/-", made));
        Assert.False(Given.Serves("windows/registry_rename/-", made));
    }

    [Fact]
    public void Says_what_kind_of_change_it_was()
    {
        Assert.Equal("SetValue", Shown("%%1905").Read("EventType"));
        Assert.Equal(
            "DeleteValue",
            Given
                .Mapped(
                    "windows/registry_event/-",
                    Given.Event("Security", Given.Auditing, 4657, fields: [("OperationType", "%%1906")])
                )
                .Read("EventType")
        );
    }

    private static MappedEvent Shown(string operation, params (string Name, string? Text)[] fields) =>
        Given.Mapped(
            "windows/registry_set/-",
            Given.Event("Security", Given.Auditing, 4657, fields: [("OperationType", operation), .. fields])
        );
}
