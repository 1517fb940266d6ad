using System.CommandLine;
using Cordon.Cli.Rules;

namespace Cordon.Cli.Commands;

/// <summary>The options that name the user's tuning of rules, or go without it.</summary>
internal sealed class TuningChoice
{
    private readonly Option<string?> _file = new("--tuning")
    {
        Description =
            "A file that switches rules off, gives them other levels, leaves events out or fills placeholders (docs/formats/tuning.md). Default: tuning.yml in the user's settings folder, if there is one.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _none = new("--no-tuning")
    {
        Description = "Rules as they are: no tuning file is used.",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public TuningChoice(Command command)
    {
        command.Add(_file);
        command.Add(_none);
    }

    /// <summary>The file to use; null for none.</summary>
    public string? Path(ParseResult call) => TuningFile.Find(call.GetValue(_file), !call.GetValue(_none));
}
