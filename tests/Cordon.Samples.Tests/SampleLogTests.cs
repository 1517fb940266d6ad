using System.Globalization;
using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Samples;
using Cordon.Sigma;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;
using Cordon.Testing;

namespace Cordon.SampleTests;

public sealed class SampleLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-samples-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_committed_samples_are_what_the_generator_writes()
    {
        SampleLogs.WriteAll(_folder.FullName);
        Assert.Equal(Files(Repository.At("samples")), Files(_folder.FullName));
        foreach (string path in SampleLogs.Paths)
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(_folder.FullName, path)),
                File.ReadAllBytes(Repository.At("samples", path))
            );
        }

        static IEnumerable<string> Files(string folder) =>
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f))
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_scan_shows_what_the_samples_page_says()
    {
        var collected = new Collector();
        var fields = new FieldTable();
        RuleSet rules = RuleSet.Load([Repository.At("rules")], SigmaOptions.Default with { Fields = fields });
        Scan.Run(
            new LogReader(fields).Open(LogFinder.Find([Repository.At("samples")])),
            RuleEngine.Build(rules.Rules, LogSourceMap.Default, fields, rules.Correlations),
            new ScanOptions(),
            collected
        );
        string[] seen =
        [
            .. collected
                .Findings.GroupBy(f => (Source: RelativePath(f.Event.Source), f.Rule.Level, f.Rule.Title))
                .Select(g =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{g.Key.Source}|{g.Key.Level.ToString().ToLowerInvariant()}|{g.Key.Title}|{g.Count()}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
        string[] told =
        [
            .. File.ReadLines(Repository.At("docs", "samples.md"))
                .Where(l =>
                    l.StartsWith("| ", StringComparison.Ordinal) && l.Contains(".evtx | ", StringComparison.Ordinal)
                )
                .Select(l => string.Join('|', l.Trim('|').Split('|').Select(c => c.Trim())))
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(seen);
        Assert.Equal(told, seen);
        Assert.All(collected.Problems, problem => Assert.False(problem.IsLoss, problem.Message));

        static string RelativePath(string source) =>
            Path.GetRelativePath(Repository.At("samples"), source).Replace(Path.DirectorySeparatorChar, '/');
    }

    private sealed class Collector : IScanOutput
    {
        public List<Finding> Findings { get; } = [];

        public List<ReadProblem> Problems { get; } = [];

        public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings)
        {
            Findings.AddRange(findings);
            Problems.AddRange(report.Problems);
        }

        public void OnCorrelations(IReadOnlyList<Finding> findings) => Findings.AddRange(findings);
    }
}
