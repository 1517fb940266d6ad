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
            Description = "Show the text with what was found marked in it, instead of a file format.",
        };
        Option<string?> store = IntelStore.Option();
        var command = new Command("read", "Say what a report names, where, and who says what of whom in it.")
        {
            file,
            format,
            review,
            store,
        };
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    IntelRead.Run(
                        call.GetRequiredValue(file),
                        call.GetRequiredValue(format),
                        call.GetValue(review),
                        IntelStore.Knowledge(call.GetValue(store)),
                        cancel
                    )
                )
        );
        Examples.Of(
            command,
            ("cordon intel read report.pdf", "entities with their places, and claims, as JSON"),
            ("cordon intel read report.html --format text", "the text that the places count in"),
            ("cordon intel read report.txt --format stix > report.json", "the same as a STIX 2.1 bundle")
        );
        return command;
    }
}
