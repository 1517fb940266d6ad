using Cordon.Testing;

namespace Cordon.Cli.Tests;

public sealed class ScanFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-scan-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_scan_with_a_folder_for_results_ends_well_and_leaves_whole_files()
    {
        string folder = Path.Combine(_folder.FullName, "out");
        Outcome outcome = CordonCommand.Run("scan", Repository.At("samples"), "--out", folder);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(
            ["findings.jsonl", "incidents.json", "incidents.stix.json", "report.html", "timeline.csv"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        int findings = File.ReadLines(Path.Combine(folder, "findings.jsonl")).Count();
        Assert.Contains($"Findings  {findings}:", outcome.Output, StringComparison.Ordinal);
    }
}
