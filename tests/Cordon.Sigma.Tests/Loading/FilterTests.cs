using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Loading;

public sealed class FilterTests
{
    private const string Start = "title: F\nlogsource:\n  product: windows\nfilter:\n";

    [Fact]
    public void Reads_a_filter_apart_from_the_rules()
    {
        var table = new FieldTable();
        RuleSet set = RuleSet.Parse(
            Start
                + "  rules: any\n  known:\n    User|startswith: svc\n  machines: [build]\n  condition: not 1 of them\n",
            "filter.yml",
            new SigmaOptions { Fields = table }
        );
        Assert.Empty(set.Problems);
        SigmaFilter filter = Assert.Single(set.Filters);
        Assert.True(filter.IsForAnyRule);
        Assert.Equal(new LogSource("windows", null, null), filter.LogSource);
        Assert.Equal(["known", "machines"], filter.Searches.Select(search => search.Name));
        Assert.Equal(["User"], filter.Fields);
        var interpreter = new SigmaInterpreter();
        Assert.Equal(Truth.True, interpreter.Evaluate(filter.Condition, Sample.Event(table, ("User", "joe"))));
        Assert.Equal(Truth.False, interpreter.Evaluate(filter.Condition, Sample.Event(table, ("User", "svc1"))));
    }

    [Fact]
    public void Warns_of_a_filter_that_keeps_what_it_names() =>
        Sample.HasProblem(
            Start + "  rules: any\n  selection:\n    A: 1\n  condition: selection\n",
            ProblemSeverity.Warning,
            ProblemCodes.Filter,
            8,
            14
        );

    [Theory]
    [InlineData("  selection:\n    A: 1\n  condition: not selection\n", ProblemCodes.Filter, 5, 3)]
    [InlineData("  rules: []\n  selection:\n    A: 1\n  condition: not selection\n", ProblemCodes.Filter, 5, 10)]
    [InlineData("  rules: any\n  selection:\n    A: 1\n", ProblemCodes.Missing, 5, 3)]
    [InlineData(
        "  rules: any\n  selection:\n    A|bad: 1\n  condition: not selection\n",
        ProblemCodes.UnknownModifier,
        7,
        7
    )]
    [InlineData("  rules: any\n  selection:\n    A: 1\n  condition: not other\n", ProblemCodes.UnknownSearch, 8, 18)]
    [InlineData("  - x\n", ProblemCodes.Filter, 5, 3)]
    public void Refuses_what_the_schema_does_not_have(string filter, string code, int line, int column)
    {
        RuleSet set = RuleSet.Parse(Start + filter);
        SigmaProblem problem = set.Problems.First(found => found.Severity == ProblemSeverity.Error);
        Assert.Equal((code, line, column), (problem.Code, problem.Line, problem.Column));
        Assert.Empty(set.Filters);
    }
}
