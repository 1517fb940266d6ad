using System.Text.Json;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

public sealed class RulesCoverageCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-coverage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_layer_scores_each_technique_by_its_rules()
    {
        Dictionary<string, int> expected = CordonCommand
            .Run("rules", "list", "--format", "jsonl")
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(static line =>
                JsonDocument
                    .Parse(line)
                    .RootElement.GetProperty("techniques")
                    .EnumerateArray()
                    .Select(static t => t.GetString()!)
            )
            .GroupBy(static t => t, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        JsonElement layer = Layer("--platform", "Windows");
        Assert.Equal("4.5", layer.GetProperty("versions").GetProperty("layer").GetString());
        Assert.Equal("enterprise-attack", layer.GetProperty("domain").GetString());
        Assert.Equal("Windows", layer.GetProperty("filters").GetProperty("platforms")[0].GetString());
        Assert.Equal(expected, Scores(layer));
        JsonElement gradient = layer.GetProperty("gradient");
        Assert.True(gradient.GetProperty("colors").GetArrayLength() >= 2);
        Assert.Equal(expected.Values.Max(), gradient.GetProperty("maxValue").GetInt32());
        Assert.All(
            layer.GetProperty("techniques").EnumerateArray(),
            static t => Assert.NotEmpty(t.GetProperty("comment").GetString()!)
        );
    }

    [Fact]
    public void Findings_of_a_scan_take_the_place_of_rules()
    {
        CordonCommand.Run("scan", Repository.At("samples"), "--out", _folder);
        string findings = Path.Combine(_folder, "findings.jsonl");
        Dictionary<string, int> expected = File.ReadLines(findings)
            .SelectMany(static line =>
                JsonDocument
                    .Parse(line)
                    .RootElement.GetProperty("techniques")
                    .EnumerateArray()
                    .Select(static t => t.GetString()!)
            )
            .GroupBy(static t => t, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        Dictionary<string, int> scores = Scores(Layer("--findings", findings));
        Assert.Equal(expected, scores.Where(static s => s.Value > 0).ToDictionary());
        Assert.Contains(0, scores.Values);
    }

    [Fact]
    public void Odd_and_old_tags_are_told()
    {
        string rule = Path.Combine(_folder, "rule.yml");
        File.WriteAllText(
            rule,
            """
            title: Odd
            id: 1c1f3a52-0d4b-4a43-9a52-6e6a2f8b7c10
            level: low
            tags: [attack.t1086, attack.defense_evasion, attack.t10599, attack.exectuion, attack.execution, attack.g0016, attack.t1059.001, cve.2021-1]
            logsource: { product: windows, category: process_creation }
            detection: { selection: { CommandLine: x }, condition: selection }
            """
        );
        Outcome outcome = CordonCommand.Run("rules", "coverage", "--rules", rule);
        Assert.Equal(0, outcome.Code);
        string[] odd =
        [
            .. outcome
                .Output.Split('\n')
                .Where(static l => l.StartsWith("    attack.", StringComparison.Ordinal))
                .Select(static l => l.Trim().Split(':')[0]),
        ];
        Assert.Equal(["attack.defense_evasion", "attack.exectuion", "attack.t10599", "attack.t1086"], odd);
        Assert.Contains("now T1059.001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_than_findings_is_refused_with_its_line()
    {
        string path = Path.Combine(_folder, "x.jsonl");
        File.WriteAllText(path, """{"techniques":[]}""" + "\n{}\n");
        Outcome outcome = CordonCommand.Run("rules", "coverage", "--findings", path);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("x.jsonl:2", outcome.Errors, StringComparison.Ordinal);
    }

    private JsonElement Layer(params string[] more)
    {
        string path = Path.Combine(_folder, "layer.json");
        Outcome outcome = CordonCommand.Run(["rules", "coverage", "--out", path, .. more]);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(0, outcome.Code);
        Assert.Equal(File.ReadAllText(path), CordonCommand.Run(["rules", "coverage", "--out", "-", .. more]).Output);
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }

    private static Dictionary<string, int> Scores(JsonElement layer) =>
        layer
            .GetProperty("techniques")
            .EnumerateArray()
            .ToDictionary(
                static t => t.GetProperty("techniqueID").GetString()!,
                static t => t.GetProperty("score").GetInt32(),
                StringComparer.Ordinal
            );
}
