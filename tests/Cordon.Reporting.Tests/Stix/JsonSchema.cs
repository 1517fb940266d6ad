using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cordon.Reporting.Tests.Stix;

/// <summary>
/// The part of JSON Schema (draft 2020-12) that the public schemas of STIX use, over a folder of schema files. Keywords that it does not know
/// are passed over, as the specification says; <c>format</c> is an annotation.
/// </summary>
internal sealed class JsonSchema(string folder)
{
    private readonly Dictionary<string, JsonElement> _files = new(StringComparer.Ordinal);

    /// <summary>Checks a value and adds what is wrong, with the place.</summary>
    public bool Check(string file, JsonElement value, List<string> faults) =>
        Check(
            new Place(Path.GetFullPath(Path.Combine(folder, file)), Load(Path.Combine(folder, file))),
            value,
            "",
            faults
        );

    private JsonElement Load(string path)
    {
        string full = Path.GetFullPath(path);
        if (!_files.TryGetValue(full, out JsonElement schema))
        {
            schema = JsonDocument.Parse(File.ReadAllBytes(full)).RootElement;
            _files[full] = schema;
        }

        return schema;
    }

    private bool Check(Place place, JsonElement value, string at, List<string> faults)
    {
        JsonElement schema = place.Schema;
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.ValueKind == JsonValueKind.True || Fault(faults, at, "is not allowed");
        }

        bool good = true;
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            good &= Holds(place, keyword, value, at, faults);
        }

        return good;
    }

    private bool Holds(Place place, JsonProperty keyword, JsonElement value, string at, List<string> faults)
    {
        JsonElement rule = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                return Check(Resolve(place, rule.GetString()!), value, at, faults);
            case "allOf":
                return rule.EnumerateArray()
                    .Aggregate(true, (all, s) => Check(place with { Schema = s }, value, at, faults) && all);
            case "anyOf":
                return rule.EnumerateArray().Any(s => Check(place with { Schema = s }, value, at, []))
                    || Fault(faults, at, "fits no alternative");
            case "oneOf":
                int fitting = rule.EnumerateArray().Count(s => Check(place with { Schema = s }, value, at, []));
                return fitting == 1 || Fault(faults, at, $"fits {fitting} alternatives, not one");
            case "not":
                return !Check(place with { Schema = rule }, value, at, [])
                    || Fault(faults, at, "is what it must not be");
            case "type":
                return rule.GetString() == TypeOf(value)
                    || (rule.GetString() == "number" && TypeOf(value) == "integer")
                    || Fault(faults, at, $"is no {rule.GetString()}");
            case "enum":
                return rule.EnumerateArray()
                        .Any(v => v.ValueKind == value.ValueKind && v.ToString() == value.ToString())
                    || Fault(faults, at, $"'{value}' is not in the list");
            case "const":
                return rule.ToString() == value.ToString() || Fault(faults, at, $"is not {rule}");
            case "pattern":
                return value.ValueKind != JsonValueKind.String
                    || Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(5))
                    || Fault(faults, at, $"'{value}' does not fit {rule}");
            case "minimum":
                return value.ValueKind != JsonValueKind.Number
                    || value.GetDouble() >= rule.GetDouble()
                    || Fault(faults, at, "is too small");
            case "maximum":
                return value.ValueKind != JsonValueKind.Number
                    || value.GetDouble() <= rule.GetDouble()
                    || Fault(faults, at, "is too large");
            case "minItems":
                return value.ValueKind != JsonValueKind.Array
                    || value.GetArrayLength() >= rule.GetInt32()
                    || Fault(faults, at, "has too few items");
            case "minProperties":
                return value.ValueKind != JsonValueKind.Object
                    || value.EnumerateObject().Count() >= rule.GetInt32()
                    || Fault(faults, at, "has too few members");
            case "required":
                return value.ValueKind != JsonValueKind.Object
                    || rule.EnumerateArray()
                        .All(n => value.TryGetProperty(n.GetString()!, out _) || Fault(faults, at, $"lacks {n}"));
            case "items":
                return value.ValueKind != JsonValueKind.Array
                    || value
                        .EnumerateArray()
                        .Aggregate(true, (all, v) => Check(place with { Schema = rule }, v, at + "[]", faults) && all);
            case "properties":
                return Members(
                    value,
                    (name, member) =>
                        !rule.TryGetProperty(name, out JsonElement s)
                        || Check(place with { Schema = s }, member, $"{at}.{name}", faults)
                );
            case "patternProperties":
                return Members(
                    value,
                    (name, member) =>
                        rule.EnumerateObject()
                            .Where(p => Regex.IsMatch(name, p.Name, RegexOptions.None, TimeSpan.FromSeconds(5)))
                            .All(p => Check(place with { Schema = p.Value }, member, $"{at}.{name}", faults))
                );
            case "additionalProperties":
                return Members(
                    value,
                    (name, member) =>
                        IsNamed(place.Schema, name)
                        || Check(place with { Schema = rule }, member, $"{at}.{name}", faults)
                );
            default:
                return true;
        }
    }

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(name, out _))
        || (
            schema.TryGetProperty("patternProperties", out JsonElement patterns)
            && patterns
                .EnumerateObject()
                .Any(p => Regex.IsMatch(name, p.Name, RegexOptions.None, TimeSpan.FromSeconds(5)))
        );

    private static bool Members(JsonElement value, Func<string, JsonElement, bool> check)
    {
        return value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().Aggregate(true, (all, member) => check(member.Name, member.Value) && all);
    }

    private Place Resolve(Place place, string reference)
    {
        string[] halves = reference.Split('#', 2);
        string file =
            halves[0].Length == 0
                ? place.File
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(place.File)!, halves[0]));
        JsonElement schema = Load(file);
        if (halves.Length == 2)
        {
            foreach (string step in halves[1].Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                schema = schema.GetProperty(step);
            }
        }

        return new Place(file, schema);
    }

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            _ => "null",
        };

    private static bool Fault(List<string> faults, string at, string what)
    {
        faults.Add($"{(at.Length == 0 ? "the object" : at)} {what}");
        return false;
    }

    private sealed record Place(string File, JsonElement Schema);
}
