using System.CommandLine;
using Cordon.Cli.Terminal;
using Cordon.Simulation.Evaluation;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon evaluate</c>: holds an answer against the truth of a simulation.</summary>
internal static class EvaluateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var truth = new Option<string>("--truth")
        {
            Description = "What happened: truth.json of 'cordon simulate'.",
            HelpName = "FILE",
            Required = true,
        };
        var incidents = new Option<string>("--incidents")
        {
            Description = "What was said of it: incidents.json of 'cordon scan --out DIR'.",
            HelpName = "FILE",
            Required = true,
        };
        Option<string> format = Values.FormatOption(
            "text: tables to read; json: the same figures for programs.",
            "text",
            "json"
        );
        var command = new Command(
            "evaluate",
            "Measure incidents against the truth: found and missed attempts, false incidents, outcomes right and wrong, how far probabilities can be trusted."
        )
        {
            truth,
            incidents,
            format,
        };
        command.SetAction(
            (call, _) =>
                Task.FromResult(
                    Run(call.GetRequiredValue(truth), call.GetRequiredValue(incidents), call.GetRequiredValue(format))
                )
        );
        Examples.Of(
            command,
            ("cordon evaluate --truth sector/truth.json --incidents answer/incidents.json", "figures to read"),
            (
                "cordon evaluate --truth sector/truth.json --incidents answer/incidents.json --format json | jq .incidents.recall",
                "one figure"
            )
        );
        return command;
    }

    private static int Run(string truth, string incidents, string format)
    {
        try
        {
            EvaluationReport report = Evaluator.Run(truth, incidents);
            if (format == "json")
            {
                using Stream output = StandardOutput.Open();
                report.WriteJson(output);
            }
            else
            {
                report.WriteText(Console.Out);
            }

            return ExitCode.Done;
        }
        catch (EvaluationException fault)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
    }
}
