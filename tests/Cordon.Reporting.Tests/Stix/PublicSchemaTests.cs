using System.Text.Json;
using Cordon.Reporting.Tests.Fakes;
using Cordon.Testing;

namespace Cordon.Reporting.Tests.Stix;

/// <summary>Holds the bundle against the public JSON schemas of STIX 2.1, where they are.</summary>
public sealed class PublicSchemaTests
{
    [Fact]
    public void Every_object_fits_the_public_schema_of_its_type()
    {
        string folder = Corpora.Require("intel", "stix-schemas", "schemas");
        var schema = new JsonSchema(folder);
        using JsonDocument bundle = JsonDocument.Parse(IncidentsStixTests.Write(FakeReports.All()));
        var faults = new List<string>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement element in bundle.RootElement.GetProperty("objects").EnumerateArray())
        {
            string type = element.GetProperty("type").GetString()!;
            types.Add(type);
            schema.Check(FileOf(folder, type), element, faults);
        }

        Assert.Empty(faults);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "marking-definition",
                "identity",
                "incident",
                "observed-data",
                "sighting",
                "relationship",
                "attack-pattern",
                "note",
                "ipv4-addr",
                "user-account",
                "email-addr",
                "file",
            },
            types
        );
    }

    [Fact]
    public void The_check_itself_finds_what_is_wrong()
    {
        string folder = Corpora.Require("intel", "stix-schemas", "schemas");
        var faults = new List<string>();
        using JsonDocument wrong = JsonDocument.Parse(
            """{"type":"incident","spec_version":"2.1","id":"incident--1","created":"yesterday","modified":"2026-01-01T00:00:00.000Z"}"""
        );
        Assert.False(new JsonSchema(folder).Check(FileOf(folder, "incident"), wrong.RootElement, faults));
        Assert.Contains(faults, static f => f.Contains("lacks name", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.StartsWith(".id", StringComparison.Ordinal));
        Assert.Contains(faults, static f => f.StartsWith(".created", StringComparison.Ordinal));
    }

    private static string FileOf(string folder, string type) =>
        new[] { "common", "observables", "sdos", "sros" }
            .Select(part => Path.Combine(part, type + ".json"))
            .Single(file => File.Exists(Path.Combine(folder, file)));
}
