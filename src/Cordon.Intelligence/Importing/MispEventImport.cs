using System.Globalization;
using System.Text.Json;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads events of MISP: attributes, also those of objects, as indicators; deleted ones and those not meant for detection are counted and left out.</summary>
internal static class MispEventImport
{
    public const string Format = "MISP event";

    private static readonly Dictionary<string, IndicatorKind?[]> Types = new(StringComparer.Ordinal)
    {
        ["md5"] = [IndicatorKind.Hash],
        ["sha1"] = [IndicatorKind.Hash],
        ["sha256"] = [IndicatorKind.Hash],
        ["sha512"] = [IndicatorKind.Hash],
        ["filename|md5"] = [null, IndicatorKind.Hash],
        ["filename|sha1"] = [null, IndicatorKind.Hash],
        ["filename|sha256"] = [null, IndicatorKind.Hash],
        ["filename|sha512"] = [null, IndicatorKind.Hash],
        ["malware-sample"] = [null, IndicatorKind.Hash],
        ["domain"] = [IndicatorKind.Domain],
        ["hostname"] = [IndicatorKind.Domain],
        ["domain|ip"] = [IndicatorKind.Domain, IndicatorKind.Address],
        ["hostname|port"] = [IndicatorKind.Domain, null],
        ["ip-src"] = [IndicatorKind.Address],
        ["ip-dst"] = [IndicatorKind.Address],
        ["ip-src|port"] = [IndicatorKind.Address, null],
        ["ip-dst|port"] = [IndicatorKind.Address, null],
        ["url"] = [IndicatorKind.Url],
        ["uri"] = [IndicatorKind.Url],
        ["email"] = [IndicatorKind.Email],
        ["email-src"] = [IndicatorKind.Email],
        ["email-dst"] = [IndicatorKind.Email],
        ["filename"] = [IndicatorKind.FileName],
    };

    /// <summary>Reads an event, an answer of a server with several, or a list of events.</summary>
    public static void Read(JsonElement root, string place, ImportContent content)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            int at = 0;
            foreach (JsonElement one in root.EnumerateArray())
            {
                Read(one, $"{place}: [{at++}]", content);
            }
        }
        else if (root.ValueKind != JsonValueKind.Object)
        {
            content.Problems.Add(place, "this is no event");
        }
        else if (root.TryGetProperty("response", out JsonElement response))
        {
            Read(response, place, content);
        }
        else
        {
            ReadEvent(root.TryGetProperty("Event", out JsonElement inner) ? inner : root, place, content);
        }
    }

    private static void ReadEvent(JsonElement one, string place, ImportContent content)
    {
        if (JsonFields.Text(one, "info") is not { } title)
        {
            content.Problems.Add(place, "the event has no 'info'");
            return;
        }

        string publisher =
            (one.TryGetProperty("Orgc", out JsonElement org) ? JsonFields.Text(org, "name") : null) ?? "unnamed";
        StatedGrade grade = StatedGrade.Of(TagsOf(one));
        Dictionary<string, KnowledgeSource> graded = new(StringComparer.Ordinal);
        KnowledgeSource SourceOf(string? of)
        {
            if (!graded.TryGetValue(of ?? "", out KnowledgeSource? source))
            {
                source = content.AddSource(publisher, title, JsonFields.Date(one, "date"), grade: of);
                graded.Add(of ?? "", source);
            }

            return source;
        }

        var whole = new Indicator(IndicatorKind.Hash, "", SourceOf(grade.OfSource))
        {
            Label = LabelOf(one),
            Refs = MispGalaxyImport.RefsOf(one),
            Confidence = grade.Sureness,
        };
        Indicator Like(JsonElement attribute)
        {
            StatedGrade own = StatedGrade.Of(TagsOf(attribute)).Or(grade);
            return own == grade ? whole : whole with { From = SourceOf(own.OfSource), Confidence = own.Sureness };
        }

        int at = 0;
        foreach (JsonElement attribute in JsonFields.Items(one, "Attribute"))
        {
            Take(attribute, Like(attribute), $"{place}: Attribute[{at++}]", content);
        }

        at = 0;
        foreach (JsonElement thing in JsonFields.Items(one, "Object"))
        {
            int inner = 0;
            foreach (JsonElement attribute in JsonFields.Items(thing, "Attribute"))
            {
                Take(attribute, Like(attribute), $"{place}: Object[{at}].Attribute[{inner++}]", content);
            }

            at++;
        }
    }

    private static void Take(JsonElement attribute, Indicator like, string place, ImportContent content)
    {
        if (JsonFields.Flag(attribute, "deleted"))
        {
            content.Leave("attributes that were deleted");
            return;
        }

        if (JsonFields.Text(attribute, "type") is not { } type || JsonFields.Text(attribute, "value") is not { } value)
        {
            content.Problems.Add(place, "the attribute has no 'type', or no 'value'");
            return;
        }

        if (!Types.TryGetValue(type, out IndicatorKind?[]? kinds))
        {
            content.Leave("attributes of kinds that are not looked for");
            return;
        }

        if (!JsonFields.Flag(attribute, "to_ids"))
        {
            content.Leave("attributes that their author does not mean for detection (to_ids)");
            return;
        }

        DateOnly? seen = SecondsOf(attribute, "timestamp") ?? like.From.Date;
        like = like with { ValidFrom = JsonFields.Date(attribute, "first_seen") ?? seen };
        string[] parts = kinds.Length == 1 ? [value] : value.Split('|', 2);
        if (parts.Length < kinds.Length)
        {
            content.Problems.Add(place, $"the value of '{type}' has no '|'");
            return;
        }

        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is { } kind)
            {
                content.AddIndicator(kind, parts[i], like, place);
            }
        }
    }

    // MISP writes seconds since 1970 as text.
    private static DateOnly? SecondsOf(JsonElement json, string name) =>
        JsonFields.Text(json, name) is { } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds is > 0 and < 32_503_680_000
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : null;

    private static IEnumerable<string> TagsOf(JsonElement one) =>
        JsonFields.Items(one, "Tag").Select(static t => JsonFields.Text(t, "name")).OfType<string>();

    private static string? LabelOf(JsonElement one)
    {
        foreach (JsonElement tag in JsonFields.Items(one, "Tag"))
        {
            if (
                JsonFields.Text(tag, "name") is { } name
                && (
                    name.StartsWith("misp-galaxy:threat-actor=", StringComparison.Ordinal)
                    || name.StartsWith("misp-galaxy:mitre-intrusion-set=", StringComparison.Ordinal)
                )
            )
            {
                return name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"');
            }
        }

        return null;
    }
}
