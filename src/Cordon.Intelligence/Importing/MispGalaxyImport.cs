using System.Text.Json;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads a cluster of MISP's galaxy: actors and software. What it copies from others yields to the others' own.</summary>
internal static class MispGalaxyImport
{
    public const string Format = "MISP galaxy";
    private const int MostRefs = 20;
    public const string Publisher = "MISP galaxy";

    // Which clusters hold what, and whether they copy another's publication.
    private static readonly Dictionary<string, (string Type, bool IsCopy)> Types = new(StringComparer.Ordinal)
    {
        ["threat-actor"] = ("threat-actor", false),
        ["microsoft-activity-group"] = ("intrusion-set", true),
        ["mitre-intrusion-set"] = ("intrusion-set", true),
        ["mitre-enterprise-attack-intrusion-set"] = ("intrusion-set", true),
        ["360net-threat-actor"] = ("threat-actor", true),
        ["ransomware"] = ("malware", false),
        ["malpedia"] = ("malware", true),
        ["tool"] = ("tool", false),
        ["rat"] = ("malware", false),
        ["banker"] = ("malware", false),
        ["stealer"] = ("malware", false),
        ["backdoor"] = ("malware", false),
        ["botnet"] = ("malware", false),
        ["mitre-malware"] = ("malware", true),
        ["mitre-tool"] = ("tool", true),
    };

    public static void Read(JsonElement root, string place, ImportContent content)
    {
        string cluster = JsonFields.Text(root, "type") ?? "";
        if (!Types.TryGetValue(cluster, out (string Type, bool IsCopy) kind))
        {
            content.Leave($"MISP clusters of other kinds than actors and software");
            return;
        }

        KnowledgeSource source = content.AddSource(
            Publisher,
            JsonFields.Text(root, "name") ?? cluster,
            null,
            kind.IsCopy
        );
        int at = 0;
        foreach (JsonElement value in JsonFields.Items(root, "values"))
        {
            string here = $"{place}: values[{at++}]";
            if (
                JsonFields.Text(value, "value") is not { } name
                || JsonFields.Text(value, "uuid") is not { } uuid
                || !Guid.TryParseExact(uuid, "D", out Guid id)
            )
            {
                content.Problems.Add(here, "it has no 'value', or no 'uuid'");
                continue;
            }

            JsonElement meta = value.TryGetProperty("meta", out JsonElement m) ? m : default;
            if (kind.Type is "malware" or "tool")
            {
                string[] names = [name, .. JsonFields.Texts(meta, "synonyms")];
                content.Part.Software.Add(
                    new Software($"{kind.Type}--{id:D}", name, [.. names.Distinct(StringComparer.Ordinal)], [], source)
                );
            }
            else
            {
                content.Add(Actor($"{kind.Type}--{id:D}", name, meta, source), here);
            }
        }
    }

    /// <summary>The actors and software that an event's own clusters name, by identifier; a tag alone is a name.</summary>
    public static IReadOnlyList<string> RefsOf(JsonElement misp) =>
        [
            .. JsonFields
                .Items(misp, "Galaxy")
                .SelectMany(static g => JsonFields.Items(g, "GalaxyCluster"))
                .Select(static c =>
                    Types.TryGetValue(JsonFields.Text(c, "type") ?? "", out (string Type, bool IsCopy) kind)
                    && Guid.TryParseExact(JsonFields.Text(c, "uuid"), "D", out Guid id)
                        ? $"{kind.Type}--{id:D}"
                        : null
                )
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(MostRefs),
        ];

    private static ActorEntry Actor(string id, string name, JsonElement meta, KnowledgeSource source)
    {
        // A copy of ATT&CK's writes "APT28 - G0007".
        string? number = JsonFields.Text(meta, "external_id");
        if (number is not null && name.EndsWith(" - " + number, StringComparison.Ordinal))
        {
            name = name[..^(number.Length + 3)];
        }

        var actor = new ActorEntry(id, name, source) { ExternalId = source.IsCopy ? number : null };
        actor.AddName(name, null, true, source);
        foreach (string other in JsonFields.Texts(meta, "synonyms"))
        {
            actor.AddName(other, null, false, source);
        }

        foreach (string country in TextOrTexts(meta, "country"))
        {
            actor.Origins.Add(new ActorOrigin(country.Length == 2 ? country.ToUpperInvariant() : country, source));
        }

        foreach (string sector in TextOrTexts(meta, "targeted-sector").Concat(TextOrTexts(meta, "cfr-target-category")))
        {
            actor.Targets.Add(new ActorTarget(TargetKind.Sector, sector.ToLowerInvariant(), source));
        }

        foreach (
            string country in TextOrTexts(meta, "cfr-suspected-victims").Concat(TextOrTexts(meta, "suspected-victims"))
        )
        {
            actor.Targets.Add(new ActorTarget(TargetKind.Country, Countries.CodeOf(country) ?? country, source));
        }

        return actor;
    }

    private static IEnumerable<string> TextOrTexts(JsonElement json, string name) =>
        JsonFields.Text(json, name) is { } one ? [one] : JsonFields.Texts(json, name);
}
