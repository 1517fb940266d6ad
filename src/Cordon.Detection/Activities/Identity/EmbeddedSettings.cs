using Cordon.Settings;

namespace Cordon.Detection.Activities.Identity;

/// <summary>Tables that come with the assembly.</summary>
internal static class EmbeddedSettings
{
    /// <summary>Reads one of them.</summary>
    public static SettingsFile Load(string name)
    {
        string resource = $"Cordon.Detection.{name}";
        using Stream stream =
            typeof(EmbeddedSettings).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        return SettingsFile.Read(reader.ReadToEnd(), name);
    }
}
