namespace Cordon.Sigma.Tests.LogSources;

/// <summary>Microsoft Defender's events shown as <c>antivirus</c>.</summary>
public class AntivirusMappingTests
{
    [Theory]
    [InlineData("ThreatName")]
    [InlineData("Threat Name")]
    public void Calls_the_threats_name_its_signature(string own) =>
        Assert.Equal("Trojan:Made/Up", Shown((own, "Trojan:Made/Up")).Read("Signature"));

    [Theory]
    [InlineData(@"file:_C:\x\a.exe", @"C:\x\a.exe")]
    [InlineData(@"C:\x\a.exe", @"C:\x\a.exe")]
    [InlineData(@"containerfile:_C:\x\a.zip; file:_C:\x\a.zip->b.exe", @"C:\x\a.zip|C:\x\a.zip->b.exe")]
    [InlineData(@"webfile:_C:\x\a.exe|https://example.org/a.exe|pid:4", @"C:\x\a.exe")]
    [InlineData(@"file:_C:\x\one; two.exe; file:_C:\y.exe", @"C:\x\one; two.exe|C:\y.exe")]
    [InlineData(@"regkey:_HKLM\Software\x; file:_C:\a.exe; ", @"C:\a.exe; ")]
    [InlineData(@"process:_pid:17,ProcessStart:1", "(unavailable)")]
    [InlineData("file:_", "(unavailable)")]
    [InlineData("", "(unavailable)")]
    public void Shows_each_file_as_a_value_of_its_own(string path, string expected) =>
        Assert.Equal(expected, Shown(("Path", path)).Read("Filename"));

    [Fact]
    public void Serves_rules_that_name_no_product() =>
        Assert.True(
            Given.Serves(
                "-/antivirus/-",
                Given.Event(
                    "Microsoft-Windows-Windows Defender/Operational",
                    "Microsoft-Windows-Windows Defender",
                    1116
                )
            )
        );

    private static MappedEvent Shown(params (string Name, string? Text)[] fields) =>
        Given.Mapped(
            "-/antivirus/-",
            Given.Event(
                "Microsoft-Windows-Windows Defender/Operational",
                "Microsoft-Windows-Windows Defender",
                1116,
                fields: fields
            )
        );
}
