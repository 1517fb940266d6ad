using Cordon.Reporting.Terminal;

namespace Cordon.Cli.Terminal;

/// <summary>Messages to standard error, each on a line that begins with the command's name.</summary>
internal static class ErrorText
{
    /// <summary>Writes one message; what an attacker may have put into it is made harmless.</summary>
    public static void Write(string message) => Console.Error.WriteLine($"cordon: {SafeText.OneLine(message)}");
}
