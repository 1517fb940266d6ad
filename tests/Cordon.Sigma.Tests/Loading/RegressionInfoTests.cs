using Cordon.Sigma.Regression;

namespace Cordon.Sigma.Tests.Loading;

public sealed class RegressionInfoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-regression-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Tests_are_read_with_rules_counts_and_logs()
    {
        RegressionInfo info = Read(
            """
            rule_metadata:
              - id: one
              - id: two
            regression_tests_info:
              - name: Positive
                type: evtx
                match_count: 0
                path: regression_data\a\one.evtx
              - path: b.evtx
            """
        );
        Assert.Empty(info.Problems);
        Assert.Equal(
            [("Positive", "evtx", "regression_data/a/one.evtx", 0L, 5), ("", "", "b.evtx", null, 9)],
            info.Cases.Select(static c => (c.Name, c.Kind, c.LogPath, c.Expected, c.Line))
        );
        Assert.All(info.Cases, static c => Assert.Equal(["one", "two"], c.RuleIds));
    }

    [Theory]
    [InlineData("path: /etc/passwd")]
    [InlineData("path: ../x.evtx")]
    [InlineData(@"path: a\..\..\x.evtx")]
    [InlineData("path: C:/x.evtx")]
    [InlineData("path: ''")]
    [InlineData("name: no path")]
    [InlineData("{ path: x.evtx, match_count: -1 }")]
    [InlineData("{ path: x.evtx, match_count: [1] }")]
    [InlineData("just text")]
    public void A_test_that_is_wrong_costs_only_itself(string test)
    {
        RegressionInfo info = Read(
            $"rule_metadata: [{{ id: one }}]\nregression_tests_info:\n  - path: good.evtx\n  - {test}\n"
        );
        Assert.Equal("good.evtx", Assert.Single(info.Cases).LogPath);
        Assert.Equal(4, Assert.Single(info.Problems).Line);
    }

    [Theory]
    [InlineData("regression_tests_info:\n  - path: x.evtx\n")]
    [InlineData("[")]
    [InlineData("- a\n")]
    public void What_is_no_description_is_told(string text)
    {
        RegressionInfo info = Read(text);
        Assert.Empty(info.Cases);
        Assert.NotEmpty(info.Problems);
        Assert.NotEmpty(RegressionInfo.Read(Path.Combine(_folder, "none.yml")).Problems);
    }

    [Fact]
    public void A_rules_own_path_is_read_from_its_document()
    {
        string path = Path.Combine(_folder, "rules.yml");
        File.WriteAllText(
            path,
            Rule("a", "regression_tests_path: a/info.yml")
                + "\n---\n"
                + Rule("b", "")
                + "\n---\n"
                + Rule("c", "regression_tests_path: ../c/info.yml")
        );
        RuleSet rules = RuleSet.Load([path]);
        Assert.Equal(["a/info.yml", null, null], rules.Rules.Select(static r => RegressionInfo.PathOf(r)));
    }

    private static string Rule(string title, string more) =>
        $$"""
            title: {{title}}
            logsource: { product: windows, category: process_creation }
            detection: { selection: { Image: x }, condition: selection }
            level: low
            {{more}}
            """;

    private RegressionInfo Read(string text)
    {
        string path = Path.Combine(_folder, "info.yml");
        File.WriteAllText(path, text);
        return RegressionInfo.Read(path);
    }
}
