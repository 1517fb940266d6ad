using Cordon.Settings;

namespace Cordon.Detection.Analytics;

/// <summary>The thresholds of all analytics: those that come with Cordon, changed by a file of the user's. Immutable.</summary>
/// <remarks>
/// <c>analytics.yml</c> has a section for each analytic, and in it a name and a number for each threshold, with its unit and reason in a comment. A user's file
/// has the same form and names only what it changes; names that the shipped file does not have are refused.
/// </remarks>
public sealed class AnalyticSettings
{
    private const string Resource = "Cordon.Detection.analytics.yml";
    private static readonly Lazy<AnalyticSettings> Shipped = new(LoadShipped);
    private readonly Dictionary<string, double> _numbers;

    private AnalyticSettings(Dictionary<string, double> numbers) => _numbers = numbers;

    /// <summary>What comes with Cordon.</summary>
    public static AnalyticSettings Default => Shipped.Value;

    /// <summary>Names of all thresholds, as <c>section.name</c>, sorted.</summary>
    public IEnumerable<string> Names => _numbers.Keys.Order(StringComparer.Ordinal);

    /// <summary>These settings with what a file changes.</summary>
    /// <exception cref="SettingsException">The file names a threshold that there is not, or gives it no number.</exception>
    public AnalyticSettings With(SettingsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var numbers = new Dictionary<string, double>(_numbers, StringComparer.Ordinal);
        foreach ((string name, SettingsText place, double value) in Entries(file))
        {
            if (!numbers.ContainsKey(name))
            {
                file.Refuse(place, $"there is no threshold '{name}'; docs/analytics.md lists them");
            }

            numbers[name] = value;
        }

        return new AnalyticSettings(numbers);
    }

    /// <summary>One threshold.</summary>
    /// <param name="name">As <c>section.name</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name: a fault of the program.</exception>
    public double this[string name] => _numbers[name];

    private static AnalyticSettings LoadShipped()
    {
        using Stream stream =
            typeof(AnalyticSettings).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        var file = SettingsFile.Read(reader.ReadToEnd(), "analytics.yml");
        return new AnalyticSettings(Entries(file).ToDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, SettingsText Place, double Value)> Entries(SettingsFile file)
    {
        foreach ((SettingsText section, SettingsNode table) in file.Root.Entries)
        {
            foreach ((SettingsText key, SettingsNode value) in file.Table(table, section.Text).Entries)
            {
                string name = $"{section.Text}.{key.Text}";
                yield return (name, key, file.Number(value, name));
            }
        }
    }
}
