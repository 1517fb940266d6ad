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

    [Fact]
    public void Refuses_or_loads_every_unsupported_rule_with_a_reason()
    {
        RuleSet set = RuleSet.Load([Corpora.Require("sigma", "unsupported")]);
        output.WriteLine($"{set.Rules.Count} rules, {set.RefusedCount} refused");
        Assert.All(
            set.Problems.Where(problem => problem.Severity == ProblemSeverity.Error),
            problem =>
                Assert.True(
                    problem.Code
                        is ProblemCodes.LegacyAggregation
                            or ProblemCodes.LegacyCollection
                            or ProblemCodes.ConditionSyntax
                            or ProblemCodes.UnknownSearch
                            or ProblemCodes.NotARule
                            or ProblemCodes.Missing,
                    $"{problem}"
                )
        );
        Assert.Contains(set.Problems, problem => problem.Code == ProblemCodes.LegacyAggregation);
    }

    [Fact]
    public void Loads_the_specifications_own_documents()
    {
        RuleSet set = RuleSet.Load([Corpora.Require("sigma-specification", "tests", "schema")]);
        Assert.DoesNotContain(set.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal((2, 8, 2), (set.Rules.Count, set.Correlations.Count, set.Filters.Count));
    }

    [Fact]
    public void Loads_the_correlations_of_the_wild()
    {
        RuleSet set = RuleSet.Load([Corpora.Require("hayabusa-rules")]);
        foreach (SigmaProblem problem in set.Problems)
        {
            output.WriteLine($"{problem}");
        }

        Assert.Equal(3, set.Correlations.Count);
    }
}
