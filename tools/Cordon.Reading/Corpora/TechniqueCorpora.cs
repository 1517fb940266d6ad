using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cordon.Reading.Corpora;

/// <summary>Texts with the techniques that people marked in them, and ATT&amp;CK's own sentences on what used which technique.</summary>
internal static partial class TechniqueCorpora
{
    private const string Other = "[OTHER]";

    /// <summary>TRAM2's reports, by name; what is marked with no technique of the set has an empty type.</summary>
    public static List<Annotated> Tram(string root)
    {
        string folder = Path.Combine(root, "reports", "tram2", "data", "training", "tram2_data", "mjson_files");
        return [.. Directory.EnumerateFiles(folder, "*.mjson").Order(StringComparer.Ordinal).Select(Read)];
    }

    /// <summary>Sentences of ATT&amp;CK that tell how a technique was used.</summary>
    public static List<(string Technique, string Text)> Procedures(string root)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(root, "intel", "attack", "enterprise-attack.json"))
        );
        JsonElement objects = document.RootElement.GetProperty("objects");
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement one in objects.EnumerateArray())
        {
            if (one.GetProperty("type").GetString() == "attack-pattern")
            {
                foreach (JsonElement reference in one.GetProperty("external_references").EnumerateArray())
                {
                    if (reference.GetProperty("source_name").GetString() == "mitre-attack")
                    {
                        numbers[one.GetProperty("id").GetString()!] = reference.GetProperty("external_id").GetString()!;
                    }
                }
            }
        }

        var all = new List<(string, string)>();
        foreach (JsonElement one in objects.EnumerateArray())
        {
            if (
                one.GetProperty("type").GetString() == "relationship"
                && one.GetProperty("relationship_type").GetString() == "uses"
                && one.TryGetProperty("description", out JsonElement description)
                && numbers.TryGetValue(one.GetProperty("target_ref").GetString()!, out string? number)
            )
            {
                all.Add((number, Plain(description.GetString()!)));
            }
        }

        return all;
    }

    private static Annotated Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        string text = document.RootElement.GetProperty("signal").GetString()!;
        // Its places count code points.
        int[] places = Places(text);
        var marked = new List<Marked>();
        foreach (JsonElement set in document.RootElement.GetProperty("asets").EnumerateArray())
        {
            string type = set.GetProperty("type").GetString()!;
            Match number = Number().Match(type);
            if (!number.Success && type != Other)
            {
                continue;
            }

            foreach (JsonElement span in set.GetProperty("annots").EnumerateArray())
            {
                marked.Add(
                    new Marked(
                        number.Success ? number.Groups["number"].Value : "",
                        places[span[0].GetInt32()],
                        places[span[1].GetInt32()]
                    )
                );
            }
        }

        return new Annotated(Path.GetFileNameWithoutExtension(path), text, [.. marked.OrderBy(static m => m.Start)]);
    }

    private static int[] Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (int at = 0; at < text.Length; at += char.IsHighSurrogate(text[at]) ? 2 : 1)
        {
            places.Add(at);
        }

        places.Add(text.Length);
        return [.. places];
    }

    private static string Plain(string text) => Link().Replace(Citation().Replace(text, ""), "$1");

    [GeneratedRegex(@"\((?<number>T[0-9]{4}(\.[0-9]{3})?)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\(Citation: [^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
