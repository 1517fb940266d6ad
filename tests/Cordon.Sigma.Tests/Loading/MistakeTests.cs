using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Loading;

/// <summary>What authors get wrong: each has its code, its place, and either costs the rule or does not.</summary>
public sealed class MistakeTests
{
    private const ProblemSeverity Error = ProblemSeverity.Error;
    private const ProblemSeverity Warning = ProblemSeverity.Warning;

    [Theory]
    [InlineData("A|contains|all: x", Warning, ProblemCodes.AllOnSingleValue, 7, 9)]
    [InlineData("A: [x, null]", Error, ProblemCodes.NullInList, 7, 16)]
    [InlineData("A|contains: null", Error, ProblemCodes.ModifierValue, 7, 21)]
    [InlineData("A|contains:", Error, ProblemCodes.ModifierValue, 7, 20)]
    [InlineData("A|re|contains: x", Warning, ProblemCodes.ModifierUseless, 7, 9)]
    [InlineData("A|re|windash: x", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("A|re|cidr: x", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("A|re|i|cased: x", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("A|i: x", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("A|gt|lt: 5", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("A|gt|contains: 5", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("A|startswith|endswith: x", Warning, ProblemCodes.ModifierUseless, 7, 9)]
    [InlineData("A|base64offset: hello", Warning, ProblemCodes.ModifierUseless, 7, 9)]
    [InlineData("A|base64offset|contains: h", Error, ProblemCodes.ModifierValue, 7, 34)]
    [InlineData("A|base64: 'he*o'", Error, ProblemCodes.ModifierValue, 7, 19)]
    [InlineData("A|gt: many", Error, ProblemCodes.ModifierValue, 7, 15)]
    [InlineData("A|gt: '5'", Warning, ProblemCodes.ModifierValue, 7, 15)]
    [InlineData("A|hour: 24", Warning, ProblemCodes.ModifierValue, 7, 17)]
    [InlineData("A|exists: maybe", Error, ProblemCodes.ModifierValue, 7, 19)]
    [InlineData("A|fieldref: ''", Error, ProblemCodes.ModifierValue, 7, 21)]
    [InlineData("A|re: 'a(b'", Error, ProblemCodes.Regex, 7, 15)]
    [InlineData("A|re: '[[:alpha:]]'", Error, ProblemCodes.Regex, 7, 15)]
    [InlineData("A|re: '(?P<n>a)'", Error, ProblemCodes.Regex, 7, 15)]
    [InlineData("A|re: '((a{100}){100}){100}'", Error, ProblemCodes.Regex, 7, 15)]
    [InlineData("A|cidr: 10.0.0.0/33", Error, ProblemCodes.Cidr, 7, 17)]
    [InlineData("A|cidr: 10.0.0/8", Error, ProblemCodes.Cidr, 7, 17)]
    [InlineData("A|cidr: 10.1.2.3/8", Warning, ProblemCodes.Cidr, 7, 17)]
    [InlineData("A|cidr: 10.0.0.0/-1", Error, ProblemCodes.Cidr, 7, 17)]
    [InlineData("A|Contains: x", Error, ProblemCodes.UnknownModifier, 7, 11)]
    [InlineData("A|contains|frobnicate: x", Error, ProblemCodes.UnknownModifier, 7, 20)]
    [InlineData("A|: x", Error, ProblemCodes.UnknownModifier, 7, 11)]
    [InlineData("A|re|ignorecase: x", Warning, ProblemCodes.LegacyModifier, 7, 14)]
    [InlineData("A: []", Error, ProblemCodes.EmptySearch, 7, 12)]
    [InlineData("A: {B: 1}", Error, ProblemCodes.Nesting, 7, 12)]
    [InlineData("A: [[x]]", Error, ProblemCodes.Nesting, 7, 13)]
    [InlineData("A|contains: ''", Warning, ProblemCodes.ModifierUseless, 7, 21)]
    [InlineData("'|gt': 5", Error, ProblemCodes.ModifierConflict, 7, 9)]
    [InlineData("'|all': [a, null]", Error, ProblemCodes.NullInList, 7, 21)]
    public void In_a_search(string selection, ProblemSeverity severity, string code, int line, int column) =>
        Sample.HasProblem(
            Sample.Rule($"selection:\n    {selection}\ncondition: selection"),
            severity,
            code,
            line,
            column
        );

    [Theory]
    [InlineData("selection: {}\ncondition: selection", Error, ProblemCodes.EmptySearch, 6, 16)]
    [InlineData("selection: []\ncondition: selection", Error, ProblemCodes.EmptySearch, 6, 16)]
    [InlineData("selection:\ncondition: selection", Error, ProblemCodes.EmptySearch, 6, 5)]
    [InlineData("selection: [[a]]\ncondition: selection", Warning, ProblemCodes.Nesting, 6, 17)]
    [InlineData("selection:\n    A: 1", Error, ProblemCodes.Missing, 6, 5)]
    [InlineData("selection:\n    A: 1\ncondition:", Error, ProblemCodes.WrongType, 8, 15)]
    [InlineData("selection:\n    A: 1\ncondition: {}", Error, ProblemCodes.WrongType, 8, 16)]
    [InlineData(
        "selection:\n    A: 1\nother:\n    B: 1\ncondition: selection",
        Warning,
        ProblemCodes.UnusedSearch,
        8,
        5
    )]
    [InlineData("selection:\n    A: 1\ncondition: selecton", Error, ProblemCodes.UnknownSearch, 8, 16)]
    [InlineData(
        "selection:\n    A: 1\ntimeframe: 5m\ncondition: selection",
        Warning,
        ProblemCodes.LegacyAggregation,
        8,
        5
    )]
    [InlineData(
        "selection:\n    A: 1\ncondition: selection and not 1 of sel*",
        Warning,
        ProblemCodes.NeverHolds,
        8,
        16
    )]
    [InlineData("a:\n    A: 1\nb:\n    B: 1\ncondition: a and b and not a", Warning, ProblemCodes.NeverHolds, 10, 16)]
    public void In_a_detection(string detection, ProblemSeverity severity, string code, int line, int column)
    {
        string rule = Sample.Rule(detection);
        if (code == ProblemCodes.UnknownSearch)
        {
            Assert.Contains(
                Sample.Problems(rule),
                problem => problem.Code == code && (problem.Line, problem.Column) == (line, column)
            );
            Assert.Contains("Did you mean 'selection'", Sample.Problems(rule)[0].Message, StringComparison.Ordinal);
            return;
        }

        Sample.HasProblem(rule, severity, code, line, column);
    }

    [Theory]
    [InlineData("date: 2024-13-01", ProblemCodes.Date, 7)]
    [InlineData("date: 2024/12/01", ProblemCodes.Date, 7)]
    [InlineData("modified: soon", ProblemCodes.Date, 11)]
    [InlineData("status: done", ProblemCodes.UnknownValue, 9)]
    [InlineData("id: 4711", ProblemCodes.IdNotUuid, 5)]
    [InlineData("taxonomy: ecs", ProblemCodes.Taxonomy, 11)]
    [InlineData("tags: [attack]", ProblemCodes.UnknownValue, 7)]
    [InlineData("tags: attack.t1110", ProblemCodes.WrongType, 7)]
    [InlineData("related: [{id: x}]", ProblemCodes.WrongType, 11)]
    [InlineData("related: [{id: x, type: cousin}]", ProblemCodes.UnknownValue, 25)]
    public void In_what_surrounds_the_detection_costs_no_rule(string line, string code, int column) =>
        Sample.HasProblem(
            Sample.Rule("selection:\n    A: 1\ncondition: selection", line),
            ProblemSeverity.Warning,
            code,
            9,
            column
        );

    [Fact]
    public void A_missing_part_is_named()
    {
        const string Detection = "detection:\n  s:\n    A: 1\n  condition: s\n";
        const string LogSource = "logsource:\n  product: windows\n";
        Sample.HasProblem(LogSource + Detection + "level: low", Error, ProblemCodes.Missing, 1, 1);
        Sample.HasProblem("title: T\nlevel: low\n" + Detection, Error, ProblemCodes.Missing, 1, 1);
        Sample.HasProblem("title: T\nlevel: low\n" + LogSource, Error, ProblemCodes.Missing, 1, 1);
        Sample.HasProblem(
            "title: T\nlevel: low\n" + Detection + "logsource: {definition: x}",
            Error,
            ProblemCodes.LogSource,
            7,
            12
        );
        Sample.HasProblem("title: T\nlevel: low\nlogsource: x\n" + Detection, Error, ProblemCodes.WrongType, 3, 12);
        Sample.HasProblem("title: T\nlevel: low\ndetection: x\n" + LogSource, Error, ProblemCodes.WrongType, 3, 12);
        Sample.HasProblem("name: something else\nvalue: 1", Error, ProblemCodes.NotARule, 1, 1);
        Sample.HasProblem("- a\n- b", Error, ProblemCodes.NotARule, 1, 1);
        Sample.HasProblem("action: global\ntitle: x", Error, ProblemCodes.LegacyCollection, 1, 1);
    }

    [Fact]
    public void A_rule_without_a_level_counts_as_medium()
    {
        const string Text = "title: T\nlogsource:\n  service: sshd\ndetection:\n  s:\n    A: 1\n  condition: s\n";
        Sample.HasProblem(Text, Warning, ProblemCodes.Missing, 1, 1);
        SigmaRule rule = Sample.Load(Text);
        Assert.Equal((Cordon.Events.Level.Medium, null), (rule.Level, rule.DeclaredLevel));
        SigmaRule odd = Sample.Load(Text + "level: severe\n");
        Assert.Equal((Cordon.Events.Level.Medium, null), (odd.Level, odd.DeclaredLevel));
        Sample.HasProblem(Text + "level: severe\n", Warning, ProblemCodes.UnknownValue, 8, 8);
    }

    [Fact]
    public void Stops_reporting_where_a_document_has_too_many_problems()
    {
        string keys = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"    A{i}|bad: x"));
        IReadOnlyList<SigmaProblem> problems = Sample.Problems(
            Sample.Rule($"selection:\n{keys}\ncondition: selection")
        );
        Assert.Equal(51, problems.Count);
        Assert.Equal(ProblemCodes.MoreProblems, problems[^1].Code);
    }
}
