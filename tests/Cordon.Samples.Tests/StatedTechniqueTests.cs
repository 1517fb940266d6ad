using System.Text.RegularExpressions;
using Cordon.Bench;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;
using Cordon.Testing;

namespace Cordon.SampleTests;

/// <summary>Holds what rules find in public logs of attacks, written as JSON, to the technique that the maker of each log states.</summary>
public sealed partial class StatedTechniqueTests
{
    private const double WantedShare = 0.8;

    private static readonly string[] Collections =
    [
        "rules",
        "rules-compliance",
        "rules-emerging-threats",
        "rules-placeholder",
        "rules-threat-hunting",
    ];

    /// <summary>What ATT&amp;CK has given new numbers since the logs were described; rules say the new ones.</summary>
    private static readonly (string Old, string New)[] Renumbered =
    [
        ("T1562.002", "T1685.001"),
        ("T1562.004", "T1686"),
    ];

    [Theory]
    [InlineData("T1003", "T1003", true)]
    [InlineData("T1003.001", "T1003", true)]
    [InlineData("T1003", "T1003.001", true)]
    [InlineData("T1003.001", "T1003.002", false)]
    [InlineData("T1003", "T1059", false)]
    public void A_technique_agrees_with_itself_its_parent_and_its_parts(string found, string stated, bool agrees) =>
        Assert.Equal(agrees, Agrees(found, stated));

    [Fact]
    public void Rules_find_the_stated_technique_in_most_attack_logs()
    {
        string atomic = Corpora.Require("logs", "security-datasets", "datasets", "atomic");
        Rules rules = Rules.Load([.. Collections.Select(c => Corpora.Require("sigma", c))]);
        CompiledEvaluator evaluator = rules.Compile().CreateEvaluator();
        (string Set, bool Agrees)[] sets =
        [
            .. StatedSets(atomic)
                .Select(set =>
                    (set.Name, TechniquesIn(set.Path, rules, evaluator).Any(f => set.Stated.Any(s => Agrees(f, s))))
                ),
        ];
        Assert.NotEmpty(sets);
        double share = (double)sets.Count(s => s.Agrees) / sets.Length;
        Assert.True(
            share >= WantedShare,
            $"{share:P0} of {sets.Length} sets agree; not: {string.Join(", ", sets.Where(s => !s.Agrees).Select(s => s.Set))}"
        );
    }

    private static bool Agrees(string found, string stated) =>
        found == stated
        || found.StartsWith(stated + ".", StringComparison.Ordinal)
        || stated.StartsWith(found + ".", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Path, string[] Stated)> StatedSets(string atomic)
    {
        foreach (
            string description in Directory
                .EnumerateFiles(Path.Combine(atomic, "_metadata"), "SDWIN-*.yaml")
                .Order(StringComparer.Ordinal)
        )
        {
            string text = File.ReadAllText(description);
            string[] stated =
            [
                .. Mapping()
                    .Matches(text)
                    .Select(m => m.Groups[1].Value + (m.Groups[2].Success ? "." + m.Groups[2].Value : "")),
            ];
            stated = [.. stated, .. Renumbered.Where(r => stated.Contains(r.Old)).Select(r => r.New)];
            foreach (Match link in Link().Matches(text))
            {
                string path = Path.Combine([atomic, .. link.Groups[1].Value.Split('/')]);
                if (File.Exists(path))
                {
                    yield return (Path.GetFileName(path), path, stated);
                }
            }
        }
    }

    private static HashSet<string> TechniquesIn(string path, Rules rules, CompiledEvaluator evaluator)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        List<int> held = [];
        long records = 0;
        foreach (EventPart part in new LogReader(rules.Fields).Open(LogFinder.Find([path])))
        {
            records += part.Read(e =>
            {
                evaluator.Evaluate(e, held);
                found.UnionWith(held.SelectMany(rule => rules.All[rule].Techniques));
            }).Records;
        }

        Assert.True(records > 0, $"nothing was read of {path}");
        return found;
    }

    [GeneratedRegex("""technique:\s*"?(T\d{4})"?(?:[ \r]*\n\s*sub-technique:\s*"?(\d{3})"?)?""")]
    private static partial Regex Mapping();

    [GeneratedRegex("""link:\s*\S*/datasets/atomic/(\S+)""")]
    private static partial Regex Link();
}
