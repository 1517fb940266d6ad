using Spectre.Console;

namespace Cordon.Cli.Terminal;

/// <summary>Makes the console that tables are written to.</summary>
internal static class Consoles
{
    private const int PipeWidth = 1000;

    /// <summary>
    /// Standard output with colours only where it is a terminal and nobody asked for none; in a pipe every row is one
    /// line, whatever its length, so that the same input gives the same text and grep finds whole rows.
    /// </summary>
    public static IAnsiConsole Output(bool noColor)
    {
        bool plain =
            noColor
            || Console.IsOutputRedirected
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(Console.Out),
            }
        );
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PipeWidth;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
