using Cordon.Events;
using Cordon.Reporting.Files;

namespace Cordon.Reporting.Tests;

public sealed class TimelineCsvTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-timeline-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Is_sorted_by_time_with_untimed_rows_last_and_equal_times_in_order_of_arrival()
    {
        string[] rows = Write(
            Make.Finding(Make.At(5), record: 1),
            Make.Finding(null, record: 2),
            Make.Finding(Make.At(1), record: 3),
            Make.Finding(Make.At(5), record: 4)
        );
        Assert.Equal(["\"3\"", "\"1\"", "\"4\"", "\"2\""], rows[1..].Select(r => r.Split(',')[9]));
    }

    [Fact]
    public void A_row_is_whole_whatever_its_length_and_that_of_the_row_before()
    {
        string source = string.Concat(Enumerable.Repeat("Ω\"\u0085\u2028x", 3_000));
        Finding with = Make.Finding(Make.At(2));
        string[] rows = Write(
            Make.Finding(Make.At(1)),
            with with
            {
                Event = with.Event with { Source = source },
            },
            Make.Finding(Make.At(3))
        );
        Assert.Equal(4, rows.Length);
        Assert.Contains(string.Concat(Enumerable.Repeat("Ω\"\"  x", 3_000)), rows[2], StringComparison.Ordinal);
        Assert.Equal(rows[1].Replace(":01:00", ":03:00", StringComparison.Ordinal), rows[3]);
    }

    [Fact]
    public void Sorts_more_than_memory_is_given_for()
    {
        // Rows of about 2 kB: several runs go to disk, and none is left there.
        string filler = new('x', 1900);
        var random = new Random(7);
        Finding[] findings =
        [
            .. Enumerable
                .Range(0, 20_000)
                .Select(i =>
                    Make.Finding(
                        new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(1_000_000)),
                        record: (ulong)i,
                        fields: [SnapshotField.OfText("Filler", filler)]
                    )
                ),
        ];
        string[] rows = Write(findings);
        Assert.Equal(20_001, rows.Length);
        Assert.Equal(rows[1..].Select(r => r[..30]).Order(StringComparer.Ordinal), rows[1..].Select(r => r[..30]));
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+1")]
    [InlineData("-1+cmd")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("\uFF1D1")]
    public void No_cell_begins_a_formula(string title)
    {
        string row = Write(Make.Finding(Make.At(1), title: title))[1];
        string cell = row.Split(',')[2];
        Assert.StartsWith("\"'", cell, StringComparison.Ordinal);
        Assert.DoesNotContain(row, char.IsControl);
    }

    [Fact]
    public void A_correlation_begins_its_details_with_how_many_events_and_until_when()
    {
        string path = Path.Combine(_folder.FullName, "t.csv");
        using (var csv = new TimelineCsv(path))
        {
            csv.Add(Make.Correlation());
            csv.Complete();
        }

        string row = File.ReadAllLines(path)[1];
        Assert.StartsWith("\"2021-02-16T08:01:00.0000000Z\",", row, StringComparison.Ordinal);
        Assert.EndsWith(
            "\"events=212 | until=2021-02-16T08:09:00.0000000Z | IpAddress=10.0.0.9\"",
            row,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Quotes_in_a_cell_do_not_end_it()
    {
        string row = Write(Make.Finding(Make.At(1), title: "a\",\"b"))[1];
        Assert.Contains("\"a\"\",\"\"b\"", row, StringComparison.Ordinal);
    }

    private string[] Write(params Finding[] findings)
    {
        string path = Path.Combine(_folder.FullName, "timeline.csv");
        using (var timeline = new TimelineCsv(path))
        {
            foreach (Finding finding in findings)
            {
                timeline.Add(finding);
            }

            timeline.Complete();
        }

        string text = File.ReadAllText(path);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[..^2].Split("\r\n");
    }
}
