using System.CommandLine;
using Cordon.Cli.Rules;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon rules coverage</c>.</summary>
internal static class RulesCoverageCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        Option<string[]> rules = Values.RulesOption(
            "A rule file, or a folder of them; may be given several times. Default: the rules that a scan runs."
        );
        var output = new Option<string?>("--out", "-o")
        {
            Description = "Write a layer for the ATT&CK Navigator to this file; - for standard output.",
            HelpName = "FILE",
        };
        var findings = new Option<string?>("--findings")
        {
            Description = "The findings.jsonl of a scan: colour the layer by what was found.",
            HelpName = "FILE",
        };
        var platforms = new Option<string[]>("--platform")
        {
            Description =
                "Show only techniques for this platform of ATT&CK, such as Windows; may be given several times.",
            HelpName = "NAME",
        };
        var command = new Command(
            "coverage",
            "Say which tactics and techniques of ATT&CK rules look for, and write a layer for the ATT&CK Navigator."
        )
        {
            rules,
            output,
            findings,
            platforms,
        };
        var tuning = new TuningChoice(command);
        command.SetAction(call =>
            RulesCoverage.Run(
                call.GetValue(rules) ?? [],
                tuning.Path(call),
                call.GetValue(output),
                call.GetValue(findings),
                call.GetValue(platforms) ?? [],
                Console.Out
            )
        );
        Examples.Of(
            command,
            ("cordon rules coverage --out layer.json", "then open layer.json in the Navigator"),
            (
                "cordon rules coverage --rules sigma/rules --findings case1/findings.jsonl --out found.json",
                "what a scan found, over what SigmaHQ's rules look for"
            )
        );
        return command;
    }
}
