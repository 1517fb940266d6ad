using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;
using Cordon.Stix;

namespace Cordon.Cli.Intelligence;

/// <summary>
/// A report that was read, as a STIX 2.1 bundle: observables, what is named, a report object, and a note for each claim with who says it. The same report
/// gives the same identifiers.
/// </summary>
internal static class ReportStix
{
    // Identifiers of objects of Cordon's own; STIX keeps its namespace for observables.
    private static readonly Guid Space = new("6f1d6a0e-52f0-4c8c-9f0a-3b6f2b8f7a51");
    private const string Epoch = "1970-01-01T00:00:00.000Z";

    /// <summary>Writes it.</summary>
    public static void Write(Report report, Stream output)
    {
        string time = report.Published is { } day ? $"{day:O}T00:00:00.000Z" : Epoch;
        var objects = new List<string>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ReportEntity entity in report.Entities)
        {
            (string Id, string Json)? made = Object(entity, time);
            if (made is { } one && known.TryAdd(one.Id, one.Json))
            {
                objects.Add(one.Json);
            }
        }

        List<string> references = [.. known.Keys];
        if (references.Count > 0)
        {
            string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Text)));
            string id = Id("report", digest);
            objects.Add(
                Json(json =>
                {
                    Head(json, "report", id, time);
                    json.WriteString("name", report.Title ?? "A report without a title");
                    json.WriteString("published", time);
                    List(json, "object_refs", references);
                })
            );
            foreach (Claim claim in report.Claims)
            {
                objects.Add(Note(claim, id, time));
            }
        }

        using var writer = new Utf8JsonWriter(
            output,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default }
        );
        writer.WriteStartObject();
        writer.WriteString("type", "bundle");
        writer.WriteString("id", Id("bundle", string.Join('\n', objects)));
        writer.WriteStartArray("objects");
        foreach (string one in objects)
        {
            writer.WriteRawValue(one);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Note(Claim claim, string report, string time)
    {
        string by = claim.AssertedBy.Count > 0 ? string.Join(", through ", claim.AssertedBy) : "the text itself";
        string content =
            $"{by} {ClaimWords.Of(claim.Stance)}: {claim.Subject} {claim.Predicate} {claim.Object}; outcome {ClaimWords.Of(claim.Outcome)}";
        return Json(json =>
        {
            Head(json, "note", Id("note", $"{report}\n{claim.Start}\n{content}"), time);
            json.WriteString("content", content);
            List(json, "object_refs", [report]);
        });
    }

    private static (string Id, string Json)? Object(ReportEntity entity, string time)
    {
        switch (entity.Type)
        {
            case EntityType.ThreatActor
            or EntityType.Identity
            or EntityType.Malware
            or EntityType.Tool
            or EntityType.Vulnerability
            or EntityType.AttackPattern:
                bool isTechnique = entity.Type == EntityType.AttackPattern;
                string name = isTechnique && entity.Technique is { } number ? number : (entity.Value ?? entity.Text);
                string id =
                    isTechnique && entity.RefersTo.Count > 0
                        ? entity.RefersTo[0].Id
                        : Id(entity.Type, name.ToLowerInvariant());
                return (
                    id,
                    Json(json =>
                    {
                        Head(json, entity.Type, id, time);
                        json.WriteString(
                            "name",
                            isTechnique && entity.RefersTo.Count > 0 ? entity.RefersTo[0].Name : name
                        );
                        if (entity.Type == EntityType.Malware)
                        {
                            json.WriteBoolean("is_family", true);
                        }
                    })
                );
            case EntityType.Ipv4
            or EntityType.Ipv6
            or EntityType.Domain
            or EntityType.Url
            or EntityType.Email
            or EntityType.Mac:
                return Observable(entity.Type, json => json.WriteString("value", entity.Value));
            case EntityType.RegistryKey:
                return Observable(entity.Type, json => json.WriteString("key", entity.Value));
            case EntityType.File:
                return Observable(entity.Type, json => File(json, entity.Value ?? entity.Text));
            default:
                return null;
        }
    }

    private static void File(Utf8JsonWriter json, string value)
    {
        string? hash = value.All(char.IsAsciiHexDigit)
            ? value.Length switch
            {
                32 => "MD5",
                40 => "SHA-1",
                64 => "SHA-256",
                128 => "SHA-512",
                _ => null,
            }
            : null;
        if (hash is null)
        {
            json.WriteString(
                "name",
                value[(value.LastIndexOfAny(['\\', '/']) + 1)..] is { Length: > 0 } name ? name : value
            );
            return;
        }

        json.WriteStartObject("hashes");
        json.WriteString(hash, value.ToLowerInvariant());
        json.WriteEndObject();
    }

    private static (string, string)? Observable(string type, Action<Utf8JsonWriter> write)
    {
        string bare = Json(json =>
        {
            json.WriteString("type", type);
            json.WriteString("spec_version", "2.1");
            write(json);
        });
        using var document = JsonDocument.Parse(bare);
        return StixId.OfObservable(document.RootElement) is { } id
            ? (
                id,
                Json(json =>
                {
                    json.WriteString("type", type);
                    json.WriteString("spec_version", "2.1");
                    json.WriteString("id", id);
                    write(json);
                })
            )
            : null;
    }

    private static void Head(Utf8JsonWriter json, string type, string id, string time)
    {
        json.WriteString("type", type);
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", id);
        json.WriteString("created", time);
        json.WriteString("modified", time);
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    // The same report gives the same identifiers.
    private static string Id(string type, string of) => $"{type}--{StixId.FromName(Space, $"{type}\n{of}")}";
}
