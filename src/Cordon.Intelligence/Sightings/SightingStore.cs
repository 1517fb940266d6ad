using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Storing;

namespace Cordon.Intelligence.Sightings;

/// <summary>
/// The sightings that scans left in a store: a file for each, named by what is in it, so that the same logs read again change nothing, and each can be taken away.
/// </summary>
public sealed class SightingStore
{
    private const string Format = "cordon-sightings/1";
    private readonly string _folder;

    private SightingStore(string store) => _folder = Path.Combine(store, "sightings");

    /// <summary>The sightings of a store; null where the folder is none.</summary>
    /// <param name="path">A folder that <c>cordon intel import</c> made, or something else.</param>
    public static SightingStore? In(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IntelligenceStore.IsOne(path) ? new SightingStore(path) : null;
    }

    /// <summary>Keeps what a scan saw.</summary>
    /// <returns>Its identifier, and whether it was not there before.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    public (string Id, bool IsNew) Add(IReadOnlyList<Sighting> sightings)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        byte[] bytes = Bytes(sightings);
        string id = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        string path = PathOf(id);
        if (File.Exists(path))
        {
            return (id, false);
        }

        Directory.CreateDirectory(_folder);
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
        return (id, true);
    }

    /// <summary>The identifiers of what scans left, in their order, with how many sightings each has.</summary>
    /// <exception cref="IntelligenceException">One can't be read.</exception>
    public IReadOnlyList<(string Id, int Count)> Scans() =>
        [.. Files().Select(static f => (Path.GetFileNameWithoutExtension(f), Read(f).Count))];

    /// <summary>All sightings, each once, in a fixed order.</summary>
    /// <exception cref="IntelligenceException">One can't be read.</exception>
    public IReadOnlyList<Sighting> All()
    {
        Dictionary<(string, string, string, DateOnly), Sighting> all = [];
        foreach (Sighting one in Files().SelectMany(Read))
        {
            all[one.Key] = all.TryGetValue(one.Key, out Sighting? before) ? before.With(one) : one;
        }

        return SightingCounter.Ordered(all.Values);
    }

    /// <summary>Takes away what a scan left.</summary>
    /// <param name="id">Its identifier, or its first letters where they are one's only.</param>
    /// <returns>The identifier; null where there is none that begins so, or several.</returns>
    public string? Undo(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        string[] found =
        [
            .. Files().Where(f => Path.GetFileName(f).StartsWith(id, StringComparison.OrdinalIgnoreCase)),
        ];
        if (found.Length != 1)
        {
            return null;
        }

        File.Delete(found[0]);
        return Path.GetFileNameWithoutExtension(found[0]);
    }

    private string[] Files() =>
        Directory.Exists(_folder) ? [.. Directory.GetFiles(_folder, "*.json").Order(StringComparer.Ordinal)] : [];

    private string PathOf(string id) => Path.Combine(_folder, id + ".json");

    private static byte[] Bytes(IReadOnlyList<Sighting> sightings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("sightings");
            foreach (Sighting one in sightings)
            {
                json.WriteStartObject();
                json.WriteString("kind", one.Kind);
                json.WriteString("value", one.Value);
                json.WriteString("organisation", one.Organisation);
                json.WriteString("first", one.First.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("last", one.Last.ToString("O", CultureInfo.InvariantCulture));
                json.WriteNumber("count", one.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static List<Sighting> Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return JsonFields.Text(document.RootElement, "format") == Format
                ?
                [
                    .. JsonFields
                        .Items(document.RootElement, "sightings")
                        .Select(static s => new Sighting(
                            JsonFields.Text(s, "kind") ?? "",
                            JsonFields.Text(s, "value") ?? "",
                            JsonFields.Text(s, "organisation") ?? "",
                            TimeOf(s, "first"),
                            TimeOf(s, "last"),
                            s.GetProperty("count").GetInt64()
                        )),
                ]
                : throw new IntelligenceException($"{path} is of another version of Cordon");
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new IntelligenceException($"{path} is not whole: {fault.Message}", fault);
        }
    }

    private static DateTime TimeOf(JsonElement json, string name) =>
        DateTime.Parse(
            JsonFields.Text(json, name) ?? "",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}
