using System.CommandLine;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon intel</c>: who says what of whom.</summary>
internal static class IntelCommand
{
    /// <summary>Builds the command and those below it.</summary>
    public static Command Build() =>
        new("intel", "Ask and fill the knowledge of actors, their names, claims and indicators; read reports.")
        {
            IntelResolveCommand.Build(),
            IntelReadCommand.Build(),
            IntelImportCommand.BuildImport(),
            IntelImportCommand.BuildUpdate(),
            IntelImportCommand.BuildList(),
            IntelImportCommand.BuildUndo(),
            IntelImportCommand.BuildGrade(),
            IntelImportCommand.BuildExport(),
        };
}
