using System.CommandLine;
using Cordon.Cli.Evtx;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon evtx dump|info FILE…</c>: looks into Windows event logs.</summary>
internal static class EvtxCommand
{
    /// <summary>Builds the command and its two.</summary>
    public static Command Build() => new("evtx", "Look into Windows event logs.") { BuildDump(), BuildInfo() };

    private static Argument<string[]> Files() =>
        new("FILE") { Description = "Event logs (.evtx).", Arity = ArgumentArity.OneOrMore };

    private static Option<bool> Recover() =>
        new("--recover")
        {
            Description = "Also show deleted records that still lie in slack space, marked as recovered.",
        };

    private static Command BuildDump()
    {
        Argument<string[]> files = Files();
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl: one JSON object a line; json: one array; xml: one document.",
            HelpName = "FORMAT",
            DefaultValueFactory = static _ => "jsonl",
        };
        format.AcceptOnlyFromAmong("jsonl", "json", "xml");
        Option<bool> recover = Recover();
        var command = new Command("dump", "Write every record to standard output, oldest first.")
        {
            files,
            format,
            recover,
        };
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    EvtxDump.Run(
                        call.GetRequiredValue(files),
                        call.GetRequiredValue(format),
                        call.GetValue(recover),
                        cancel
                    )
                )
        );
        Examples.Of(
            command,
            ("cordon evtx dump Security.evtx | jq -c .Event.System.EventID", "event ids, one a line"),
            ("cordon evtx dump System.evtx --format xml --recover > system.xml", "with deleted records")
        );
        return command;
    }

    private static Command BuildInfo()
    {
        Argument<string[]> files = Files();
        Option<bool> recover = Recover();
        var command = new Command("info", "Say what a log holds: versions, chunks, records, times, damage.")
        {
            files,
            recover,
        };
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(EvtxInfo.Run(call.GetRequiredValue(files), call.GetValue(recover), cancel))
        );
        Examples.Of(command, ("cordon evtx info Security.evtx", "is it whole, and which days does it cover?"));
        return command;
    }
}
