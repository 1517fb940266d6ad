using System.CommandLine;
using Cordon.Cli.Intelligence;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon intel read</c>: what a report names, and who says what in it.</summary>
internal static class IntelReadCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A report: text, Markdown, HTML, a mail (EML) or PDF.",
        };
        var format = new Option<string>("--format")
        {
            Description =
                "json (entities and claims with their places), stix (a bundle), or text (the text that places count in).",
            HelpName = "FORMAT",
            DefaultValueFactory = static _ => "json",
        };
        format.AcceptOnlyFromAmong("json", "stix", "text");
        var review = new Option<bool>("--review")
        {
            Description =
                "Show the text with what was found marked in it, and its claims with numbers; on a terminal, ask which are right.",
        };
        var accept = new Option<string?>("--accept")
        {
            Description =
                "Keep these claims as knowledge, with the report as their source: numbers as --review shows them, such as 1,3,5-7, or all.",
            HelpName = "CLAIMS",
        };
        Option<string?> store = IntelStore.Option();
        var command = new Command("read", "Say what a report names, where, and who says what of whom in it.")
        {
            file,
            format,
            review,
            accept,
            store,
        };
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    IntelRead.Run(
                        new ReadCall(
                            call.GetRequiredValue(file),
                            call.GetRequiredValue(format),
                            call.GetValue(review),
                            call.GetValue(accept),
                            IntelStore.Folder(call.GetValue(store))
                        ),
                        IntelStore.Knowledge(call.GetValue(store)),
                        cancel
                    )
                )
        );
        Examples.Of(
            command,
            ("cordon intel read report.pdf", "entities with their places, and claims, as JSON"),
            ("cordon intel read report.html --format text", "the text that the places count in"),
            (
                "cordon intel read report.txt --review --accept 1,3-5",
                "claims that somebody has checked become knowledge"
            ),
            ("cordon intel read report.txt --format stix > report.json", "the same as a STIX 2.1 bundle")
        );
        return command;
    }
}
