using Cordon.Cli.Terminal;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;

namespace Cordon.Cli.Rules.Testing;

/// <summary>Tells what became of cases.</summary>
internal static class TestReport
{
    /// <summary>Writes the outcomes and, as text, their counts; gives the exit code.</summary>
    public static int Write(IReadOnlyList<TestOutcome> outcomes, string format, string? only, TextWriter output)
    {
        foreach (TestOutcome outcome in outcomes)
        {
            if (format == "text")
            {
                WriteText(outcome, output);
            }
            else
            {
                output.WriteLine(Json(outcome));
            }
        }

        int failed = outcomes.Count(static o => o.Verdict == TestVerdict.Failed);
        int bad = outcomes.Count(static o => o.Verdict == TestVerdict.Bad);
        if (format == "text")
        {
            output.WriteLine();
            output.WriteLine(
                $"{Wording.Count(outcomes.Count - failed - bad)} passed, {Wording.Count(failed)} failed, {Wording.Count(bad)} can't be read"
            );
        }

        if (outcomes.Count == 0)
        {
            ErrorText.Write(
                only is null
                    ? "no case was found: no info.yml, no cases.jsonl, and no rule that names its regression_tests_path"
                    : $"no case tests a rule with the id '{only}'"
            );
        }

        return failed > 0 ? ExitCode.Failed
            : bad > 0 || outcomes.Count == 0 ? ExitCode.Usage
            : ExitCode.Done;
    }

    private static void WriteText(TestOutcome outcome, TextWriter output)
    {
        string verdict = outcome.Verdict switch
        {
            TestVerdict.Passed => "pass",
            TestVerdict.Failed => "FAIL",
            _ => "BAD ",
        };
        string counts =
            outcome.Verdict == TestVerdict.Bad
                ? ""
                : $"expected {Expected(outcome)}, found {(outcome.Found is { } found ? Wording.Count(found) : "-")}  ";
        string rule = outcome.Title.Length > 0 ? $"{outcome.Title} ({outcome.Rule})" : outcome.Rule;
        output.WriteLine(SafeText.OneLine($"{verdict}  {counts}{rule}  {outcome.Case}", 1_000));
        if (outcome.Message is { } message)
        {
            output.WriteLine("      " + SafeText.OneLine(message, 1_000));
        }

        if (outcome.Hint is { } hint)
        {
            output.WriteLine("      why: " + SafeText.OneLine(hint, 2_000));
        }
    }

    private static string Expected(TestOutcome outcome) =>
        outcome.Expected is { } count ? Wording.Count(count) : "at least 1";

    private static string Json(TestOutcome outcome) =>
        JsonLine.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString(
                "result",
                outcome.Verdict switch
                {
                    TestVerdict.Passed => "passed",
                    TestVerdict.Failed => "failed",
                    _ => "bad",
                }
            );
            json.WriteString("case", outcome.Case);
            json.WriteString("rule", outcome.Rule);
            json.WriteString("title", outcome.Title);
            json.WriteString("log", outcome.Log);
            WriteNumber("expected", outcome.Expected);
            WriteNumber("found", outcome.Found);
            json.WriteString("message", outcome.Message);
            json.WriteString("explain", outcome.Hint);
            json.WriteEndObject();

            void WriteNumber(string name, long? value)
            {
                json.WritePropertyName(name);
                if (value is { } number)
                {
                    json.WriteNumberValue(number);
                }
                else
                {
                    json.WriteNullValue();
                }
            }
        });
}
