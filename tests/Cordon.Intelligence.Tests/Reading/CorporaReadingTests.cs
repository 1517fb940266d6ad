using System.Text;
using Cordon.Intelligence.Reading;
using Cordon.Testing;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>Real reports: nothing in them makes the reader fail, and what has an exact form is found. How well names are found is measured by <c>tools/reading measure</c>.</summary>
public sealed class CorporaReadingTests
{
    [Fact]
    public void Every_report_is_read_with_places_in_its_text()
    {
        string folder = Corpora.Require("reports", "annoctr", "AnnoCTR", "text", "dev");
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            Report report = new ReportReader().Read(
                File.ReadAllBytes(path),
                path,
                TestContext.Current.CancellationToken
            );
            Assert.All(report.Entities, e => Assert.Equal(e.Text, report.Text[e.Start..e.End]));
        }
    }

    [Fact]
    public void Hashes_and_vulnerabilities_that_people_marked_are_found()
    {
        string path = Corpora.Require("reports", "aptner", "APTNERdev.txt");
        var text = new StringBuilder();
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            string[] columns = line.Split(' ');
            text.Append(columns[0].Trim().Length > 0 ? columns[0].Trim() + " " : "\n");
            bool exact =
                columns.Length > 1 && columns[1].Trim() is "S-MD5" or "S-VULID" && columns[0].Length is 13 or 14 or 32;
            if (exact)
            {
                wanted.Add(columns[0]);
            }
        }

        var found = new ReportReader()
            .Read(text.ToString(), TestContext.Current.CancellationToken)
            .Entities.Select(static e => e.Text)
            .ToHashSet(StringComparer.Ordinal);
        int right = wanted.Count(found.Contains);
        Assert.True(right >= 0.97 * wanted.Count, $"{right} of {wanted.Count}");
    }
}
