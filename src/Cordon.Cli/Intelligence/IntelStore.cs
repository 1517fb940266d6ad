using System.CommandLine;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Storing;

namespace Cordon.Cli.Intelligence;

/// <summary>Where what a user imported is kept: <c>--store</c>, else the variable, else the user's data folder.</summary>
internal static class IntelStore
{
    /// <summary>The variable that names another folder.</summary>
    public const string Variable = "CORDON_INTEL";

    /// <summary>The option that names another folder.</summary>
    public static Option<string?> Option() =>
        new("--store")
        {
            Description =
                "The folder of what was imported. Default: the variable CORDON_INTEL, else cordon/intel in your data folder.",
            HelpName = "DIR",
        };

    /// <summary>The folder for a call; null where the system tells no data folder.</summary>
    public static string? Folder(string? named)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return named;
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable)
        {
            return variable;
        }

        string? data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data) || !Path.IsPathRooted(data))
        {
            data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
        }

        return string.IsNullOrEmpty(data) ? null : Path.Combine(data, "cordon", "intel");
    }

    /// <summary>What ships with Cordon, and what was imported.</summary>
    /// <exception cref="IOException">The store can't be read; the message says what to do.</exception>
    public static KnowledgeBase Knowledge(string? named)
    {
        try
        {
            return Folder(named) is { } folder ? KnowledgeBase.Load(folder) : KnowledgeBase.BuiltIn;
        }
        catch (IntelligenceException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }
}
