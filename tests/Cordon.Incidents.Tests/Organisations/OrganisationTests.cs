using Cordon.Events.Organisations;
using Cordon.Incidents.Organisations;
using Cordon.Settings;
using Cordon.Testing;

namespace Cordon.Incidents.Tests.Organisations;

public sealed class OrganisationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-organisation-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Everything_that_a_file_can_say_is_read()
    {
        Organisation lab = OrganisationReader.Read(
            """
            name: Example Laboratory
            domains: [Lab.Example, lab.test.]
            addresses: [192.0.2.0/24, 2001:db8::7]
            mail-servers: mx.lab.example
            protected-names: [Dr Amal Example, ColdVax]
            suppliers:
              - name: Cold Chain Ltd
                domains: [cold.example]
                ties: [mail, deliveries]
            administrators: [ADM@lab.example, 'LAB\adm']
            scanners: [203.0.113.250]
            time-zone: Europe/Berlin
            """,
            "cordon.yaml"
        );
        Assert.Equal("Example Laboratory", lab.Name);
        Assert.Equal(["lab.example", "lab.test"], lab.Domains);
        Assert.Equal(["192.0.2.0/24", "2001:db8::7/128"], lab.AddressRanges);
        Assert.Equal(["mx.lab.example"], lab.MailServers);
        Assert.Equal(["Dr Amal Example", "ColdVax"], lab.ProtectedNames);
        Assert.Equal(["adm@lab.example", "adm"], lab.Administrators);
        Assert.Equal(["203.0.113.250/32"], lab.Scanners);
        Assert.Equal("Europe/Berlin", lab.TimeZone);
        Supplier supplier = Assert.Single(lab.Suppliers);
        Assert.Equal("Cold Chain Ltd", supplier.Name);
        Assert.Equal(["cold.example"], supplier.Domains);
        Assert.Equal(["mail", "deliveries"], supplier.Ties);
    }

    [Fact]
    public void The_example_in_the_documentation_can_be_read()
    {
        string page = File.ReadAllText(Repository.At("docs", "formats", "organisation.md"));
        string example = page.Split("```yaml")[1].Split("```")[0];
        Assert.NotEmpty(OrganisationReader.Read(example, "example").Suppliers);
    }

    [Theory]
    [InlineData("domains: [a.example]", 1, 1, "no name")]
    [InlineData("name: Lab\ndomain: a.example", 2, 1, "known are")]
    [InlineData("name: Lab\ndomains: ['a b.example']", 2, 11, "no domain")]
    [InlineData("name: Lab\naddresses: [192.0.2.7/24]", 2, 13, "no range of addresses")]
    [InlineData("name: Lab\nscanners: [everything]", 2, 12, "no range of addresses")]
    [InlineData("name: Lab\ntime-zone: Berlin", 2, 12, "IANA")]
    [InlineData("name: Lab\nsuppliers:\n  - domains: [a.example]", 3, 5, "a supplier has no name")]
    [InlineData("name: Lab\nadministrators: ['LAB\\']", 2, 18, "no account")]
    [InlineData("name: Lab\nname: Lab", 2, 1, "second time")]
    public void Each_fault_has_its_place_and_says_what_to_do(string text, int line, int column, string message)
    {
        SettingsException fault = Assert.Throws<SettingsException>(() => OrganisationReader.Read(text, "cordon.yaml"));
        Assert.StartsWith($"cordon.yaml:{line}:{column}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_belongs_to_the_nearest_folder_with_a_file()
    {
        Write("group/cordon.yaml", "name: Group");
        Write("group/lab/cordon.yaml", "name: Lab");
        Write("group/lab/logs/a.json", "");
        Write("group/b.json", "");
        Write("elsewhere/c.json", "");
        var finder = OrganisationFinder.Find([_folder.FullName]);
        Assert.Equal("Lab", finder.Of(At("group/lab/logs/a.json")).Name);
        Assert.Equal("Lab", finder.Of(At("group/lab/logs/old.zip/a.json")).Name);
        Assert.Equal("Group", finder.Of(At("group/b.json")).Name);
        Assert.Same(Organisation.Unnamed, finder.Of(At("elsewhere/c.json")));
        Assert.Same(Organisation.Unnamed, finder.Of(At("group-of-others/c.json")));
        Assert.Equal(["Group", "Lab"], finder.Organisations.Select(o => o.Name));
        Assert.Same(finder.Of(At("group/b.json")), finder.Organisations[0]);
    }

    [Fact]
    public void A_single_log_looks_beside_itself()
    {
        Write("lab/cordon.yaml", "name: Lab");
        Write("lab/a.json", "");
        Assert.Equal("Lab", OrganisationFinder.Find([At("lab/a.json")]).Of(At("lab/a.json")).Name);
    }

    [Fact]
    public void A_file_that_is_given_stands_for_all_logs()
    {
        Write("lab/cordon.yaml", "name: Lab");
        Write("other.yaml", "name: Other");
        var finder = OrganisationFinder.Find([_folder.FullName], At("other.yaml"));
        Assert.Equal("Other", finder.Of(At("lab/a.json")).Name);
        Assert.Equal("", finder.Of(At("lab/a.json")).Folder);
        Assert.Single(finder.Organisations);
    }

    [Theory]
    [InlineData("192.0.2.0/24", "192.0.2.77", true)]
    [InlineData("192.0.2.0/24", "192.0.3.1", false)]
    [InlineData("2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("192.0.2.0/24", "2001:db8::1", false)]
    [InlineData("192.0.2.0/24", "not an address", false)]
    public void An_address_is_in_a_range_or_not(string range, string address, bool isIn) =>
        Assert.Equal(isIn, new AddressRanges([range]).Contains(address));

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }
}
