namespace Cordon.Testing;

/// <summary>Where tests find the project's own files.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Cordon.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cordon.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Cordon.slnx was not found above {AppContext.BaseDirectory}.");
    }
}
