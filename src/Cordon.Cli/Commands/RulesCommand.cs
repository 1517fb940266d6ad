using System.CommandLine;
using Cordon.Cli.Rules;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon rules …</c>: for people who write or choose rules. The two small ones are built here.</summary>
internal static class RulesCommand
{
    /// <summary>Builds the command and those below it.</summary>
    public static Command Build() =>
        new("rules", "Check, list, test, explain and update Sigma rules.")
        {
            BuildCheck(),
            BuildList(),
            RulesTestCommand.Build(),
            RulesExplainCommand.Build(),
            RulesCoverageCommand.Build(),
            RulesUpdateCommand.Build(),
        };

    private static Argument<string[]> Paths(string whenNone) =>
        new("PATH") { Description = $"Rule files, or folders of them. {whenNone}", Arity = ArgumentArity.ZeroOrMore };

    private static Command BuildCheck()
    {
        Argument<string[]> paths = Paths("Default: the rules that a scan runs.");
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 for warnings too." };
        var command = new Command(
            "check",
            "Load rules and tell every problem with its place; exit code 1 where a rule can't be used."
        )
        {
            paths,
            strict,
        };
        var tuning = new TuningChoice(command);
        command.SetAction(call =>
            RulesCheck.Run(call.GetValue(paths) ?? [], tuning.Path(call), call.GetValue(strict), Console.Out)
        );
        Examples.Of(
            command,
            ("cordon rules check sigma/rules", "how many load, and why the others do not"),
            ("cordon rules check my-rule.yml --strict", "before a rule is handed in")
        );
        return command;
    }

    private static Command BuildList()
    {
        Argument<string[]> paths = Paths("Default: the rules that a scan runs.");
        var source = new Option<string?>("--logsource")
        {
            Description =
                "Only rules for this log source: product, category and service, in any order, joined by '/' or ','.",
            HelpName = "SOURCE",
        };
        var technique = new Option<string?>("--technique")
        {
            Description = "Only rules for this ATT&CK technique; T1059 includes T1059.001.",
            HelpName = "ID",
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: one rule a line; jsonl: one JSON object a line.",
            HelpName = "FORMAT",
            DefaultValueFactory = static _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var minLevel = Values.LevelOption("--min-level", "Leave out rules below this level.");
        var command = new Command("list", "List rules with level, techniques and log source.")
        {
            paths,
            source,
            technique,
            minLevel,
            format,
        };
        var tuning = new TuningChoice(command);
        command.SetAction(call =>
            RulesList.Run(
                call.GetValue(paths) ?? [],
                new RuleFilter(call.GetValue(source), call.GetValue(technique), call.GetValue(minLevel)),
                call.GetRequiredValue(format),
                tuning.Path(call),
                Console.Out
            )
        );
        Examples.Of(
            command,
            ("cordon rules list --technique T1110", "the built-in rules against password guessing"),
            (
                "cordon rules list sigma/rules --logsource windows/process_creation --min-level high",
                "a choice of SigmaHQ's"
            )
        );
        return command;
    }
}
