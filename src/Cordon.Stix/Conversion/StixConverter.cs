using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cordon.Stix;

/// <summary>Makes STIX 2.1 of what is written in STIX 2.0 (STIX 2.1, appendix on changes): the same objects by the same identifiers.</summary>
public static class StixConverter
{
    private static readonly Dictionary<string, string> TypesOfLabels = new(StringComparer.Ordinal)
    {
        ["indicator"] = "indicator_types",
        ["malware"] = "malware_types",
        ["report"] = "report_types",
        ["threat-actor"] = "threat_actor_types",
        ["tool"] = "tool_types",
    };

    /// <summary>The objects in STIX 2.1 that an object stands for: itself where it is of 2.1 already; of observed data the observables beside it.</summary>
    /// <exception cref="FormatException">The object is too odd to be converted; the message says why.</exception>
    public static IReadOnlyList<StixObject> ToVersion21(StixObject one)
    {
        ArgumentNullException.ThrowIfNull(one);
        if (one.SpecVersion != "2.0" || one.Created is null)
        {
            return [one];
        }

        JsonObject made = JsonObject.Create(one.Json.Clone())!;
        made["spec_version"] = "2.1";
        if (
            TypesOfLabels.TryGetValue(one.Type, out string? types)
            && !made.ContainsKey(types)
            && made["labels"] is JsonArray labels
        )
        {
            made.Remove("labels");
            made[types] = labels;
        }

        List<StixObject> all = [];
        switch (one.Type)
        {
            case "indicator":
                made.TryAdd("pattern_type", "stix");
                break;
            case "malware":
                // STIX 2.0 does not tell families from samples, and describes families nearly always.
                made.TryAdd("is_family", true);
                break;
            case "observed-data" when made["objects"] is JsonObject objects:
                made.Remove("objects");
                made["object_refs"] = Observables(one.Id, objects, all);
                break;
            case "marking-definition":
                made.Remove("modified");
                break;
        }

        if (one.Type != "marking-definition")
        {
            made["created"] = WithMilliseconds(one.Text("created")!);
            made["modified"] = WithMilliseconds(one.Text("modified") ?? one.Text("created")!);
        }

        all.Insert(0, ObjectOf(made));
        return all;
    }

    private static string WithMilliseconds(string time) =>
        time.Length == 20 && time[^1] == 'Z' ? time[..^1] + ".000Z" : time;

    // Objects within observed data refer to one another by names of their own, in any order; circles stay as they are named.
    private static JsonArray Observables(string id, JsonObject objects, List<StixObject> all)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        HashSet<string> open = new(StringComparer.Ordinal);
        var references = new JsonArray();
        foreach ((string name, JsonNode? node) in objects)
        {
            if (node is JsonObject)
            {
                references.Add((JsonNode)Resolve(name));
            }
        }

        return references;

        string Resolve(string name)
        {
            if (ids.TryGetValue(name, out string? known))
            {
                return known;
            }

            if (objects[name] is not JsonObject source || !open.Add(name) || open.Count > 1_000)
            {
                throw new FormatException($"{id}: the object '{name}' refers to itself or to nothing");
            }

            JsonObject made = source.DeepClone().AsObject();
            made["spec_version"] = "2.1";
            foreach ((string property, JsonNode? value) in source)
            {
                if (
                    property.EndsWith("_ref", StringComparison.Ordinal)
                    && value is JsonValue single
                    && single.TryGetValue(out string? target)
                )
                {
                    made[property] = objects.ContainsKey(target) ? Resolve(target) : target;
                }
                else if (property.EndsWith("_refs", StringComparison.Ordinal) && value is JsonArray list)
                {
                    made[property] = new JsonArray([
                        .. list.Select(v =>
                            v is JsonValue item && item.TryGetValue(out string? to) && objects.ContainsKey(to)
                                ? JsonValue.Create(Resolve(to))
                                : v?.DeepClone()
                        ),
                    ]);
                }
            }

            JsonElement element = ElementOf(made);
            string made21 =
                StixId.OfObservable(element)
                ?? $"{ObservedData.TextOf(element, "type")}--{StixId.FromName(Space, $"{id} {name}")}";
            made["id"] = made21;
            ids[name] = made21;
            all.Add(ObjectOf(made));
            return made21;
        }
    }

    // For observables without an identifier that everybody gives them: the same input gives the same one.
    private static readonly Guid Space = new("5f1e3c7a-9b64-4d0e-8a2d-c0d70b1a7e21");

    private static StixObject ObjectOf(JsonObject made) => new(ElementOf(made));

    private static JsonElement ElementOf(JsonObject made)
    {
        using var document = JsonDocument.Parse(made.ToJsonString());
        return document.RootElement.Clone();
    }
}
