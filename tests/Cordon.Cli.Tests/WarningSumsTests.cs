using Cordon.Cli.Scanning;

namespace Cordon.Cli.Tests;

/// <summary>What a scan takes away of an earlier one's warnings, and what it leaves.</summary>
public sealed class WarningSumsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-sums-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_and_is_not_written_again_is_taken_away()
    {
        Put("old-1.txt", "old-1.eml", "both-2.txt");
        WarningSums.Renew(_folder, ["old-1.txt", "old-1.eml", "both-2.txt"]);
        Put("new-3.stix.json");
        WarningSums.Renew(_folder, ["both-2.txt", "new-3.stix.json"]);
        Assert.Equal(["SHA256SUMS", "both-2.txt", "new-3.stix.json"], Names());
        WarningSums.Renew(_folder, []);
        Assert.Equal(["SHA256SUMS"], Names());
    }

    [Fact]
    public void What_a_person_changed_or_put_there_stays()
    {
        Put("changed-1.txt", "mine.txt");
        WarningSums.Renew(_folder, ["changed-1.txt"]);
        File.AppendAllText(Path.Combine(_folder, "changed-1.txt"), "called them at noon");
        WarningSums.Renew(_folder, []);
        Assert.Equal(["SHA256SUMS", "changed-1.txt", "mine.txt"], Names());
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/outside.txt")]
    [InlineData("sub\\outside.txt")]
    [InlineData("report.html")]
    public void A_list_that_somebody_wrote_reaches_nothing_else(string name)
    {
        string warnings = Path.Combine(_folder, "warnings");
        Directory.CreateDirectory(warnings);
        Put("outside.txt");
        File.WriteAllText(Path.Combine(warnings, "report.html"), "outside.txt");
        string list = Path.Combine(warnings, WarningSums.FileName);
        WarningSums.Renew(_folder, ["outside.txt"]);
        string sum = File.ReadAllText(Path.Combine(_folder, WarningSums.FileName))[..64];
        File.WriteAllLines(list, [$"{sum}  {name}", "", "short"]);
        WarningSums.Renew(warnings, []);
        Assert.True(File.Exists(Path.Combine(_folder, "outside.txt")));
        Assert.True(File.Exists(Path.Combine(warnings, "report.html")));
    }

    [Fact]
    public void Without_warnings_no_folder_is_made()
    {
        string folder = Path.Combine(_folder, "warnings");
        WarningSums.Renew(folder, []);
        Assert.False(Directory.Exists(folder));
    }

    private void Put(params string[] names)
    {
        foreach (string name in names)
        {
            File.WriteAllText(Path.Combine(_folder, name), name);
        }
    }

    private IEnumerable<string?> Names() =>
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
