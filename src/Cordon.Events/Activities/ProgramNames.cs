namespace Cordon.Events.Activities;

/// <summary>Endings of file names that Windows runs, or mounts as a disk, when they are opened.</summary>
public static class ProgramNames
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "bat",
        "chm",
        "cmd",
        "com",
        "cpl",
        "docm",
        "exe",
        "hta",
        "img",
        "iso",
        "jar",
        "js",
        "jse",
        "lnk",
        "msi",
        "one",
        "ps1",
        "scr",
        "vbe",
        "vbs",
        "vhd",
        "vhdx",
        "wsf",
        "xlsm",
    };

    /// <summary>Whether a file name ends in one of them. Blanks and dots behind it, which Windows drops, do not hide it.</summary>
    /// <param name="fileName">Name of a file, or a path to one.</param>
    public static bool IsOne(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        string name = fileName.TrimEnd(' ', '.');
        int dot = name.LastIndexOf('.');
        return dot > 0 && Endings.Contains(name[(dot + 1)..]);
    }
}
