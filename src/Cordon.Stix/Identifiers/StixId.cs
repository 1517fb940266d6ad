using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cordon.Stix.Identifiers;

namespace Cordon.Stix;

/// <summary>Identifiers of STIX objects (STIX 2.1, section 2.9).</summary>
public static class StixId
{
    private static readonly Guid Observables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    private static readonly Dictionary<string, string[]> Contributing = new(StringComparer.Ordinal)
    {
        ["artifact"] = ["hashes", "payload_bin"],
        ["autonomous-system"] = ["number"],
        ["directory"] = ["path"],
        ["domain-name"] = ["value"],
        ["email-addr"] = ["value"],
        ["email-message"] = ["from_ref", "subject", "body"],
        ["file"] = ["hashes", "name", "parent_directory_ref", "extensions"],
        ["ipv4-addr"] = ["value"],
        ["ipv6-addr"] = ["value"],
        ["mac-addr"] = ["value"],
        ["mutex"] = ["name"],
        ["network-traffic"] = ["start", "end", "src_ref", "dst_ref", "src_port", "dst_port", "protocols", "extensions"],
        ["software"] = ["name", "cpe", "swid", "vendor", "version"],
        ["url"] = ["value"],
        ["user-account"] = ["account_type", "user_id", "account_login"],
        ["windows-registry-key"] = ["key", "values"],
        ["x509-certificate"] = ["hashes", "serial_number"],
    };

    /// <summary>
    /// The identifier that everybody gives an observable with these properties; null for types that have none (processes, custom types), and where none of the
    /// properties that count is there.
    /// </summary>
    /// <param name="observable">The observable with its <c>type</c>; whatever its <c>id</c> is does not count.</param>
    public static string? OfObservable(JsonElement observable)
    {
        if (
            ObservedData.TextOf(observable, "type") is not { } type
            || !Contributing.TryGetValue(type, out string[]? names)
        )
        {
            return null;
        }

        List<(string, JsonElement)> properties = [];
        foreach (string name in names)
        {
            if (observable.TryGetProperty(name, out JsonElement value))
            {
                properties.Add((name, name == "hashes" ? OneHash(value) : value));
            }
        }

        if (properties.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        CanonicalJson.WriteObject(properties, text);
        return $"{type}--{FromName(Observables, text.ToString())}";
    }

    /// <summary>The identifier of version 5 of a name in a namespace (RFC 9562, section 5.5): the same name gives the same one.</summary>
    /// <param name="space">A namespace; never STIX's own for other objects than observables.</param>
    /// <param name="name">The name.</param>
    public static Guid FromName(Guid space, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] bytes = [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // The format asks for SHA-1; nothing is protected by it.
        Span<byte> digest = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        digest[6] = (byte)((digest[6] & 0x0F) | 0x50);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest, bigEndian: true);
    }

    // Of several digests one counts, in a fixed order; of others the first.
    private static JsonElement OneHash(JsonElement hashes)
    {
        if (hashes.ValueKind != JsonValueKind.Object)
        {
            return hashes;
        }

        foreach (string name in (ReadOnlySpan<string>)["MD5", "SHA-1", "SHA-256", "SHA-512"])
        {
            if (hashes.TryGetProperty(name, out JsonElement digest))
            {
                return Pair(name, digest);
            }
        }

        foreach (JsonProperty first in hashes.EnumerateObject())
        {
            return Pair(first.Name, first.Value);
        }

        return hashes;
    }

    private static JsonElement Pair(string name, JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WritePropertyName(name);
            value.WriteTo(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
