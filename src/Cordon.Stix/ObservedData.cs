using System.Text.Json;

namespace Cordon.Stix;

/// <summary>What was observed at one time, or several times alike (STIX 2.1, section 4.14): objects that refer to one another. Immutable.</summary>
public sealed class ObservedData
{
    private readonly IReadOnlyDictionary<string, JsonElement> _all;

    private ObservedData(
        StixTimestamp first,
        StixTimestamp last,
        int count,
        IReadOnlyList<JsonElement> objects,
        IReadOnlyDictionary<string, JsonElement> all
    ) => (First, Last, Count, Objects, _all) = (first, last, count, objects, all);

    /// <summary>When it was first observed.</summary>
    public StixTimestamp First { get; }

    /// <summary>When it was last observed.</summary>
    public StixTimestamp Last { get; }

    /// <summary>How many times, at least 1.</summary>
    public int Count { get; }

    /// <summary>The objects observed.</summary>
    public IReadOnlyList<JsonElement> Objects { get; }

    /// <summary>Takes the observations out of a bundle of STIX 2.0 or 2.1; of an observed-data object of STIX 2.0 by itself, that one.</summary>
    /// <param name="bundle">The bundle; its document must outlive what is returned.</param>
    /// <exception cref="FormatException">An observation lacks what every one has; the message says which and what.</exception>
    public static IReadOnlyList<ObservedData> Of(JsonElement bundle)
    {
        if (TextOf(bundle, "type") == "observed-data")
        {
            return [Read(bundle, [])];
        }

        if (
            bundle.ValueKind != JsonValueKind.Object
            || !bundle.TryGetProperty("objects", out JsonElement objects)
            || objects.ValueKind != JsonValueKind.Array
        )
        {
            throw new FormatException("this is no bundle: it has no list 'objects'");
        }

        Dictionary<string, JsonElement> all = new(StringComparer.Ordinal);
        foreach (JsonElement one in objects.EnumerateArray())
        {
            if (TextOf(one, "id") is { } id)
            {
                all.TryAdd(id, one);
            }
        }

        return
        [
            .. objects
                .EnumerateArray()
                .Where(static o => TextOf(o, "type") == "observed-data")
                .Select(o => Read(o, all)),
        ];
    }

    /// <summary>The object that a reference means; false where it is not there.</summary>
    internal bool TryResolve(string reference, out JsonElement found) => _all.TryGetValue(reference, out found);

    internal static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? TextOf(value)
            : null;

    /// <summary>A JSON string's text; null where it is no text: JSON may hold bytes that are no UTF-8, and halves of surrogate pairs.</summary>
    internal static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static ObservedData Read(JsonElement observed, Dictionary<string, JsonElement> all)
    {
        string name = TextOf(observed, "id") ?? "an observed-data object without id";
        StixTimestamp Time(string property) =>
            StixTimestamp.TryParse(TextOf(observed, property), out StixTimestamp time)
                ? time
                : throw new FormatException($"{name}: '{property}' is missing or no timestamp");

        int count = 1;
        if (
            observed.TryGetProperty("number_observed", out JsonElement number)
            && (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out count) || count < 1)
        )
        {
            throw new FormatException($"{name}: 'number_observed' has to be a whole number above 0");
        }

        // STIX 2.0 keeps the objects within, by names of their own; some writers leave an empty map beside the references of 2.1.
        if (
            observed.TryGetProperty("objects", out JsonElement own)
            && own.ValueKind == JsonValueKind.Object
            && own.EnumerateObject().Any()
        )
        {
            Dictionary<string, JsonElement> named = new(StringComparer.Ordinal);
            foreach (JsonProperty entry in own.EnumerateObject())
            {
                named[entry.Name] = entry.Value;
            }

            return new ObservedData(Time("first_observed"), Time("last_observed"), count, [.. named.Values], named);
        }

        List<JsonElement> objects = [];
        if (
            observed.TryGetProperty("object_refs", out JsonElement references)
            && references.ValueKind == JsonValueKind.Array
        )
        {
            foreach (JsonElement reference in references.EnumerateArray())
            {
                // One that is not in the bundle may be elsewhere: the others are still what was observed.
                if (
                    reference.ValueKind == JsonValueKind.String
                    && all.TryGetValue(reference.GetString()!, out JsonElement one)
                )
                {
                    objects.Add(one);
                }
            }
        }

        return new ObservedData(Time("first_observed"), Time("last_observed"), count, objects, all);
    }
}
