using System.Diagnostics;
using Cordon.Testing;

namespace Cordon.Sigma.Tests;

public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Loads_every_public_rule_but_those_with_placeholders()
    {
        string sigma = Corpora.Require("sigma");
        string[] folders = Directory.GetDirectories(sigma, "rules*").Order(StringComparer.Ordinal).ToArray();
        var watch = Stopwatch.StartNew();
        RuleSet set = RuleSet.Load(folders);
        watch.Stop();
        output.WriteLine(
            $"{set.FileCount} files, {set.DocumentCount} documents, {set.Rules.Count} rules, {set.RefusedCount} refused, {set.Problems.Count} problems, {watch.ElapsedMilliseconds} ms"
        );
        foreach (
            IGrouping<string, SigmaProblem> group in set.Problems.GroupBy(
                problem => $"{problem.Severity} {problem.Code}",
                StringComparer.Ordinal
            )
        )
        {
            output.WriteLine($"{group.Count()} × {group.Key}: {group.First()}");
        }

        Assert.True(set.DocumentCount >= 3780);
        Assert.All(
            set.Problems.Where(problem => problem.Severity == ProblemSeverity.Error),
            problem => Assert.Equal(ProblemCodes.Placeholder, problem.Code)
        );
        Assert.Equal(set.DocumentCount, set.Rules.Count + set.RefusedCount);
        Assert.InRange(set.RefusedCount, 1, 30);
    }
}
