using System.Text.Json;
using Cordon.Events;

namespace Cordon.Detection.Cases;

/// <summary>
/// A made-up event on which a rule has to fire or must not: one line of a <c>cases.jsonl</c>. <c>docs/rules.md</c> describes it.
/// </summary>
public sealed class EventCase
{
    private readonly List<SnapshotField> _fields = [];
    private EventOrigin _origin = new() { Source = "case" };

    private EventCase(string rule, bool fires) => (Rule, Fires) = (rule, fires);

    /// <summary>The rule's file, from the folder of the cases, with slashes; or its id.</summary>
    public string Rule { get; }

    /// <summary>Whether the rule has to fire.</summary>
    public bool Fires { get; }

    /// <summary>Reads one line.</summary>
    /// <exception cref="FormatException">The line is not a case; the message says what is wrong.</exception>
    public static EventCase Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 4 });
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new FormatException($"it is not JSON: {fault.Message}", fault);
        }
    }

    /// <summary>The event, with fields of <paramref name="fields"/>.</summary>
    public EventSnapshot ToEvent(FieldTable fields) => new(fields, _origin, _fields);

    private static EventCase Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a case is an object");
        }

        var made = new EventCase(Text(root, "rule", needed: true), Fire(root));
        long? code = Member(root, "code") is { } given ? Code(given) : null;
        made._origin = new EventOrigin
        {
            Source = "case",
            Product = Text(root, "product", needed: false) is { Length: > 0 } product ? product : "windows",
            Channel = Text(root, "channel", needed: false),
            Provider = Text(root, "provider", needed: false),
            Code = code,
        };
        if (code is { } number)
        {
            made._fields.Add(SnapshotField.OfInteger("EventID", number));
        }

        made.AddNamed("Channel", made._origin.Channel);
        made.AddNamed("Provider_Name", made._origin.Provider);
        if (Member(root, "fields") is { } fields)
        {
            made.AddAll(fields);
        }

        return made;
    }

    private void AddNamed(string name, string text)
    {
        if (text.Length > 0)
        {
            _fields.Add(SnapshotField.OfText(name, text));
        }
    }

    private void AddAll(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("'fields' is an object of names and values");
        }

        foreach (JsonProperty field in fields.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in field.Value.EnumerateArray())
                {
                    _fields.Add(Field(field.Name, item));
                }
            }
            else
            {
                _fields.Add(Field(field.Name, field.Value));
            }
        }
    }

    private static SnapshotField Field(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => SnapshotField.OfText(name, value.GetString()!),
            JsonValueKind.Null => SnapshotField.OfNull(name),
            JsonValueKind.True or JsonValueKind.False => SnapshotField.Of(
                name,
                FieldValue.FromBoolean(value.GetBoolean())
            ),
            JsonValueKind.Number when value.TryGetInt64(out long number) => SnapshotField.OfInteger(name, number),
            _ => throw new FormatException(
                $"the value of '{name}' is neither text nor a whole number, true, false, null or a list of those"
            ),
        };

    private static bool Fire(JsonElement root) =>
        Member(root, "fires") switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => throw new FormatException("'fires' must be true or false"),
        };

    private static long Code(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long code)
            ? code
            : throw new FormatException("'code' is a whole number");

    private static string Text(JsonElement root, string name, bool needed) =>
        Member(root, name) switch
        {
            { ValueKind: JsonValueKind.String } text when !needed || text.GetString()!.Length > 0 => text.GetString()!,
            null when !needed => "",
            _ => throw new FormatException($"'{name}' must be there, as text"),
        };

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value : null;
}
