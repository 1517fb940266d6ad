using System.CommandLine;
using Cordon.Cli.Rules.Testing;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon rules test PATH…</c>.</summary>
internal static class RulesTestCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Rules, their cases (info.yml, cases.jsonl), or folders of them, such as a checkout of SigmaHQ's rules.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string[]> rules = Values.RulesOption(
            "Where the rules are, if not at PATH or beside the folder regression_data."
        );
        var only = new Option<string?>("--only")
        {
            Description = "Only cases of the rule with this id.",
            HelpName = "ID",
        };
        Option<string> format = Values.FormatOption(
            "text: one case a line, then counts; jsonl: one JSON object a line.",
            "text",
            "jsonl"
        );
        var command = new Command(
            "test",
            "Run the cases that belong to rules: does each fire on its log, as often as it should? Exit code 1 where one fails, 2 where cases can't be read."
        )
        {
            paths,
            rules,
            only,
            format,
        };
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    RulesTest.Run(
                        call.GetRequiredValue(paths),
                        call.GetValue(rules) ?? [],
                        call.GetValue(only),
                        call.GetRequiredValue(format),
                        Console.Out,
                        cancel
                    )
                )
        );
        Examples.Of(
            command,
            ("cordon rules test sigma", "every regression case of a checkout of SigmaHQ's rules"),
            ("cordon rules test my-rules/cases.jsonl --format jsonl", "made-up events, for a program to read"),
            ("cordon rules test sigma --only 0b9ad457-2554-44c1-82c2-d56a99c42377", "one rule")
        );
        return command;
    }
}
