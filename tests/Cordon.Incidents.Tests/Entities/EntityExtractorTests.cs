using Cordon.Events;
using Cordon.Events.Organisations;
using Cordon.Incidents.Entities;

namespace Cordon.Incidents.Tests.Entities;

public sealed class EntityExtractorTests
{
    [Fact]
    public void A_windows_sign_in_gives_account_computer_and_source()
    {
        Assert.Equal(
            ["Target Host srv1", "Target Account amal", "Source Address 198.51.100.7", "Source Host kali"],
            Of(
                "windows",
                "Security",
                "SRV1.lab.example",
                ("TargetUserName", @"LAB\Amal"),
                ("SubjectUserName", "SRV1$"),
                ("IpAddress", "::ffff:198.51.100.7"),
                ("WorkstationName", "KALI")
            )
        );
    }

    [Theory]
    [InlineData("S-1-5-18")]
    [InlineData("S-1-5-90-0-1")]
    public void Accounts_of_the_system_are_nobody(string sid) =>
        Assert.Equal(
            ["Target Host srv1"],
            Of("windows", "Security", "srv1", ("TargetUserName", "whoever"), ("TargetUserSid", sid), ("IpAddress", "-"))
        );

    [Theory]
    [InlineData("SYSTEM")]
    [InlineData("NT AUTHORITY\\SYSTEM")]
    [InlineData("PC1$")]
    [InlineData("DWM-1")]
    [InlineData("ANONYMOUS LOGON")]
    [InlineData("Not Available")]
    [InlineData("6f1c1a30-6d1c-4f0e-8f59-0c6f0d0c6a11")]
    public void Placeholders_are_nobody(string name) =>
        Assert.Equal(["Target Host srv1"], Of("windows", "Security", "srv1", ("TargetUserName", name)));

    [Fact]
    public void A_process_gives_computer_file_digests_and_the_account_beside_it() =>
        Assert.Equal(
            [
                "Target Host pc1",
                "Related Account amal",
                "Related File C:\\x.exe",
                $"Related Hash {new string('a', 64)}",
            ],
            Of(
                "windows",
                "Microsoft-Windows-Sysmon/Operational",
                "pc1",
                ("User", @"LAB\amal"),
                ("Image", @"C:\x.exe"),
                ("Hashes", $"SHA256={new string('A', 64)},IMPHASH={new string('B', 32)}")
            )
        );

    [Fact]
    public void From_within_to_outside_the_other_end_is_the_source() =>
        Assert.Equal(
            ["Target Host pc1", "Source Address 10.0.0.5", "Source Address 203.0.113.9"],
            Of("windows", "x", "pc1", ("SourceIp", "10.0.0.5"), ("DestinationIp", "203.0.113.9"))
        );

    [Fact]
    public void A_cloud_sign_in_gives_account_and_address() =>
        Assert.Equal(
            ["Target Account amal@lab.example", "Source Address 2001:db8::1", "Related Session s1"],
            Of(
                "azure",
                "signinlogs",
                "",
                ("properties.userPrincipalName", "Amal@Lab.example"),
                ("properties.ipAddress", "[2001:db8::1]:443"),
                ("properties.sessionId", "s1")
            )
        );

    [Fact]
    public void Names_looked_up_are_sources() =>
        Assert.Equal(
            ["Target Host pc1", "Source Domain c2.example"],
            Of("windows", "x", "pc1", ("QueryName", "C2.example."))
        );

    [Fact]
    public void A_finding_with_entities_keeps_them()
    {
        FindingEntity own = new(new Observable(ObservableKind.Account, "x"), EntityRole.Target);
        Finding finding = Finding("windows", "x", "pc1", ("User", "y")) with { Entities = [own] };
        Assert.Equal([own], EntityExtractor.Of(finding));
    }

    [Fact]
    public void What_an_attacker_writes_is_bounded() =>
        Assert.True(
            Of("x", "x", "", [.. Enumerable.Range(0, 1000).Select(i => ("Image", $"C:\\{i}.exe"))]).Length <= 64
        );

    [Theory]
    [InlineData("192.0.2.1:443", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("[2001:db8::1]:80", "2001:db8::1")]
    [InlineData("127.0.0.1", "")]
    [InlineData("::1", "")]
    [InlineData("-", "")]
    [InlineData("7", "")]
    public void An_address_is_one_text(string written, string address) =>
        Assert.Equal(address, EntityExtractor.Address(written));

    [Fact]
    public void A_bare_name_is_the_one_account_that_has_it()
    {
        Organisation lab = new() { Name = "Lab", Domains = ["lab.example"] };
        var names = new AccountNames(
            ["amal@lab.example", "bo@lab.example", "root@lab.example", "amal@other.example"],
            lab
        );
        Assert.Equal("amal@lab.example", names.Of(@"LAB\Amal"));
        Assert.Equal("root", names.Of("root"));
        Assert.Equal("chidi", names.Of("chidi"));
        Assert.Equal("amal", new AccountNames(["amal@a.example", "amal@b.example"], Organisation.Unnamed).Of("amal"));
    }

    private static string[] Of(string product, string channel, string computer, params (string, string)[] fields) =>
        [
            .. EntityExtractor
                .Of(Finding(product, channel, computer, fields))
                .Select(e => $"{e.Role} {e.Observable.Kind} {e.Observable.Value}"),
        ];

    private static Finding Finding(string product, string channel, string computer, params (string, string)[] fields) =>
        new()
        {
            Rule = new FindingRule("r", "r", Level.High, FindingKind.Sigma, []),
            Event = new EventOrigin
            {
                Source = "a",
                Product = product,
                Channel = channel,
                Computer = computer,
            },
            Fields = [.. fields.Select(f => SnapshotField.OfText(f.Item1, f.Item2))],
        };
}
