using Cordon.Events;
using Cordon.Sigma.Evaluation;

namespace Cordon.Sigma.Tests.Support;

/// <summary>Makes rules and events for tests in a line or two.</summary>
internal static class Sample
{
    /// <summary>The lines of <see cref="Rule"/> that stand before the detection.</summary>
    public const int DetectionLine = 6;

    /// <summary>A rule with this detection, whose lines are indented by four spaces here; it begins in line 6.</summary>
    public static string Rule(string detection, string extra = "") =>
        $"title: Sample\nlevel: low\nlogsource:\n    product: windows\ndetection:\n{Indent(detection)}\n{extra}";

    /// <summary>The only rule of a text, which must be free of errors.</summary>
    public static SigmaRule Load(string text, SigmaOptions? options = null)
    {
        RuleSet set = RuleSet.Parse(text, "sample.yml", options);
        Assert.True(set.Rules.Count == 1, string.Join('\n', set.Problems) + "\n" + text);
        return set.Rules[0];
    }

    /// <summary>Whether a rule with one search, <c>selection</c>, fires for an event with these fields.</summary>
    public static bool Fires(string selection, params (string Name, object? Value)[] fields) =>
        FiresDetection($"selection:\n{Indent(selection)}\ncondition: selection", fields);

    /// <summary>Whether a rule with this detection fires for an event with these fields.</summary>
    public static bool FiresDetection(string detection, params (string Name, object? Value)[] fields) =>
        Fires(Rule(detection), SigmaOptions.Default, fields);

    /// <summary>Whether a rule fires for an event with these fields.</summary>
    public static bool Fires(string rule, SigmaOptions options, params (string Name, object? Value)[] fields)
    {
        var table = new FieldTable();
        SigmaRule loaded = Load(rule, options with { Fields = table });
        return new SigmaInterpreter().Matches(loaded, Event(table, fields));
    }

    /// <summary>An event: text, long, bool, double, DateTime or null; a name that repeats is a field with several values.</summary>
    public static EventSnapshot Event(FieldTable table, params (string Name, object? Value)[] fields) =>
        new(table, new EventOrigin { Source = "sample" }, fields.Select(field => Field(field.Name, field.Value)));

    /// <summary>The problems of a text.</summary>
    public static IReadOnlyList<SigmaProblem> Problems(string text, SigmaOptions? options = null) =>
        RuleSet.Parse(text, "sample.yml", options).Problems;

    /// <summary>Checks that a text has exactly one problem, and where.</summary>
    public static SigmaProblem HasProblem(string text, ProblemSeverity severity, string code, int line, int column)
    {
        RuleSet set = RuleSet.Parse(text, "sample.yml");
        SigmaProblem problem = Assert.Single(set.Problems);
        Assert.Equal((severity, code, line, column), (problem.Severity, problem.Code, problem.Line, problem.Column));
        Assert.Equal(
            severity == ProblemSeverity.Warning,
            set.Rules.Count + set.Correlations.Count + set.Filters.Count == 1
        );
        return problem;
    }

    public static string Indent(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));

    private static SnapshotField Field(string name, object? value) =>
        value switch
        {
            null => SnapshotField.OfNull(name),
            string text => SnapshotField.OfText(name, text),
            int number => SnapshotField.OfInteger(name, number),
            long number => SnapshotField.OfInteger(name, number),
            bool boolean => SnapshotField.Of(name, FieldValue.FromBoolean(boolean)),
            double real => SnapshotField.Of(name, FieldValue.FromReal(real, $"{real}")),
            DateTime time => SnapshotField.Of(name, FieldValue.FromTime(time.Ticks, $"{time:O}")),
            _ => throw new ArgumentException($"no field of type {value.GetType()}", nameof(value)),
        };
}
