using System.Text;
using System.Text.Json;
using Cordon.Incidents;
using Cordon.Reporting.Files;
using Cordon.Reporting.Tests.Fakes;

namespace Cordon.Reporting.Tests.Files;

public sealed class IncidentsJsonTests
{
    [Fact]
    public void The_shape_is_the_documented_one()
    {
        JsonElement root = Parse(FakeReports.All());
        Assert.Equal(["incidents", "coverage"], Names(root));
        JsonElement incident = root.GetProperty("incidents")[0];
        Assert.Equal(
            [
                "id",
                "organisation",
                "title",
                "first",
                "last",
                "outcome",
                "targets",
                "sources",
                "techniques",
                "findings",
                "findingCount",
                "links",
                "probability",
                "confidence",
                "advice",
                "attribution",
            ],
            Names(incident)
        );
        JsonElement target = incident.GetProperty("targets")[0];
        Assert.Equal(
            ["kind", "name", "outcome", "probability", "mechanism", "containment", "missingLogs", "evidence"],
            Names(target)
        );
        Assert.Equal(["statement", "time", "afterSeconds"], Names(target.GetProperty("containment")));
        Assert.Equal(
            ["statement", "supports", "weight", "time", "findings", "events"],
            Names(target.GetProperty("evidence")[0])
        );
        Assert.Equal(
            ["source", "position", "recordId", "time"],
            Names(target.GetProperty("evidence")[0].GetProperty("events")[0])
        );
        Assert.Equal(["kind", "name"], Names(incident.GetProperty("sources")[0]));
        Assert.Equal(["kind", "name", "weight", "statement"], Names(incident.GetProperty("links")[0]));
        Assert.Equal(
            [
                "organisation",
                "kind",
                "name",
                "writer",
                "sources",
                "records",
                "first",
                "last",
                "gaps",
                "missingRecords",
                "duplicates",
                "rejected",
                "throttled",
            ],
            Names(root.GetProperty("coverage")[0])
        );
        Assert.Equal(["from", "until", "reason"], Names(root.GetProperty("coverage")[1].GetProperty("gaps")[0]));
    }

    [Fact]
    public void Incidents_are_worst_first_over_all_organisations()
    {
        Assert.Equal(
            ["follow-on", "access-gained", "credential-exposed", "unknown", "blocked", "failed", "not-an-attack"],
            Parse(FakeReports.All())
                .GetProperty("incidents")
                .EnumerateArray()
                .Select(static i => i.GetProperty("outcome").GetString())
        );
    }

    [Fact]
    public void The_order_of_the_reports_changes_nothing() =>
        Assert.Equal(Write(FakeReports.All()), Write([.. FakeReports.All().Reverse()]));

    [Fact]
    public void Missing_logs_and_record_numbers_that_are_not_there_are_told()
    {
        JsonElement incidents = Parse(FakeReports.All()).GetProperty("incidents");
        JsonElement missing = incidents[0].GetProperty("targets")[3].GetProperty("missingLogs")[0];
        Assert.Equal(["kind", "from", "until", "reason", "remedy"], Names(missing));
        Assert.Equal("cloud-sign-in-non-interactive", missing.GetProperty("kind").GetString());
        JsonElement origin = incidents[1].GetProperty("targets")[0].GetProperty("evidence")[0].GetProperty("events")[0];
        Assert.Equal(JsonValueKind.Null, origin.GetProperty("recordId").ValueKind);
        Assert.Equal(77, origin.GetProperty("position").GetInt64());
    }

    [Fact]
    public void Hostile_text_comes_back_as_it_was_and_no_control_character_is_written()
    {
        string text = Write(FakeReports.All());
        Assert.DoesNotContain(text, static c => char.IsControl(c) && c != '\n');
        string?[] names =
        [
            .. Parse(FakeReports.All())
                .GetProperty("incidents")[1]
                .GetProperty("targets")
                .EnumerateArray()
                .Select(static t => t.GetProperty("name").GetString()),
        ];
        foreach (string hostile in Hostile.All.Where(static h => h != Hostile.Unpaired))
        {
            Assert.Contains(hostile, names);
        }
    }

    [Fact]
    public void No_reports_give_empty_lists() =>
        Assert.Equal("{\n \"incidents\": [],\n \"coverage\": []\n}\n", Write([]));

    [Fact]
    public void Numbers_that_JSON_lacks_do_not_break_the_file()
    {
        OrganisationReport maker = FakeReports.All()[0];
        JsonElement root = Parse([maker with { Incidents = [maker.Incidents[1] with { Probability = double.NaN }] }]);
        Assert.Equal(0, root.GetProperty("incidents")[0].GetProperty("probability").GetDouble());
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(static p => p.Name);

    private static JsonElement Parse(IReadOnlyList<OrganisationReport> reports) =>
        JsonDocument.Parse(Write(reports)).RootElement;

    private static string Write(IReadOnlyList<OrganisationReport> reports)
    {
        using var stream = new MemoryStream();
        IncidentsJson.Write(stream, reports);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
