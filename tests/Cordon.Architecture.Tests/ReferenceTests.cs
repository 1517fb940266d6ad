using System.Xml.Linq;
using Cordon.Testing;

namespace Cordon.Architecture.Tests;

/// <summary>Holds the table of allowed references in docs/architecture.md against the projects as they are.</summary>
public sealed class ReferenceTests
{
    /// <summary>What each room may use. Data flows one way: no room refers to one that comes after it.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Cordon.Events"] = [],
        ["Cordon.Evtx"] = [],
        ["Cordon.Sigma"] = ["Cordon.Events"],
        ["Cordon.Settings"] = [],
        ["Cordon.Telemetry"] = ["Cordon.Events", "Cordon.Evtx", "Cordon.Settings"],
        ["Cordon.Detection"] = ["Cordon.Events", "Cordon.Settings", "Cordon.Sigma"],
        ["Cordon.Incidents"] = ["Cordon.Events", "Cordon.Settings"],
        ["Cordon.Attribution"] = ["Cordon.Events", "Cordon.Incidents", "Cordon.Intelligence"],
        ["Cordon.Sector"] = ["Cordon.Events", "Cordon.Incidents"],
        ["Cordon.Reporting"] =
        [
            "Cordon.Attribution",
            "Cordon.Events",
            "Cordon.Incidents",
            "Cordon.Sector",
            "Cordon.Stix",
        ],
        ["Cordon.Stix"] = [],
        ["Cordon.Intelligence"] = ["Cordon.Events", "Cordon.Stix"],
        ["Cordon.Simulation"] = ["Cordon.Events", "Cordon.Evtx"],
        ["Cordon.Cli"] =
        [
            "Cordon.Attribution",
            "Cordon.Events",
            "Cordon.Evtx",
            "Cordon.Settings",
            "Cordon.Sigma",
            "Cordon.Telemetry",
            "Cordon.Detection",
            "Cordon.Incidents",
            "Cordon.Attribution",
            "Cordon.Reporting",
            "Cordon.Sector",
            "Cordon.Simulation",
            "Cordon.Stix",
            "Cordon.Intelligence",
        ],
    };

    /// <summary>Packages that a room may ship with; the base class library needs none.</summary>
    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["Cordon.Evtx"] = ["System.IO.Hashing"],
        ["Cordon.Sigma"] = ["YamlDotNet"],
        ["Cordon.Settings"] = ["YamlDotNet"],
        ["Cordon.Telemetry"] = ["AngleSharp", "MimeKit", "SharpCompress", "ZstdSharp.Port"],
        ["Cordon.Intelligence"] = ["AngleSharp", "MimeKit", "PdfPig"],
        ["Cordon.Reporting"] = ["MimeKit", "Spectre.Console"],
        ["Cordon.Cli"] = ["System.CommandLine", "Spectre.Console"],
    };

    public static TheoryData<string> Projects => [.. ProjectFiles().Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_it_may(string project)
    {
        Assert.True(
            Allowed.ContainsKey(project),
            $"{project} is not in the table of references; add it there and in docs/architecture.md."
        );
        Assert.Empty(References(project, "ProjectReference").Except(Allowed[project], StringComparer.Ordinal));
        Assert.Empty(
            References(project, "PackageReference")
                .Except(AllowedPackages.GetValueOrDefault(project) ?? [], StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_table_names_no_project_that_is_gone() =>
        Assert.Equal(
            Projects.Select(row => (string)row.Data).Order(StringComparer.Ordinal),
            Allowed.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_table_has_no_cycle()
    {
        // Each project can be placed after all that it may use.
        var placed = new HashSet<string>(StringComparer.Ordinal);
        while (placed.Count < Allowed.Count)
        {
            string[] next = [.. Allowed.Keys.Where(p => !placed.Contains(p) && Allowed[p].All(placed.Contains))];
            Assert.NotEmpty(next);
            placed.UnionWith(next);
        }
    }

    [Fact]
    public void The_architecture_page_shows_the_same_table()
    {
        string page = File.ReadAllText(Repository.At("docs", "architecture.md"));
        foreach ((string project, string[] uses) in Allowed)
        {
            string[] row =
            [
                .. page.Split('\n').Where(line => line.StartsWith($"| `{project}` |", StringComparison.Ordinal)),
            ];
            Assert.True(row.Length == 1, $"docs/architecture.md should have one row for {project}");
            string cell = row[0].Split('|')[^2];
            foreach (string used in uses.Where(u => uses.All(v => !Allowed[v].Contains(u, StringComparer.Ordinal))))
            {
                Assert.Contains(used["Cordon.".Length..], cell, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument
            .Load(Repository.At("src", project, project + ".csproj"))
            .Descendants(kind)
            .Select(e =>
                Path.GetFileNameWithoutExtension(
                    ((string)e.Attribute("Include")!).Replace('\\', '/') + (kind == "PackageReference" ? ".x" : "")
                )
            );
}
