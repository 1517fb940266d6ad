using System.Collections.Frozen;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Reading.Techniques;

/// <summary>ATT&amp;CK's techniques by number. A number that ATT&amp;CK does not have refers to nothing.</summary>
internal static class TechniqueNames
{
    private static readonly Lazy<FrozenDictionary<string, NameCandidate>> All = new(Load);

    /// <summary>What a number means; none where ATT&amp;CK has no such technique.</summary>
    public static IReadOnlyList<NameCandidate> Refer(string number) =>
        All.Value.TryGetValue(number, out NameCandidate? known) ? [known] : [];

    private static FrozenDictionary<string, NameCandidate> Load()
    {
        using Stream stream =
            typeof(TechniqueNames).Assembly.GetManifestResourceStream("reading/techniques.txt")
            ?? throw new InvalidOperationException("The table of techniques is missing.");
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, NameCandidate>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            string[] columns = line.Split('\t');
            if (columns.Length == 3)
            {
                all[columns[0]] = new NameCandidate(
                    $"attack-pattern--{columns[1]}",
                    $"{columns[0]} {columns[2]}",
                    1,
                    ["its number in ATT&CK"],
                    ["MITRE ATT&CK"]
                );
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
