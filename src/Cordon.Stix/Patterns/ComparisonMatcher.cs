using System.Text.Json;

namespace Cordon.Stix.Patterns;

/// <summary>Holds comparisons against the objects of one observation: all tests joined by AND concern one object.</summary>
internal static class ComparisonMatcher
{
    // References that lead in circles end, and so do lists within lists.
    private const int MaxValues = 100_000;

    public static bool Matches(Comparison comparison, ObservedData observed)
    {
        foreach (JsonElement one in observed.Objects)
        {
            if (Holds(comparison, one, observed))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(Comparison comparison, JsonElement one, ObservedData observed) =>
        comparison switch
        {
            Comparison.All all => Holds(all.Left, one, observed) && Holds(all.Right, one, observed),
            Comparison.Any any => Holds(any.Left, one, observed) || Holds(any.Right, one, observed),
            Comparison.Test test => Holds(test, one, observed),
            _ => throw new InvalidOperationException(),
        };

    private static bool Holds(Comparison.Test test, JsonElement one, ObservedData observed)
    {
        if (ObservedData.TextOf(one, "type") != test.Path.ObjectType)
        {
            return false;
        }

        List<ObservedValue> values = [new(one, "", test.Path.Position)];
        foreach (PathStep step in test.Path.Steps)
        {
            values = Walk(values, step, observed);
        }

        foreach (ObservedValue value in values)
        {
            if (test.Operation.Holds(value) != test.IsNegated)
            {
                return true;
            }
        }

        return false;
    }

    private static List<ObservedValue> Walk(List<ObservedValue> values, PathStep step, ObservedData observed)
    {
        List<ObservedValue> next = [];
        foreach (ObservedValue value in values)
        {
            if (step.Name is not { } name)
            {
                Items(value, step.Index, next);
            }
            else if (
                Target(value, observed) is { ValueKind: JsonValueKind.Object } target
                && target.TryGetProperty(name, out JsonElement property)
            )
            {
                next.Add(new ObservedValue(property, name, value.Position));
            }

            if (next.Count > MaxValues)
            {
                throw new StixPatternException(value.Position, $"the path leads to more than {MaxValues} values");
            }
        }

        return next;
    }

    private static void Items(ObservedValue value, int? index, List<ObservedValue> next)
    {
        if (value.Json.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        if (index is not { } at)
        {
            foreach (JsonElement item in value.Json.EnumerateArray())
            {
                next.Add(value with { Json = item });
            }
        }
        else if (at < value.Json.GetArrayLength())
        {
            next.Add(value with { Json = value.Json[at] });
        }
    }

    // A path goes on through a reference (STIX 2.1, section 9.4.3).
    private static JsonElement Target(ObservedValue value, ObservedData observed) =>
        value.Json.ValueKind == JsonValueKind.String
        && (
            value.Property.EndsWith("_ref", StringComparison.Ordinal)
            || value.Property.EndsWith("_refs", StringComparison.Ordinal)
        )
        && observed.TryResolve(value.Json.GetString()!, out JsonElement found)
            ? found
            : value.Json;
}
