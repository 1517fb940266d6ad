using Cordon.Detection.Cases;
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
        EventCase[] cases =
        [
            .. File.ReadAllLines(Repository.At("rules", "cases.jsonl"))
                .Select(EventCase.Parse)
                .Where(item => item.Rule == rule),
        ];
        Assert.Contains(cases, static item => item.Fires);
        Assert.Contains(cases, static item => !item.Fires);
        for (int i = 0; i < cases.Length; i++)
        {
            var fired = Scan.Match(cases[i].ToEvent(Scan.Rules.Fields)).Select(PathOf);
            Assert.True(cases[i].Fires == fired.Contains(rule, StringComparer.Ordinal), $"case {i + 1} of {rule}");
        }
    }

    private static string PathOf(SigmaRule rule) =>
        Path.GetRelativePath(Repository.At("rules"), rule.Path).Replace('\\', '/');
}
