using System.Text.Json;
using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Reading.Corpora;

/// <summary>
/// The names that public lists state: misp-galaxy's actors, malware, tools and countries (CC0), and ATT&amp;CK's groups and software.
/// </summary>
internal static class NameSources
{
    private const string Attck = "enterprise-attack.json";

    /// <summary>All names, with what they are known as.</summary>
    public static List<KeyValuePair<string, NameKinds>> Read(string root)
    {
        var names = new List<(string, NameKinds, string)>();
        string clusters = Path.Combine(root, "intel", "misp-galaxy", "clusters");
        Cluster(Path.Combine(clusters, "threat-actor.json"), NameKinds.Actor, names);
        Cluster(Path.Combine(clusters, "microsoft-activity-group.json"), NameKinds.Actor, names);
        Cluster(Path.Combine(clusters, "malpedia.json"), NameKinds.Malware, names);
        Cluster(Path.Combine(clusters, "tool.json"), NameKinds.Malware, names);
        Cluster(Path.Combine(clusters, "country.json"), NameKinds.Place, names);
        Attack(Path.Combine(root, "intel", "attack", Attck), names);
        names.AddRange(EverydayTools.Names.Select(static n => (n, NameKinds.Tool, EverydayTools.Source)));
        return Settled(names, OrdinaryWords.Read(root));
    }

    // misp-galaxy's list of tools holds malware and tools; what ATT&CK has as a tool is one.
    private static List<KeyValuePair<string, NameKinds>> Settled(
        List<(string Name, NameKinds Kind, string Source)> names,
        HashSet<string> ordinary
    )
    {
        var result = new List<KeyValuePair<string, NameKinds>>();
        foreach (
            IGrouping<ulong, (string Name, NameKinds Kind, string Source)> one in names.GroupBy(static n =>
                Hashing.OfName(0, n.Name)
            )
        )
        {
            bool isTool = one.Any(static n => n.Kind == NameKinds.Tool);
            NameKinds kinds = NameKinds.None;
            foreach ((_, NameKinds kind, string source) in one)
            {
                kinds |= isTool && source == "tool.json" ? NameKinds.Tool : kind;
            }

            if (one.Any(static n => n.Source == EverydayTools.Source))
            {
                kinds &= ~NameKinds.Malware;
            }

            string name = one.First().Name;
            if (ordinary.Contains(name.ToLowerInvariant()))
            {
                kinds |= NameKinds.Ordinary;
            }

            result.Add(KeyValuePair.Create(name, kinds));
        }

        return result;
    }

    private static void Cluster(string path, NameKinds kind, List<(string Name, NameKinds Kind, string Source)> names)
    {
        string source = Path.GetFileName(path);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement value in document.RootElement.GetProperty("values").EnumerateArray())
        {
            Add(value.GetProperty("value").GetString(), kind, source, names);
            if (
                value.TryGetProperty("meta", out JsonElement meta)
                && meta.TryGetProperty("synonyms", out JsonElement synonyms)
            )
            {
                foreach (JsonElement synonym in synonyms.EnumerateArray())
                {
                    Add(synonym.GetString(), kind, source, names);
                }
            }
        }
    }

    private static void Attack(string path, List<(string Name, NameKinds Kind, string Source)> names)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement one in document.RootElement.GetProperty("objects").EnumerateArray())
        {
            NameKinds kind = one.GetProperty("type").GetString() switch
            {
                "intrusion-set" => NameKinds.Actor,
                "malware" => NameKinds.Malware,
                "tool" => NameKinds.Tool,
                _ => NameKinds.None,
            };
            if (kind == NameKinds.None)
            {
                continue;
            }

            Add(one.GetProperty("name").GetString(), kind, Attck, names);
            foreach (string list in (string[])["aliases", "x_mitre_aliases"])
            {
                if (one.TryGetProperty(list, out JsonElement aliases))
                {
                    foreach (JsonElement alias in aliases.EnumerateArray())
                    {
                        Add(alias.GetString(), kind, Attck, names);
                    }
                }
            }
        }
    }

    private static void Add(
        string? name,
        NameKinds kind,
        string source,
        List<(string Name, NameKinds Kind, string Source)> names
    )
    {
        string plain = name?.Split(" (", 2)[0].Trim() ?? "";
        if (plain.Length > 2)
        {
            names.Add((plain, kind, source));
        }
    }
}
