using System.Text.Json;

namespace Cordon.Cli.Tests;

public sealed class RulesCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-rules-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_built_in_rules_have_no_problem()
    {
        Outcome outcome = CordonCommand.Run("rules", "check", "--strict");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("rules can be used", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("0 refused", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_tells_every_problem_with_its_place_and_still_counts_the_good_rules()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a-good.yml"), Rule("CommandLine|contains: x"));
        File.WriteAllText(Path.Combine(_folder.FullName, "b-bad.yml"), Rule("CommandLine|contians: x"));
        File.WriteAllText(Path.Combine(_folder.FullName, "c-bad.yml"), "title: [\n");
        Outcome outcome = CordonCommand.Run("rules", "check", _folder.FullName);
        Assert.Equal(1, outcome.Code);
        Assert.Matches(@"b-bad\.yml:7:\d+: error: ", outcome.Output);
        Assert.Matches(@"c-bad\.yml:\d+:\d+: error: ", outcome.Output);
        Assert.Contains("1 rule can be used", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2 refused", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void List_filters_by_technique_with_its_sub_techniques_and_by_log_source()
    {
        Outcome outcome = CordonCommand.Run(
            "rules",
            "list",
            "--technique",
            "t1059",
            "--logsource",
            "windows/process_creation",
            "--format",
            "jsonl"
        );
        Assert.Equal(0, outcome.Code);
        JsonElement[] rules =
        [
            .. outcome
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => JsonDocument.Parse(l).RootElement),
        ];
        Assert.NotEmpty(rules);
        Assert.All(
            rules,
            rule =>
            {
                Assert.Equal("process_creation", rule.GetProperty("logsource").GetProperty("category").GetString());
                Assert.Contains(
                    rule.GetProperty("techniques").EnumerateArray(),
                    t => t.GetString()!.StartsWith("T1059", StringComparison.Ordinal)
                );
            }
        );
    }

    private static string Rule(string test) =>
        $"""
            title: A rule
            id: 1c1f3a52-0d4b-4a43-9a52-6e6a2f8b7c10
            level: low
            logsource: {"{"} product: windows, category: process_creation {"}"}
            detection:
              selection:
                {test}
              condition: selection
            """;
}
