using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Reading.Corpora;

/// <summary>The corpora of entities, with their types in Cordon's words.</summary>
internal static class EntityCorpora
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["APT"] = EntityType.ThreatActor,
        ["GROUP"] = EntityType.ThreatActor,
        ["MAL"] = EntityType.Malware,
        ["MALWARE"] = EntityType.Malware,
        ["TOOL"] = EntityType.Tool,
        ["IDTY"] = EntityType.Identity,
        ["SECTEAM"] = EntityType.Identity,
        ["ORG"] = EntityType.Identity,
        ["LOC"] = EntityType.Location,
        ["TIME"] = EntityType.Date,
        ["DATE"] = EntityType.Date,
        ["SECTOR"] = EntityType.Sector,
        ["DOM"] = EntityType.Domain,
        ["IP"] = EntityType.Ipv4,
        ["URL"] = EntityType.Url,
        ["EMAIL"] = EntityType.Email,
        ["MD5"] = EntityType.File,
        ["SHA1"] = EntityType.File,
        ["SHA2"] = EntityType.File,
        ["VULID"] = EntityType.Vulnerability,
    };

    /// <summary>APTNER, in documents of as many sentences as are looked at together; it marks none of its own.</summary>
    public static List<Annotated> Aptner(string root, string part, int sentences = 120) =>
        [.. BioFile.Read(Path.Combine(root, "reports", "aptner", $"APTNER{part}.txt"), ' ', sentences).Select(Named)];

    /// <summary>AnnoCTR with tokens joined by spaces.</summary>
    public static List<Annotated> AnnoCtr(string root, string part) =>
        [
            .. BioFile
                .Read(Path.Combine(root, "reports", "annoctr", "AnnoCTR", "ner_bio", $"{part}.bio"), '\t', int.MaxValue)
                .Select(Named),
        ];

    /// <summary>AnnoCTR over its own texts; a document whose tokens are not found in any is left out.</summary>
    public static List<Annotated> AnnoCtrTexts(string root, string part)
    {
        List<string> texts =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "reports", "annoctr", "AnnoCTR", "text", part))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText),
        ];
        var result = new List<Annotated>();
        foreach (Annotated document in AnnoCtr(root, part))
        {
            Annotated? found = null;
            foreach (string text in texts)
            {
                found = Realigned.To(document, text);
                if (found is not null)
                {
                    texts.Remove(text);
                    break;
                }
            }

            if (found is not null)
            {
                result.Add(found);
            }
        }

        return result;
    }

    /// <summary>
    /// A document without marks on words that are no names: APTNER's training part marks "malware", "attackers" and the like (one mark in eight), its other parts
    /// hardly ever.
    /// </summary>
    public static Annotated WithoutCommonWords(Annotated document) =>
        document with
        {
            Entities = [.. document.Entities.Where(e => !IsCommonWord(e, document.Text))],
        };

    private static bool IsCommonWord(Marked entity, string text) =>
        entity.Type is EntityType.ThreatActor or EntityType.Malware
        && (
            text[entity.Start..entity.End].Split(' ').All(static w => Cues.Of(w) == Cue.Malware)
            || !text.AsSpan(entity.Start, entity.End - entity.Start).ContainsAnyInRange('A', 'Z')
                && !text.AsSpan(entity.Start, entity.End - entity.Start).ContainsAnyInRange('0', '9')
        );

    private static Annotated Named(Annotated document) =>
        document with
        {
            Entities =
            [
                .. document.Entities.Where(e => Types.ContainsKey(e.Type)).Select(e => e with { Type = Types[e.Type] }),
            ],
        };
}
