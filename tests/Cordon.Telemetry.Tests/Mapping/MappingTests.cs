using Cordon.Events;
using Cordon.Settings;
using Cordon.Telemetry.Discovery;
using Cordon.Telemetry.Mapping;

namespace Cordon.Telemetry.Tests.Mapping;

/// <summary>Logs that only a user's mapping knows.</summary>
public class MappingTests
{
    private const string Whole = """
        logs:
          - name: doors
            match: [badge, door, when]
            product: doors
            channel: access
            time: when
            zone: Europe/London
            day-first: true
            computer: reader
            provider: program
            code: event
            fields:
              user: badge
              site: place.name
            constants:
              source: north
        """;

    [Theory]
    [InlineData(
        "badge,door,when,reader,program,event,place.name\nalice,3,1/7/2026 10:00:00,r-1,lock,42,Lab\n",
        "doors.csv"
    )]
    [InlineData(
        """{"badge":"alice","door":3,"when":"1/7/2026 10:00:00","reader":"r-1","program":"lock","event":42,"place":{"name":"Lab"}}""",
        "doors.json"
    )]
    public void Fields_are_what_the_mapping_says(string text, string name)
    {
        (List<string> seen, SourceReport report) = Read(Whole, text, name);

        Assert.Equal("doors", report.Format);
        // The first of July, in British summer time.
        Assert.Equal(["doors/access lock r-1 42 2026-07-01T09:00:00.0000000Z alice Lab north"], seen);
        Assert.Equal(0, report.ProblemCount);
    }

    [Fact]
    public void A_mapping_is_asked_before_formats_that_are_known()
    {
        const string Known = """{"badge":"a","door":1,"when":"x","Channel":"Security","EventID":4624}""";

        Assert.Equal("doors", Read(Whole, Known + "\n", "a.json").Report.Format);
    }

    [Fact]
    public void A_file_without_all_its_fields_is_not_of_the_mapping() =>
        Assert.NotNull(Read(Whole, "badge,door\nalice,3\n", "doors.csv").Report.Refusal);

    [Fact]
    public void A_time_that_cannot_be_read_is_told_and_costs_nothing_else()
    {
        (List<string> seen, SourceReport report) = Read(
            Whole,
            "badge,door,when\nalice,3,soon\nbob,3,31/12/2026 10:00\nmallory,3,99999999999999999999\n",
            "a.csv"
        );

        Assert.Equal(3, seen.Count);
        Assert.Equal(2, report.ProblemCount);
        Assert.All(report.Problems, static p => Assert.False(p.IsLoss));
        Assert.Equal(["row 1, line 2", "row 3, line 4"], report.Problems.Select(static p => p.Place));
    }

    [Theory]
    [InlineData("log: []", "log")]
    [InlineData("logs:\n  - name: a\n    match: [x]\n    product: p\n    channel: c", "'time' is missing")]
    [InlineData("logs:\n  - name: a\n    product: p\n    channel: c\n    time: t", "'match' is missing")]
    [InlineData(
        "logs:\n  - name: a\n    match: [x]\n    product: p\n    channel: c\n    time: t\n    zone: Mars/Base",
        "no time zone"
    )]
    [InlineData(
        "logs:\n  - name: a\n    match: [x]\n    product: p\n    channel: c\n    time: t\n    delimiter: ab",
        "one character"
    )]
    [InlineData(
        "logs:\n  - name: a\n    match: [x]\n    product: p\n    channel: c\n    time: t\n    chanel: d",
        "chanel"
    )]
    public void What_is_misspelt_is_refused_with_its_place(string yaml, string reason)
    {
        SettingsException fault = Assert.Throws<SettingsException>(() =>
            LogMapping.Read(SettingsFile.Read(yaml, "map.yml"))
        );

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Contains("map.yml", fault.Message, StringComparison.Ordinal);
    }

    private static (List<string> Seen, SourceReport Report) Read(string yaml, string text, string name)
    {
        var options = new LogReaderOptions { Mappings = LogMapping.Read(SettingsFile.Read(yaml, "map.yml")) };
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-mapping-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text);
            var fields = new FieldTable();
            FieldId[] ids = [.. new[] { "user", "site", "source" }.Select(fields.Intern)];
            List<string> seen = [];
            SourceReport? report = null;
            foreach (EventPart part in new LogReader(fields, options).Open(LogFinder.Find([path], options)))
            {
                report = part.Source;
                report.Add(
                    part.Read(e =>
                        seen.Add(
                            $"{e.Product}/{e.Channel} {e.Provider} {e.Computer} {e.Code} {e.Time:O} {string.Join(' ', ids.Select(i => e.Value(i).Text.ToString()))}"
                        )
                    )
                );
            }

            return (seen, report!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
