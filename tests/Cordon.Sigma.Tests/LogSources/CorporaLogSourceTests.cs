using System.Text.RegularExpressions;
using Cordon.Testing;

namespace Cordon.Sigma.Tests.LogSources;

/// <summary>The log sources that are named in the specification and in rules that others wrote.</summary>
public partial class CorporaLogSourceTests(ITestOutputHelper output)
{
    [Fact]
    public void Knows_every_log_source_of_the_taxonomy()
    {
        string path = Corpora.Require("sigma-specification", "specification", "sigma-appendix-taxonomy.md");
        int rows = 0;
        foreach (Match row in TaxonomyRow().Matches(File.ReadAllText(path)))
        {
            LogSource source = Parse(row.Groups[1].Value.Replace("<br>", "\n", StringComparison.Ordinal));
            LogSourceResolution resolution = LogSourceMap.Default.Resolve(source);
            rows++;
            Assert.True(resolution.Kind != LogSourceResolutionKind.Unknown, resolution.Reason);
            Assert.True(
                source.Product != "windows" || resolution.Kind == LogSourceResolutionKind.Served,
                resolution.Reason
            );
        }

        output.WriteLine($"{rows} rows");
        Assert.InRange(rows, 120, 400);
    }

    [Fact]
    public void Knows_every_log_source_that_rules_name()
    {
        string folder = Corpora.Require("sigma");
        Dictionary<LogSourceResolutionKind, int> rules = [];
        List<string> unknown = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories))
        {
            foreach (Match block in LogSourceBlock().Matches(File.ReadAllText(file)))
            {
                LogSource source = Parse(block.Groups[1].Value);
                LogSourceResolution resolution = LogSourceMap.Default.Resolve(source);
                rules[resolution.Kind] = rules.GetValueOrDefault(resolution.Kind) + 1;
                if (
                    resolution.Kind == LogSourceResolutionKind.Unknown
                    || (source.Product == "windows" && resolution.Kind != LogSourceResolutionKind.Served)
                )
                {
                    unknown.Add($"{file}: {resolution.Reason}");
                }
            }
        }

        output.WriteLine(string.Join(", ", rules.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value}")));
        Assert.Empty(unknown);
        Assert.True(rules[LogSourceResolutionKind.Served] > 2_500);
    }

    private static LogSource Parse(string block)
    {
        Dictionary<string, string> parts = [];
        foreach (Match line in Attribute().Matches(block))
        {
            parts[line.Groups[1].Value] = line.Groups[2].Value;
        }

        return new LogSource(
            parts.GetValueOrDefault("product"),
            parts.GetValueOrDefault("category"),
            parts.GetValueOrDefault("service")
        );
    }

    [GeneratedRegex(@"^\|[^|\n]*\|([^|\n]*(?:product|category|service): [^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex TaxonomyRow();

    [GeneratedRegex(@"^logsource:[^\n]*\n((?:[ \t]+[^\n]*\n)+)", RegexOptions.Multiline)]
    private static partial Regex LogSourceBlock();

    [GeneratedRegex(@"^\s*(product|category|service):\s*['""]?([^\s'""#<]+)", RegexOptions.Multiline)]
    private static partial Regex Attribute();
}
