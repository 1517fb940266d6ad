using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;
using Cordon.Stix;

namespace Cordon.Cli.Intelligence;

/// <summary>
/// A report that was read, as a STIX 2.1 bundle: observables, what is named, claims as relationships, opinions and notes with who says them, and a report
/// object that holds them together. The same report gives the same identifiers.
/// </summary>
internal static class ReportStix
{
    // Identifiers of objects of Cordon's own; STIX keeps its namespace for observables.
    private static readonly Guid Space = new("6f1d6a0e-52f0-4c8c-9f0a-3b6f2b8f7a51");
    private const string Epoch = "1970-01-01T00:00:00.000Z";

    /// <summary>Writes it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="knowledge">Tells the actors that claims refer to.</param>
    /// <param name="output">Gets UTF-8; it is not closed.</param>
    public static void Write(Report report, KnowledgeBase knowledge, Stream output)
    {
        string time = report.Published is { } day ? $"{day:O}T00:00:00.000Z" : Epoch;
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Text)));
        using var writer = new Utf8JsonWriter(
            output,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default }
        );
        writer.WriteStartObject();
        writer.WriteString("type", "bundle");
        writer.WriteString("id", Id("bundle", digest));
        writer.WriteStartArray("objects");
        var references = new List<string>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (ReportEntity entity in report.Entities)
        {
            if (Object(entity, time) is not { } made)
            {
                continue;
            }

            byName.TryAdd(entity.Text, made.Id);
            if (written.Add(made.Id))
            {
                references.Add(made.Id);
                writer.WriteRawValue(made.Json);
            }
        }

        references.AddRange(
            ClaimBundle.WriteObjects(
                [.. report.Claims.Select(c => Referring(c, byName, report.Published))],
                knowledge,
                writer
            )
        );
        if (references.Count > 0)
        {
            writer.WriteRawValue(
                Json(json =>
                {
                    Head(json, "report", Id("report", digest), time);
                    json.WriteString("name", report.Title ?? "A report without a title");
                    json.WriteString("published", time);
                    List(json, "object_refs", references.Distinct(StringComparer.Ordinal));
                })
            );
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // Who a claim is about is the object of the name that stands in the text, and not one more.
    private static Claim Referring(Claim claim, Dictionary<string, string> byName, DateOnly? day) =>
        claim with
        {
            Said = claim.Said ?? day,
            SubjectRef = claim.SubjectRef ?? byName.GetValueOrDefault(claim.Subject),
            ObjectRef = claim.ObjectRef ?? byName.GetValueOrDefault(claim.Object),
        };

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
