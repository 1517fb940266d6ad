using System.CommandLine;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon intel …</c>: who says what of whom.</summary>
internal static class IntelCommand
{
    /// <summary>Builds the command and what belongs to it.</summary>
    public static Command Build() =>
        new("intel", "Read reports: who is named in them, and who says what of whom.") { IntelReadCommand.Build() };
}
