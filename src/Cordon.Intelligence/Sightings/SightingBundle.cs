using System.Globalization;
using System.Net;
using System.Text.Json;
using Cordon.Intelligence.Importing;

namespace Cordon.Intelligence.Sightings;

/// <summary>
/// Writes sightings as a STIX 2.1 bundle (section 5.2): for each an indicator with its value and a sighting of it, where it was seen as an identity. Values of accounts are never in
/// it. The same sightings give the same bytes.
/// </summary>
public static class SightingBundle
{
    private const string Marking = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    private const long MostSeen = 999_999_999;
    private static readonly DateTime Timeless = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes them; the target stays open.</summary>
    /// <param name="sightings">In any order.</param>
    /// <param name="target">Gets UTF-8.</param>
    public static void Write(IReadOnlyList<Sighting> sightings, Stream target)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        ArgumentNullException.ThrowIfNull(target);
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        Sighting[] all = [.. SightingCounter.Ordered(sightings).Where(static s => PatternOf(s) is not null)];
        json.WriteStartObject();
        json.WriteString("type", "bundle");
        json.WriteString(
            "id",
            EntityIds.Of("bundle", "sightings\n" + string.Join('\n', all.Select(static s => s.ToString())))
        );
        if (all.Length > 0)
        {
            json.WriteStartArray("objects");
            WriteMarking(json);
            HashSet<string> written = new(StringComparer.Ordinal);
            foreach (Sighting one in all)
            {
                WriteOne(json, one, written);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter json, Sighting one, HashSet<string> written)
    {
        string identity = EntityIds.Of("identity", "sightings\n" + one.Organisation);
        if (written.Add(identity))
        {
            Start(json, "identity", identity, null, Timeless);
            json.WriteString("name", one.Organisation.Length > 0 ? one.Organisation : "an organisation without a name");
            json.WriteString("identity_class", "organization");
            json.WriteEndObject();
        }

        string indicator = EntityIds.Of("indicator", $"sightings\n{one.Kind}\n{one.Value}");
        if (written.Add(indicator))
        {
            Start(json, "indicator", indicator, null, Timeless);
            json.WriteString("pattern", PatternOf(one));
            json.WriteString("pattern_type", "stix");
            Time(json, "valid_from", one.First);
            json.WriteEndObject();
        }

        string day = one.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Start(
            json,
            "sighting",
            EntityIds.Of("sighting", $"{indicator}\n{identity}\n{day}"),
            identity,
            one.First,
            one.Last
        );
        Time(json, "first_seen", one.First);
        Time(json, "last_seen", one.Last);
        json.WriteNumber("count", Math.Min(one.Count, MostSeen));
        json.WriteString("sighting_of_ref", indicator);
        json.WriteStartArray("where_sighted_refs");
        json.WriteStringValue(identity);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Start(
        Utf8JsonWriter json,
        string type,
        string id,
        string? creator,
        DateTime created,
        DateTime? modified = null
    )
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", id);
        if (creator is not null)
        {
            json.WriteString("created_by_ref", creator);
        }

        Time(json, "created", created);
        Time(json, "modified", modified ?? created);
        json.WriteStartArray("object_marking_refs");
        json.WriteStringValue(Marking);
        json.WriteEndArray();
    }

    // TLP:AMBER of TLP 2.0, as OASIS published it.
    private static void WriteMarking(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "marking-definition");
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", Marking);
        json.WriteString("created", "2022-10-01T00:00:00.000Z");
        json.WriteString("name", "TLP:AMBER");
        json.WriteStartObject("extensions");
        json.WriteStartObject("extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d");
        json.WriteString("extension_type", "property-extension");
        json.WriteString("tlp_2_0", "amber");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? PatternOf(Sighting one)
    {
        // A value that a finding's identifier holds cut can't be looked for.
        if (one.Value.Length == 0 || one.Value.EndsWith('…'))
        {
            return null;
        }

        string literal =
            "'"
            + one.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
            + "'";
        return one.Kind switch
        {
            "address" => IsSix(one.Value) ? $"[ipv6-addr:value = {literal}]" : $"[ipv4-addr:value = {literal}]",
            "domain" => $"[domain-name:value = {literal}]",
            "URL" => $"[url:value = {literal}]",
            "e-mail address" => $"[email-addr:value = {literal}]",
            "file name" => $"[file:name = {literal}]",
            "digest" => one.Value.Length switch
            {
                32 => $"[file:hashes.MD5 = {literal}]",
                40 => $"[file:hashes.'SHA-1' = {literal}]",
                64 => $"[file:hashes.'SHA-256' = {literal}]",
                128 => $"[file:hashes.'SHA-512' = {literal}]",
                _ => null,
            },
            _ => null,
        };
    }

    private static bool IsSix(string value) =>
        IPAddress.TryParse(value.Split('/')[0], out IPAddress? address)
        && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;

    private static void Time(Utf8JsonWriter json, string name, DateTime time) =>
        json.WriteString(name, time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
