using System.Text.Json;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Testing;

namespace Cordon.Samples.Tests;

/// <summary>The rules that come with Cordon: sound, listed, and true to their cases.</summary>
public sealed class RulePackTests
{
    private static readonly PlainScan Scan = new(RuleSet.Load([Repository.At("rules")]));

    public static TheoryData<string> RulePaths => [.. Scan.Rules.Rules.Select(PathOf)];

    [Fact]
    public void Every_rule_loads_without_a_remark() => Assert.Empty(Scan.Rules.Problems);

    [Fact]
    public void Every_log_source_is_served() =>
        Assert.All(
            Scan.Rules.Rules,
            rule => Assert.Equal(LogSourceResolutionKind.Served, LogSourceMap.Default.Resolve(rule.LogSource).Kind)
        );

    [Fact]
    public void Identifiers_and_titles_are_used_once()
    {
        Assert.Distinct(Scan.Rules.Rules.Select(rule => rule.Id!), StringComparer.OrdinalIgnoreCase);
        Assert.Distinct(Scan.Rules.Rules.Select(rule => rule.Title), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_rule_says_what_it_needs_to()
    {
        foreach (var rule in Scan.Rules.Rules)
        {
            Assert.True(
                rule
                    is {
                        Id: not null,
                        Author: "Cordon",
                        Date: not null,
                        DeclaredLevel: not null,
                        Description.Length: > 150
                    }
                    && rule.Techniques.Count > 0
                    && rule.Tactics.Count > 0
                    && rule.FalsePositives.Count > 0,
                PathOf(rule)
            );
        }
    }

    [Fact]
    public void The_list_in_the_readme_is_that_of_the_files()
    {
        var rows = File.ReadAllLines(Repository.At("rules", "README.md"))
            .Where(line =>
                line.Contains("](", StringComparison.Ordinal) && line.StartsWith("| ", StringComparison.Ordinal)
            );
        var rules = Scan.Rules.Rules.Select(rule =>
            $"| {rule.Level.ToString().ToLowerInvariant()} | [{rule.Title}]({PathOf(rule)}) | {string.Join(", ", rule.Techniques)} | {SourceOf(rule.LogSource)} |"
        );
        Assert.Equal(rules.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RulePaths))]
    public void A_rule_fires_on_its_cases_and_not_on_those_beside_them(string rule)
    {
        var cases = File.ReadAllLines(Repository.At("rules", "cases.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(item => item.GetProperty("rule").GetString() == rule)
            .ToArray();
        Assert.Contains(cases, item => item.GetProperty("fires").GetBoolean());
        Assert.Contains(cases, item => !item.GetProperty("fires").GetBoolean());
        foreach (var item in cases)
        {
            var fired = Scan.Match(EventOf(item)).Select(PathOf);
            Assert.True(
                item.GetProperty("fires").GetBoolean() == fired.Contains(rule, StringComparer.Ordinal),
                item.GetRawText()
            );
        }
    }

    private static EventSnapshot EventOf(JsonElement item)
    {
        var origin = new EventOrigin
        {
            Source = "case",
            Product = "windows",
            Channel = item.GetProperty("channel").GetString()!,
            Provider = item.GetProperty("provider").GetString()!,
            Code = item.GetProperty("code").GetInt64(),
        };
        var fields = new List<SnapshotField>
        {
            SnapshotField.OfInteger("EventID", origin.Code.Value),
            SnapshotField.OfText("Channel", origin.Channel),
            SnapshotField.OfText("Provider_Name", origin.Provider),
        };
        foreach (var field in item.GetProperty("fields").EnumerateObject())
        {
            JsonElement[] values =
                field.Value.ValueKind == JsonValueKind.Array ? [.. field.Value.EnumerateArray()] : [field.Value];
            fields.AddRange(values.Select(value => SnapshotField.OfText(field.Name, value.GetString()!)));
        }

        return new EventSnapshot(Scan.Rules.Fields, origin, fields);
    }

    private static string PathOf(SigmaRule rule) =>
        Path.GetRelativePath(Repository.At("rules"), rule.Path).Replace('\\', '/');

    private static string SourceOf(LogSource source) =>
        string.Join(
            '/',
            ((string?[])[source.Product, source.Category, source.Service]).Where(part => !string.IsNullOrEmpty(part))
        );
}
