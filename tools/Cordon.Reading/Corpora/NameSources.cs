using System.Text.Json;
using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Reading.Corpora;

/// <summary>
/// The names that public lists state: misp-galaxy's actors, malware, tools and countries (CC0), and ATT&amp;CK's groups and software.
/// </summary>
internal static class NameSources
{
    /// <summary>All names, with what they are known as.</summary>
    public static List<KeyValuePair<string, NameKinds>> Read(string root)
    {
        var names = new List<KeyValuePair<string, NameKinds>>();
        string clusters = Path.Combine(root, "intel", "misp-galaxy", "clusters");
        Cluster(Path.Combine(clusters, "threat-actor.json"), NameKinds.Actor, names);
        Cluster(Path.Combine(clusters, "microsoft-activity-group.json"), NameKinds.Actor, names);
        Cluster(Path.Combine(clusters, "malpedia.json"), NameKinds.Malware, names);
        Cluster(Path.Combine(clusters, "tool.json"), NameKinds.Malware, names);
        Cluster(Path.Combine(clusters, "country.json"), NameKinds.Place, names);
        Attack(Path.Combine(root, "intel", "attack", "enterprise-attack.json"), names);
        return names;
    }

    private static void Cluster(string path, NameKinds kind, List<KeyValuePair<string, NameKinds>> names)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement value in document.RootElement.GetProperty("values").EnumerateArray())
        {
            Add(value.GetProperty("value").GetString(), kind, names);
            if (
                value.TryGetProperty("meta", out JsonElement meta)
                && meta.TryGetProperty("synonyms", out JsonElement synonyms)
            )
            {
                foreach (JsonElement synonym in synonyms.EnumerateArray())
                {
                    Add(synonym.GetString(), kind, names);
                }
            }
        }
    }

    private static void Attack(string path, List<KeyValuePair<string, NameKinds>> names)
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

            Add(one.GetProperty("name").GetString(), kind, names);
            foreach (string list in (string[])["aliases", "x_mitre_aliases"])
            {
                if (one.TryGetProperty(list, out JsonElement aliases))
                {
                    foreach (JsonElement alias in aliases.EnumerateArray())
                    {
                        Add(alias.GetString(), kind, names);
                    }
                }
            }
        }
    }

    private static void Add(string? name, NameKinds kind, List<KeyValuePair<string, NameKinds>> names)
    {
        string plain = name?.Split(" (", 2)[0].Trim() ?? "";
        if (plain.Length > 2)
        {
            names.Add(KeyValuePair.Create(plain, kind));
        }
    }
}
