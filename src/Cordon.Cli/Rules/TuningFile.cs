namespace Cordon.Cli.Rules;

/// <summary>Where a user's tuning of rules stands.</summary>
internal static class TuningFile
{
    private const string Name = "tuning.yml";

    /// <summary>The file to use: the one named, else the user's own if there is one; null for none.</summary>
    /// <param name="named">The file that the user named; null where none was.</param>
    /// <param name="isWanted">False where the user wants rules as they are.</param>
    public static string? Find(string? named, bool isWanted)
    {
        if (!isWanted)
        {
            return null;
        }

        return named ?? (OfUser(Environment.GetEnvironmentVariable) is { } own && File.Exists(own) ? own : null);
    }

    /// <summary>The user's own file, there or not; null where the user has no folder for settings.</summary>
    internal static string? OfUser(Func<string, string?> variable)
    {
        string? folder =
            !OperatingSystem.IsWindows() && variable("XDG_CONFIG_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)
                ? xdg
                : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);
        return folder.Length == 0 ? null : Path.Combine(folder, "cordon", Name);
    }
}
