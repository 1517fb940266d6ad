using System.CommandLine;
using Cordon.Cli.Rules;
using Cordon.Cli.Scanning;
using Cordon.Events;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon scan PATH…</c>: reads logs, runs rules, says what was found and what could not be seen.</summary>
internal static class ScanCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Logs, or folders that hold them; what a file is, is told by its content.",
            Arity = ArgumentArity.OneOrMore,
        };
        var rules = new Option<string[]>("--rules", "-r")
        {
            Description =
                "A Sigma rule file, or a folder of them; may be given several times. Default: the built-in rules and those of 'cordon rules update'.",
            HelpName = "PATH",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out", "-o")
        {
            Description =
                "A folder for the results: report.html, incidents.json, findings.jsonl and others; made if it is missing.",
            HelpName = "DIR",
        };
        var organisation = new Option<string?>("--organisation")
        {
            Description =
                "What is known of the organisation whose logs these are: its domains, addresses, suppliers. Default: each cordon.yaml beside the logs.",
            HelpName = "FILE",
        };
        var analytics = new Option<string?>("--analytics")
        {
            Description = "A file that changes thresholds of the analytics.",
            HelpName = "FILE",
        };
        var mapping = new Option<string?>("--mapping")
        {
            Description = "A file that says what the fields of your own JSON or CSV logs mean.",
            HelpName = "FILE",
        };
        var intel = new Option<string?>("--intel")
        {
            Description =
                "Indicators to look for in every log: the store of 'cordon intel import', or a file or folder that it could import.",
            HelpName = "PATH",
        };
        Option<Level?> minLevel = Values.LevelOption("--min-level", "Leave out rules below this level.");
        Option<DateTime?> since = Values.TimeOption("--since", "Leave out events before this time (UTC).");
        Option<DateTime?> until = Values.TimeOption("--until", "Leave out events at or after this time (UTC).");
        Option<Level?> failOn = Values.LevelOption(
            "--fail-on",
            "Exit with code 3 where a finding has this level or a higher one."
        );
        var recover = new Option<bool>("--recover")
        {
            Description =
                "Also look at deleted records that still lie in the slack of event logs; they are marked as recovered.",
        };
        var noCache = new Option<bool>("--no-cache")
        {
            Description =
                "Read rules from their files alone, and keep nothing of them for the next call (so does CORDON_CACHE=off).",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Worker threads. Default: one for each processor. The results do not depend on it.",
            HelpName = "N",
            DefaultValueFactory = static _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(static result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is < 1 or > 1024)
            {
                result.AddError("--threads takes a whole number from 1 to 1024");
            }
        });
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress line on standard error." };
        var command = new Command(
            "scan",
            "Read logs; say whether somebody tried to get in, what came of it, and what could not be seen."
        )
        {
            paths,
            rules,
            output,
            organisation,
            analytics,
            mapping,
            intel,
            minLevel,
            since,
            until,
            failOn,
            recover,
            noCache,
            threads,
            quiet,
        };
        var tuning = new TuningChoice(command);
        command.Validators.Add(result =>
        {
            if (
                !result.Errors.Any()
                && result.GetResult(since) is { Errors: var e1 }
                && !e1.Any()
                && result.GetResult(until) is { Errors: var e2 }
                && !e2.Any()
                && result.GetValue(since) >= result.GetValue(until)
            )
            {
                result.AddError("--since is not before --until: no event could be left");
            }
        });
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    new ScanRun(
                        new ScanRequest
                        {
                            Paths = call.GetRequiredValue(paths),
                            RulePaths = call.GetValue(rules) ?? [],
                            TuningPath = tuning.Path(call),
                            OrganisationPath = call.GetValue(organisation),
                            AnalyticsPath = call.GetValue(analytics),
                            MappingPath = call.GetValue(mapping),
                            IndicatorsPath = call.GetValue(intel),
                            OutputFolder = call.GetValue(output),
                            MinLevel = call.GetValue(minLevel) ?? Level.Informational,
                            Since = call.GetValue(since),
                            Until = call.GetValue(until),
                            FailOn = call.GetValue(failOn),
                            Recover = call.GetValue(recover),
                            NoCache = call.GetValue(noCache),
                            Threads = call.GetValue(threads),
                            Quiet = call.GetValue(quiet),
                            NoColor = call.GetValue(CommandLine.NoColor),
                        },
                        TimeProvider.System
                    ).Run(cancel)
                )
        );
        Examples.Of(
            command,
            ("cordon scan samples", "the built-in rules over a folder"),
            (
                "cordon scan /mnt/case/Logs --rules sigma/rules --rules my-rules --out case1",
                "rules of your own, results to files"
            ),
            (
                "cordon scan Logs --min-level high --since 2021-01-12 --until 2021-01-14",
                "two days, only what is worth an alarm"
            ),
            ("cordon scan Logs --fail-on critical || page-someone", "in a pipeline")
        );
        return command;
    }
}
