using Cordon.Cli.Scanning;

namespace Cordon.Cli.Tests;

/// <summary>A scan gives the same files whether activities were put on disk on the way or not.</summary>
public sealed class PackedScanTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-packed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_scan_does_not_depend_on_what_was_put_on_disk()
    {
        string sector = Path.Combine(_folder.FullName, "sector");
        Outcome made = CordonCommand.Run(
            "simulate",
            "--members",
            "3",
            "--days",
            "4",
            "--seed",
            "5",
            "--out",
            sector,
            "-q"
        );
        Assert.Equal((0, ""), (made.Code, made.Errors));
        IReadOnlyList<(string Name, string Content)> inMemory = Scan(sector, long.MaxValue, threads: 1);
        Assert.NotEmpty(inMemory.Single(f => f.Name == "findings.jsonl").Content);
        Assert.Equal(inMemory, Scan(sector, 0, threads: 1));
        Assert.Equal(inMemory, Scan(sector, 200_000, threads: 2));
    }

    private List<(string Name, string Content)> Scan(string sector, long memory, int threads)
    {
        string output = Path.Combine(_folder.FullName, $"out-{memory}-{threads}");
        var request = new ScanRequest
        {
            Paths = [sector],
            RulePaths = [],
            OutputFolder = output,
            Threads = threads,
            NoCache = true,
            Quiet = true,
            NoColor = true,
            ActivityMemory = memory,
        };
        Assert.Equal(0, new ScanRun(request, TimeProvider.System).Run(TestContext.Current.CancellationToken));
        return
        [
            .. Directory
                .EnumerateFiles(output)
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
        ];
    }
}
