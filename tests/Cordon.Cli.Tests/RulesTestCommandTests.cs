using System.Text.Json;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

/// <summary>A collection in SigmaHQ's layout, made in a folder of its own from a sample log.</summary>
public sealed class RulesTestCommandTests : IDisposable
{
    private const string Id = "5d0a6ff0-6a0f-4f8e-9f58-2f3c6c1f9a01";
    private const string OtherId = "5d0a6ff0-6a0f-4f8e-9f58-2f3c6c1f9a02";
    private readonly string _root = Directory.CreateTempSubdirectory("cordon rules-test-").FullName;
    private readonly long _lookups;

    public RulesTestCommandTests()
    {
        string log = Repository.At("samples", "ws-assay07", "Microsoft-Windows-Sysmon%4Operational.evtx");
        Write("rules/a.yml", Rule(Id, 22, "regression_data/rules/a/info.yml"));
        Write("regression_data/rules/a/keep", "");
        File.Copy(log, Path.Combine(_root, "regression_data", "rules", "a", Id + ".evtx"));
        _lookups = CordonCommand
            .Run("evtx", "dump", log)
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Count(static line =>
                JsonDocument
                    .Parse(line)
                    .RootElement.GetProperty("Event")
                    .GetProperty("System")
                    .GetProperty("EventID")
                    .ToString() == "22"
            );
        Assert.True(_lookups > 1);
        Info("a", Id, $"{_lookups}");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_rule_that_fires_as_often_as_stated_passes_however_the_case_is_named()
    {
        foreach (
            string path in (string[])["", "rules", "rules/a.yml", "regression_data", "regression_data/rules/a/info.yml"]
        )
        {
            Outcome outcome = CordonCommand.Run("rules", "test", Path.Combine(_root, path));
            Assert.Equal("", outcome.Errors);
            Assert.Equal(0, outcome.Code);
            Assert.Contains($"expected {_lookups}, found {_lookups}", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("1 passed, 0 failed", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void More_or_fewer_than_stated_fails_and_the_hint_explains_it(int off)
    {
        Info("a", Id, $"{_lookups + off}");
        Outcome outcome = CordonCommand.Run("rules", "test", _root, "--format", "jsonl");
        Assert.Equal(1, outcome.Code);
        JsonElement line = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal("failed", line.GetProperty("result").GetString());
        Assert.Equal(_lookups, line.GetProperty("found").GetInt64());

        string[] hint = line.GetProperty("explain").GetString()!.Split('\'');
        Outcome explained = CordonCommand.Run("rules", "explain", hint[1], "--event", hint[3]);
        Assert.Equal(0, explained.Code);
        Assert.Contains(off > 0 ? "does not fire" : "the rule fires", explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_count_one_is_enough()
    {
        Info("a", Id, null);
        Assert.Equal(0, CordonCommand.Run("rules", "test", _root).Code);
    }

    [Fact]
    public void What_is_wrong_with_one_case_costs_no_other()
    {
        Write("rules/b.yml", Rule(OtherId, 22, "regression_data/rules/nowhere/info.yml"));
        Write("regression_data/broken/info.yml", "rule_metadata: [\n");
        Write("regression_data/upwards/info.yml", InfoText(Id, "../../../etc/passwd", "1"));
        Write("regression_data/count/info.yml", InfoText(Id, "x.evtx", "many"));
        Write("regression_data/nolog/info.yml", InfoText(Id, "regression_data/none.evtx", "1"));
        Write("regression_data/norule/info.yml", InfoText("no-such-rule", $"regression_data/rules/a/{Id}.evtx", "1"));
        Outcome outcome = CordonCommand.Run("rules", "test", _root);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("1 passed, 2 failed, 4 can't be read", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_that_cannot_be_read_end_with_2_if_none_fails()
    {
        Write("regression_data/broken/info.yml", "rule_metadata: [\n");
        Outcome outcome = CordonCommand.Run("rules", "test", _root);
        Assert.Equal(2, outcome.Code);
        Assert.Contains("1 passed, 0 failed, 1 can't be read", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_rule_can_be_chosen()
    {
        Write("regression_data/norule/info.yml", InfoText(OtherId, "x.evtx", "1"));
        Assert.Equal(0, CordonCommand.Run("rules", "test", _root, "--only", Id).Code);
        Assert.Equal(1, CordonCommand.Run("rules", "test", _root, "--only", OtherId).Code);
        Assert.Equal(2, CordonCommand.Run("rules", "test", _root, "--only", "neither").Code);
    }

    [Fact]
    public void Made_up_events_are_run_line_by_line()
    {
        string[] lines =
        [
            """{"rule":"rules/a.yml","fires":true,"channel":"Microsoft-Windows-Sysmon/Operational","provider":"Microsoft-Windows-Sysmon","code":22,"fields":{"QueryName":["a","b"]}}""",
            $$"""{"rule":"{{Id}}","fires":false,"channel":"Security","provider":"Microsoft-Windows-Security-Auditing","code":22}""",
        ];
        Write("cases.jsonl", string.Join('\n', lines));
        string cases = Path.Combine(_root, "cases.jsonl");
        Assert.Contains(
            "2 passed, 0 failed",
            CordonCommand.Run("rules", "test", cases).Output,
            StringComparison.Ordinal
        );
        Write(
            "cases.jsonl",
            string.Join('\n', [lines[0].Replace("true", "false", StringComparison.Ordinal), "{", lines[1]])
        );
        Outcome outcome = CordonCommand.Run("rules", "test", cases);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("1 passed, 1 failed, 1 can't be read", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("cases.jsonl:2", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_rules_pass_their_cases() =>
        Assert.Equal(0, CordonCommand.Run("rules", "test", Repository.At("rules")).Code);

    private static string Rule(string id, int code, string tests) =>
        $"""
            title: Lookups
            id: {id}
            level: low
            logsource:
              product: windows
              service: sysmon
            detection:
              selection:
                EventID: {code}
              condition: selection
            regression_tests_path: {tests}
            """;

    private void Info(string folder, string id, string? count) =>
        Write(
            $"regression_data/rules/{folder}/info.yml",
            InfoText(id, $"regression_data/rules/{folder}/{id}.evtx", count)
        );

    private static string InfoText(string id, string path, string? count) =>
        $"""
            rule_metadata:
              - id: {id}
                title: Lookups
            regression_tests_info:
              - name: Positive
                type: evtx
                {(count is null ? "# no count" : $"match_count: {count}")}
                path: {path}
            """;

    private void Write(string name, string text)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
