using System.CommandLine;
using Cordon.Cli.Intelligence;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon intel resolve</c>.</summary>
internal static class IntelResolveCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "A name of an actor, as written." };
        Option<string> format = Values.FormatOption("How to write: text or json.", "text", "json");
        Option<string?> store = IntelStore.Option();
        var command = new Command(
            "resolve",
            "Say which actors a name may mean, the likeliest first, why, and who says so."
        )
        {
            name,
            format,
            store,
        };
        command.SetAction(call =>
            NameAnswer.Write(
                call.GetRequiredValue(name),
                IntelStore.Knowledge(call.GetValue(store)),
                call.GetValue(format) == "json"
            )
        );
        Examples.Of(
            command,
            ("cordon intel resolve Zinc", "exit code 0; 1 where nobody is known to bear the name"),
            ("cordon intel resolve \"Fancy Bear\" --format json", "the same for programs")
        );
        return command;
    }
}
