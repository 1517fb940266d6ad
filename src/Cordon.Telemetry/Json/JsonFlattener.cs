using System.Globalization;
using System.Text.Json;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Json;

/// <summary>Lays an object flat into an event: members joined by dots, items of lists by their number; items that are values keep the list's own name.</summary>
internal static class JsonFlattener
{
    /// <summary>The most values of an event.</summary>
    public const int MaxValues = 2_000;

    /// <summary>The deepest nesting; what is deeper is written as JSON.</summary>
    public const int MaxDepth = 12;

    /// <summary>The most items of one list; those beyond are left out.</summary>
    public const int MaxItems = 500;

    /// <summary>The longest text of one value, in characters.</summary>
    public const int MaxText = 64 * 1024;

    /// <summary>Adds all that is in a value.</summary>
    /// <param name="row">The event.</param>
    /// <param name="name">The name it has; empty for the record itself.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where values were left out.</returns>
    public static bool Add(RowEvent row, string name, JsonElement value) => Add(row, name, value, 0);

    /// <summary>A text as an event may hold it.</summary>
    public static string Bounded(string text) => text.Length > MaxText ? text[..MaxText] : text;

    private static bool Add(RowEvent row, string name, JsonElement value, int depth)
    {
        if (row.ValueCount >= MaxValues)
        {
            return false;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth < MaxDepth:
                return AddMembers(row, name, value, depth);
            case JsonValueKind.Array when depth < MaxDepth:
                return AddItems(row, name, value, depth);
            case JsonValueKind.Object or JsonValueKind.Array:
                row.Add(name, Bounded(value.GetRawText()));
                return true;
            case JsonValueKind.True or JsonValueKind.False:
                row.Add(name, value.GetBoolean());
                return true;
            case JsonValueKind.Number when value.TryGetInt64(out long whole):
                row.Add(name, whole, value.GetRawText());
                return true;
            case JsonValueKind.Number when value.TryGetDouble(out double number) && double.IsFinite(number):
                row.Add(name, number, value.GetRawText());
                return true;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                row.AddNull(name);
                return true;
            case JsonValueKind.Number:
                row.Add(name, Bounded(value.GetRawText()));
                return true;
            default:
                row.Add(name, Bounded(value.GetString()!));
                return true;
        }
    }

    private static bool AddMembers(RowEvent row, string name, JsonElement value, int depth)
    {
        bool isWhole = true;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string inner = name.Length == 0 ? member.Name : $"{name}.{member.Name}";
            isWhole &= Add(row, inner.Length > 512 ? inner[..512] : inner, member.Value, depth + 1);
        }

        return isWhole;
    }

    private static bool AddItems(RowEvent row, string name, JsonElement value, int depth)
    {
        bool isWhole = true;
        int number = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (number == MaxItems)
            {
                return false;
            }

            isWhole &= Add(
                row,
                item.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                    ? string.Create(CultureInfo.InvariantCulture, $"{name}.{number}")
                    : name,
                item,
                depth + 1
            );
            number++;
        }

        return isWhole;
    }
}
