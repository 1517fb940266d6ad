using System.Text;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Tests.Csv;

/// <summary>Tables: quotes, line ends within them, ragged rows, marks and separators.</summary>
public class CsvTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\r\n1,2\r\n", "1|2")]
    [InlineData("a,b\n\n\r\n1,2", "1|2")]
    [InlineData("a,b\n\"1,x\",\"2\"\n", "1,x|2")]
    [InlineData("a,b\n\"say \"\"hi\"\"\",2\n", "say \"hi\"|2")]
    [InlineData("a,b\n\"one\r\ntwo\",2\n", "one\r\ntwo|2")]
    [InlineData("a,b\n\"\",\"\"\"\"\n", "|\"")]
    [InlineData("a,b\n1,\n", "1|")]
    [InlineData("a,b\nx\"y,z\"\n", "x\"y|z\"")]
    [InlineData("a,b\n\"x\"y,2\n", "xy|2")]
    [InlineData("a,b\n \"1\" , \"2\"\n", "1|2")]
    public void Fields_are_what_they_stand_for(string text, string row) => Assert.Equal([row], Rows(text).Rows);

    [Theory]
    [InlineData("a;b\n1,5;2\n", "1,5|2")]
    [InlineData("a\tb\n1,5\t2\n", "1,5|2")]
    [InlineData("a|b\n1|2\n", "1|2")]
    [InlineData("sep=;\na;b\n1;2\n", "1|2")]
    [InlineData("\"a,x\";b\n1;2\n", "1|2")]
    public void The_separator_is_found(string text, string row) => Assert.Equal([row], Rows(text).Rows);

    [Fact]
    public void Rows_that_are_ragged_are_read_as_far_as_they_go_and_told()
    {
        (List<string> rows, PartReportShown report) = Rows("a,b\n1\n1,2,3\n4,5\n");

        Assert.Equal(["1", "1|2|3", "4|5"], rows);
        Assert.Equal(["row 1, line 2", "row 2, line 3"], report.Places);
        Assert.Equal(0, report.Losses);
    }

    [Fact]
    public void A_quote_that_does_not_end_costs_its_line_only()
    {
        (List<string> rows, PartReportShown report) = Rows("a,b\n1,2\n\"3,4\n5,6\n7,8\n");

        Assert.Equal(["1|2", "5|6", "7|8"], rows);
        Assert.Equal(["row 2, line 3"], report.Places);
        Assert.Equal(1, report.Losses);
    }

    [Fact]
    public void Quotes_within_a_field_that_does_not_begin_with_one_join_no_rows()
    {
        (List<string> rows, PartReportShown report) = Rows("a,b\nx\"\"y,1\n\"z\",2\nw\"\"\",3\n");

        Assert.Equal(["x\"\"y|1", "z|2", "w\"\"\"|3"], rows);
        Assert.Empty(report.Places);
    }

    [Fact]
    public void Many_quotes_that_do_not_end_cost_no_more_than_their_lines()
    {
        string text = "a,b\n" + string.Concat(Enumerable.Range(0, 50).Select(static i => $"\"{i},x\ny{i},z\n"));
        (List<string> rows, PartReportShown report) = Rows(text);

        Assert.All(
            Enumerable.Range(0, 50),
            i =>
                Assert.Contains(
                    rows,
                    r =>
                        r.Contains($"y{i}|z", StringComparison.Ordinal)
                        || r.Contains($"y{i},z", StringComparison.Ordinal)
                )
        );
        Assert.InRange(report.Losses, 0, 50);
    }

    [Fact]
    public void Rows_and_columns_have_limits()
    {
        string wide = string.Join(',', Enumerable.Repeat("x", CsvLimits.MaxColumns + 1));
        string tall = new('y', CsvLimits.MaxRow + 10);
        (List<string> rows, PartReportShown report) = Rows($"a,b\n1,2\n{wide}\n3,4\n{tall}\n5,6\n");

        Assert.Equal(["1|2", "3|4", "5|6"], rows);
        Assert.Equal(["row 2, line 3", "row 4, line 5"], report.Places);
        Assert.Equal(2, report.Losses);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Marks_of_byte_order_are_no_part_of_the_first_column(bool isUtf8, bool isBigEndian)
    {
        Encoding encoding = isUtf8 ? new UTF8Encoding(true) : new UnicodeEncoding(isBigEndian, true);
        using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("ä,b\n1,ü\n")]);
        using var rows = new CsvRows(stream, new RowProblems());

        Assert.Equal(["ä", "b"], rows.Header!.Names);
        Assert.Equal("ü", rows.Next()!["b"]);
    }

    [Fact]
    public void Columns_are_found_whatever_their_case_and_blanks_and_the_first_of_a_name_counts()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(" Client  IP ,x,X\n1,2,3\n"));
        using var rows = new CsvRows(stream, new RowProblems());
        CsvRow row = rows.Next()!;

        Assert.Equal("1", row["client ip"]);
        Assert.Equal("2", row["X"]);
        Assert.Equal("", row["y"]);
        Assert.Equal(("row 1, line 2", "Client IP", "column4"), (row.Place, row.NameOf(0), row.NameOf(3)));
    }

    [Fact]
    public void A_table_without_anything_has_no_header()
    {
        var problems = new RowProblems();
        using var stream = new MemoryStream("\n\n"u8.ToArray());
        using var rows = new CsvRows(stream, problems);

        Assert.Null(rows.Header);
        Assert.Null(rows.Next());
        Assert.Equal(1, problems.Count);
    }

    private sealed record PartReportShown(List<string> Places, int Losses);

    private static (List<string> Rows, PartReportShown Report) Rows(string text)
    {
        var problems = new RowProblems();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var rows = new CsvRows(stream, problems);
        List<string> read = [];
        while (rows.Next() is { } row)
        {
            read.Add(string.Join('|', row.Fields));
        }

        var report = problems.Report(read.Count);
        return (
            read,
            new([.. report.Problems.Select(static p => p.Place)], report.Problems.Count(static p => p.IsLoss))
        );
    }
}
