using Cordon.Detection.Rules;
using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Telemetry.Discovery;
using Cordon.Testing;

namespace Cordon.Telemetry.Tests;

/// <summary>Windows events in JSON give the findings that the same events give in Windows' own logs.</summary>
public sealed class JsonCorporaTests
{
    // The JSON beside this log was edited: it names another threat than the log does.
    private const string Edited = "a7c3e5f2-8b1d-4e9a-b6c2-3d7f5e8a9b4c";

    [Fact]
    public void Regression_data_in_JSON_fires_the_same_rules_as_the_logs_beside_it()
    {
        string folder = Corpora.Require("sigma", "regression_data");
        var fields = new FieldTable();
        RuleSet rules = RuleSet.Load(
            [
                .. new[] { "rules", "rules-emerging-threats", "rules-threat-hunting" }.Select(d =>
                    Corpora.Require("sigma", d)
                ),
            ],
            SigmaOptions.Default with
            {
                Fields = fields,
            }
        );
        RuleEngine engine = RuleEngine.Build(rules.Rules, LogSourceMap.Default, fields);
        int pairs = 0;
        List<string> different = [];
        foreach (
            string log in Directory
                .EnumerateFiles(folder, "*.evtx", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            string json = Path.ChangeExtension(log, ".json");
            if (!File.Exists(json) || json.Contains(Edited, StringComparison.Ordinal))
            {
                continue;
            }

            pairs++;
            string[] expected = Fired(log, engine, fields);
            string[] found = Fired(json, engine, fields);
            if (!expected.SequenceEqual(found, StringComparer.Ordinal))
            {
                different.Add(
                    $"{Path.GetFileName(log)}: missing {string.Join(", ", expected.Except(found))}; too many {string.Join(", ", found.Except(expected))}"
                );
            }
        }

        Assert.True(pairs > 90, $"{pairs} pairs");
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static string[] Fired(string path, RuleEngine engine, FieldTable fields)
    {
        var output = new Collected();
        Scan.Run(new LogReader(fields).Open(LogFinder.Find([path])), engine, new ScanOptions { Threads = 1 }, output);
        return [.. output.Fired.Order(StringComparer.Ordinal)];
    }

    private sealed class Collected : IScanOutput
    {
        public List<string> Fired { get; } = [];

        public void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings) =>
            Fired.AddRange(findings.Select(static f => $"{f.Event.RecordId} {f.Rule.Title}"));

        public void OnCorrelations(IReadOnlyList<Finding> findings) =>
            Fired.AddRange(findings.Select(static f => f.Rule.Title));
    }
}
