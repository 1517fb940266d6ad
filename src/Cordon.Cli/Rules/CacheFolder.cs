namespace Cordon.Cli.Rules;

/// <summary>Where what rule files gave is kept between calls.</summary>
internal static class CacheFolder
{
    /// <summary>The variable that names another folder, or turns keeping off.</summary>
    public const string Variable = "CORDON_CACHE";

    private const string Off = "off";
    private const string Name = "cordon";

    /// <summary>The folder for a call; null where nothing is to be kept, or the user has no folder for such things.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, HomeOf());

    internal static string? Find(Func<string, string?> variable, string home)
    {
        string? named = variable(Variable);
        if (string.Equals(named, Off, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!string.IsNullOrEmpty(named))
        {
            return Path.GetFullPath(named);
        }

        string? above = OfSystem(variable, home);
        return above is null ? null : Path.Combine(above, Name);
    }

    private static string? OfSystem(Func<string, string?> variable, string home)
    {
        if (OperatingSystem.IsWindows())
        {
            return variable("LOCALAPPDATA") is { Length: > 0 } local ? local : null;
        }

        if (OperatingSystem.IsMacOS())
        {
            return home.Length > 0 ? Path.Combine(home, "Library", "Caches") : null;
        }

        // XDG Base Directory Specification: what is not absolute is to be ignored.
        return variable("XDG_CACHE_HOME") is { Length: > 0 } named && Path.IsPathRooted(named) ? named
            : home.Length > 0 ? Path.Combine(home, ".cache")
            : null;
    }

    private static string HomeOf() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
