using Cordon.Detection.Explaining;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;

namespace Cordon.Cli.Rules;

/// <summary>An explanation as an indented tree for people.</summary>
internal static class ExplanationText
{
    private const int TestLength = 160;
    private const int ValueLength = 200;
    private const int OthersShown = 4;

    /// <summary>Writes one explanation.</summary>
    /// <param name="explanation">What to write.</param>
    /// <param name="position">Where the record is in its file.</param>
    /// <param name="all">Whether to show also the tests of long lists that decide nothing.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RuleExplanation explanation, long position, bool all, TextWriter output)
    {
        SigmaRule rule = explanation.Rule;
        Line(output, 0, $"rule       {rule.Title} ({rule.Id ?? "no id"})");
        Line(output, 0, $"           {rule.Path}:{rule.Line}");
        Line(
            output,
            0,
            $"event      {explanation.Event.Source}: record {explanation.Event.RecordId} at {position}, {Wording.Short(explanation.Event.Time)}"
        );
        Line(
            output,
            0,
            $"           {explanation.Event.Channel}, event id {explanation.Event.Code}, {explanation.Event.Provider}"
        );
        Line(output, 0, $"condition  {rule.ConditionText.ReplaceLineEndings(" ")}");
        Line(output, 0, $"answer     {Answer(explanation)}");
        WriteRoutes(explanation, all, output);
        output.WriteLine();
    }

    private static string Answer(RuleExplanation explanation) =>
        explanation.Fires ? "the rule fires"
        : explanation.Routes.Count == 0 ? $"the rule can't fire: {explanation.Source.Reason}"
        : explanation.Routes.All(static r => r.Refusal is not null)
            ? "the rule does not fire: the event is not of its log source"
        : explanation.Routes.Any(static r => r.Condition?.Truth == Truth.Unknown)
            ? "the rule does not fire: the event can't say whether the condition holds"
        : "the rule does not fire: its condition does not hold";

    private static void WriteRoutes(RuleExplanation explanation, bool all, TextWriter output)
    {
        bool isTaken = explanation.Routes.Any(static r => r.Refusal is null);
        foreach (RouteResult route in explanation.Routes)
        {
            // Where the event came by one way, the others are no news.
            if (route.Refusal is not null)
            {
                if (!isTaken || all)
                {
                    Line(output, 0, $"log source {route.Target}: no, {route.Refusal}");
                }

                continue;
            }

            Line(
                output,
                0,
                $"log source {route.Target}: yes{(route.IsStandIn ? "; stands in for it, so a field that it lacks is unknown, not missing" : "")}"
            );
            output.WriteLine();
            Tree(route.Condition!, 0, all, output);
            WriteDeciding(route.Condition!, output);
        }
    }

    private static void Tree(TestResult node, int depth, bool all, TextWriter output)
    {
        Line(output, depth, $"{Mark(node)} {Word(node)}{ValuesOf(node)}");
        int left = 0;
        int shown = 0;
        foreach (TestResult part in node.Parts)
        {
            // A list of two hundred words of which none is there is told by its first few.
            if (!all && part.Kind == TestKind.Test && node.Kind == TestKind.Or && part.Truth == Truth.False)
            {
                if (shown >= OthersShown)
                {
                    left++;
                    continue;
                }

                shown++;
            }

            Tree(part, depth + 1, all, output);
        }

        if (left > 0)
        {
            Line(output, depth + 1, $"… and {Wording.Count(left)} more that do not hold (--all shows them)");
        }
    }

    private static void WriteDeciding(TestResult root, TextWriter output)
    {
        List<TestResult> deciding = [];
        Collect(root, deciding);
        output.WriteLine();
        output.WriteLine(
            root.Truth switch
            {
                Truth.True => "what matched",
                Truth.Unknown => "what is unknown",
                _ => "what decides",
            }
        );
        foreach (TestResult test in deciding.DistinctBy(static t => t.Text, StringComparer.Ordinal).Take(20))
        {
            Line(
                output,
                1,
                $"{SafeText.OneLine(test.Text, TestLength)}: {Word(test.Truth)}{(test.Truth == Truth.Unknown ? ", because the log that stands in does not carry the field" : "")}"
            );
        }

        if (deciding.Count > 20)
        {
            Line(output, 1, $"… and {Wording.Count(deciding.Count - 20)} more");
        }
    }

    private static void Collect(TestResult node, List<TestResult> deciding)
    {
        if (node.Kind == TestKind.Test && node.Decides)
        {
            deciding.Add(node);
        }

        foreach (TestResult part in node.Parts)
        {
            Collect(part, deciding);
        }
    }

    private static string Mark(TestResult node) =>
        $"{(node.Decides ? ">" : " ")} {(node.Truth switch { Truth.True => "yes", Truth.False => "no ", _ => "?  " })}";

    private static string Word(TestResult node) =>
        node.Kind switch
        {
            TestKind.And => "all of",
            TestKind.Or => "one of",
            TestKind.Not => "not",
            _ => SafeText.OneLine(node.Text, TestLength),
        };

    private static string Word(Truth truth) =>
        truth switch
        {
            Truth.True => "holds",
            Truth.False => "does not hold",
            _ => "unknown",
        };

    private static string ValuesOf(TestResult node)
    {
        if (node.Values is not { } values)
        {
            return "";
        }

        if (node.ValueCount == 0)
        {
            return node.Truth == Truth.Unknown ? "   [unknown to this log]" : "   [missing]";
        }

        string shown = string.Join(
            ", ",
            values.Select(static v => v is null ? "null" : $"'{SafeText.OneLine(v, ValueLength)}'")
        );
        return $"   [{shown}{(node.ValueCount > values.Count ? $", … {node.ValueCount} values" : "")}]";
    }

    private static void Line(TextWriter output, int depth, string text) =>
        output.WriteLine(new string(' ', depth * 2) + SafeText.OneLine(text, 1_200));
}
