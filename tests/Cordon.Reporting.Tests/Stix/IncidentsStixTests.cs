using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cordon.Incidents;
using Cordon.Reporting.Stix;
using Cordon.Reporting.Tests.Fakes;

namespace Cordon.Reporting.Tests.Stix;

public sealed partial class IncidentsStixTests
{
    [Fact]
    public void Every_reference_points_to_an_object_of_the_bundle_and_every_identifier_is_there_once()
    {
        JsonElement[] objects = Objects(FakeReports.All());
        string[] ids = [.. objects.Select(static o => o.GetProperty("id").GetString()!)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (JsonElement element in objects)
        {
            foreach (string reference in References(element))
            {
                Assert.Contains(reference, ids);
            }
        }
    }

    [Fact]
    public void Identifiers_name_their_type_and_are_version_5()
    {
        foreach (JsonElement element in Objects(FakeReports.All()))
        {
            string type = element.GetProperty("type").GetString()!;
            string id = element.GetProperty("id").GetString()!;
            Assert.StartsWith(type + "--", id, StringComparison.Ordinal);
            if (type != "marking-definition")
            {
                Assert.Matches(VersionFive(), id);
            }
        }
    }

    [Fact]
    public void Every_object_carries_the_marking_and_none_is_older_than_it_was_made()
    {
        foreach (JsonElement element in Objects(FakeReports.All(), TlpMarking.AmberStrict).Skip(1))
        {
            Assert.Equal(
                "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
                element.GetProperty("object_marking_refs")[0].GetString()
            );
            if (element.TryGetProperty("created", out JsonElement created))
            {
                Assert.True(element.GetProperty("modified").GetDateTime() >= created.GetDateTime());
            }
        }
    }

    [Fact]
    public void Outcomes_are_told_in_the_words_of_the_incident_extension()
    {
        JsonElement[] incidents = [.. Objects(FakeReports.All()).Where(static o => Type(o) == "incident")];
        Assert.Equal(
            [
                "access-gained confirmed",
                "blocked blocked",
                "credential-exposed suspected",
                "failed failed-attempt",
                "follow-on confirmed",
                "not-an-attack false-positive",
                "unknown suspected",
            ],
            incidents
                .Select(static i =>
                    i.GetProperty("labels")[0].GetString()
                    + " "
                    + i.GetProperty("extensions")
                        .GetProperty("extension-definition--ef765651-680c-498d-9894-99799f2fa126")
                        .GetProperty("determination")
                        .GetString()
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_no_attack_is_no_sighting()
    {
        OrganisationReport maker = FakeReports.All()[0];
        Incident none = maker.Incidents[2] with { Techniques = ["T1110.001"] };
        Assert.DoesNotContain(Objects([maker with { Incidents = [none] }]), static o => Type(o) == "sighting");
        Assert.Contains(Objects([maker]), static o => Type(o) == "sighting");
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_whatever_the_order() =>
        Assert.Equal(Write(FakeReports.All()), Write([.. FakeReports.All().Reverse()]));

    [Fact]
    public void A_later_scan_gives_a_new_version_of_the_same_objects()
    {
        JsonElement before = Incident(FakeReports.ScannedAt);
        JsonElement after = Incident(FakeReports.ScannedAt.AddDays(1));
        Assert.Equal(before.GetProperty("id").GetString(), after.GetProperty("id").GetString());
        Assert.Equal(before.GetProperty("created").GetString(), after.GetProperty("created").GetString());
        Assert.NotEqual(before.GetProperty("modified").GetString(), after.GetProperty("modified").GetString());
    }

    [Fact]
    public void Nothing_that_an_attacker_wrote_becomes_a_link_or_a_control_character()
    {
        string text = Write(FakeReports.All());
        Assert.DoesNotContain(text, static c => char.IsControl(c) && c != '\n');
        foreach (JsonElement element in Objects(FakeReports.All()))
        {
            if (element.TryGetProperty("external_references", out JsonElement references))
            {
                foreach (JsonElement reference in references.EnumerateArray())
                {
                    if (reference.TryGetProperty("url", out JsonElement url))
                    {
                        Assert.StartsWith(
                            "https://attack.mitre.org/techniques/T",
                            url.GetString(),
                            StringComparison.Ordinal
                        );
                    }
                }
            }
        }
    }

    [Fact]
    public void Nothing_found_still_gives_a_bundle()
    {
        Assert.Single(Objects([]));
        Assert.Equal(["marking-definition", "identity", "note"], Objects([FakeReports.All()[2]]).Select(Type));
    }

    [GeneratedRegex("--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.None, 1000)]
    private static partial Regex VersionFive();

    private static string Type(JsonElement element) => element.GetProperty("type").GetString()!;

    private static JsonElement Incident(DateTime scannedAt) =>
        JsonDocument
            .Parse(Write(FakeReports.All(), TlpMarking.Amber, scannedAt))
            .RootElement.GetProperty("objects")
            .EnumerateArray()
            .First(static o => Type(o) == "incident");

    private static IEnumerable<string> References(JsonElement element)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.EndsWith("_ref", StringComparison.Ordinal))
            {
                yield return property.Value.GetString()!;
            }
            else if (property.Name.EndsWith("_refs", StringComparison.Ordinal))
            {
                foreach (JsonElement item in property.Value.EnumerateArray())
                {
                    yield return item.GetString()!;
                }
            }
        }
    }

    internal static JsonElement[] Objects(
        IReadOnlyList<OrganisationReport> reports,
        TlpMarking marking = TlpMarking.Amber
    ) => [.. JsonDocument.Parse(Write(reports, marking)).RootElement.GetProperty("objects").EnumerateArray()];

    internal static string Write(
        IReadOnlyList<OrganisationReport> reports,
        TlpMarking marking = TlpMarking.Amber,
        DateTime? scannedAt = null
    )
    {
        using var stream = new MemoryStream();
        IncidentsStix.Write(stream, reports, scannedAt ?? FakeReports.ScannedAt, marking);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
