using System.Text.Json;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Testing;

namespace Cordon.SampleTests;

/// <summary>rules/cases.jsonl: made-up events on which a rule has to fire, and near ones on which it must not.</summary>
public sealed class RuleCaseTests
{
    private static readonly PlainScan Scan = new(RuleSet.Load([Repository.At("rules")]));

    public static TheoryData<string> RulePaths => [.. Scan.Rules.Rules.Select(PathOf)];

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
}
