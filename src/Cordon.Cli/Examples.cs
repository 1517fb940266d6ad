using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Cordon.Cli;

/// <summary>Examples that <c>--help</c> shows below a command's options.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, (string Line, string Meaning)[]> ByCommand = [];

    /// <summary>Sets the examples of a command.</summary>
    public static void Of(Command command, params (string Line, string Meaning)[] examples) =>
        ByCommand.AddOrUpdate(command, examples);

    /// <summary>Writes the examples of a command, if it has any.</summary>
    public static void Write(Command command, TextWriter output)
    {
        if (!ByCommand.TryGetValue(command, out (string Line, string Meaning)[]? examples))
        {
            return;
        }

        output.WriteLine("Examples:");
        foreach ((string line, string meaning) in examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }

        output.WriteLine();
    }
}
