using System.CommandLine;
using Cordon.Cli.Rules;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon rules explain RULE --event FILE:RECORD</c>.</summary>
internal static class RulesExplainCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var rule = new Argument<string>("RULE")
        {
            Description = "A rule's id, name, file or title (a part of the title will do where only one rule has it).",
        };
        var at = new Option<EventAddress>("--event", "-e")
        {
            Description =
                "The event: a log and the record's number, or @ and its byte offset where a number comes twice.",
            HelpName = "FILE:RECORD",
            Required = true,
            CustomParser = static result =>
            {
                string text = result.Tokens[0].Value;
                EventAddress? address = EventAddress.Parse(text);
                if (address is null)
                {
                    result.AddError($"'{text}' names no record; write FILE:RECORD, such as Security.evtx:4711");
                }

                return address;
            },
        };
        Option<string[]> rules = Values.RulesOption(
            "A rule file, or a folder of them; may be given several times. Default: RULE itself if it is a file, else the rules that a scan runs."
        );
        var recover = new Option<bool>("--recover") { Description = "Look among deleted records too." };
        var all = new Option<bool>("--all")
        {
            Description = "Show every test of long lists, and the log sources that the event is not of.",
        };
        Option<string> format = Values.FormatOption(
            "text: a tree for people; json: one JSON object a line.",
            "text",
            "json"
        );
        var command = new Command(
            "explain",
            "Show for one event which parts of a rule's condition held, which did not, and which of them decide."
        )
        {
            rule,
            at,
            rules,
            recover,
            all,
            format,
        };
        var tuning = new TuningChoice(command);
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    RulesExplain.Run(
                        call.GetRequiredValue(rule),
                        call.GetRequiredValue(at),
                        call.GetValue(rules) ?? [],
                        tuning.Path(call),
                        call.GetValue(recover),
                        call.GetRequiredValue(format),
                        call.GetValue(all),
                        Console.Out,
                        cancel
                    )
                )
        );
        Examples.Of(
            command,
            ("cordon rules explain my-rule.yml --event Security.evtx:4711", "why does it not fire?"),
            (
                "cordon rules explain 6b2f1f0e-0a3f-4c55-9d2e-7d1a5a9b0c11 --event C:\\Logs\\Sysmon.evtx:88 --rules sigma/rules",
                "a rule of a set, by its id"
            )
        );
        return command;
    }
}
