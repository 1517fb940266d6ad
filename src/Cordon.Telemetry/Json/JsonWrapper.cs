using System.Text.Json;

namespace Cordon.Telemetry.Json;

/// <summary>
/// Knows objects that only wrap a list of records, as programming interfaces answer with them: <c>{"value":[…]}</c>, <c>{"Records":[…]}</c>, <c>{"items":[…]}</c>,
/// <c>{"response":{"authlogs":[…]}}</c>.
/// </summary>
internal static class JsonWrapper
{
    private const int MaxMembersBefore = 8;

    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        "value",
        "records",
        "items",
        "data",
        "response",
        "results",
        "result",
        "authlogs",
        "logs",
        "rows",
        "activities",
        "entries",
    };

    private static readonly HashSet<string> Holders = new(StringComparer.OrdinalIgnoreCase)
    {
        "response",
        "data",
        "result",
    };

    // A record that has a list of its own says when it was.
    private static readonly HashSet<string> Times = new(StringComparer.OrdinalIgnoreCase)
    {
        "time",
        "timestamp",
        "@timestamp",
        "published",
        "eventTime",
        "createdDateTime",
        "creationTime",
        "activityDateTime",
        "isotimestamp",
        "created_at",
    };

    /// <summary>Whether an object that begins so wraps a list of objects.</summary>
    /// <param name="head">Its beginning, which may be cut.</param>
    /// <param name="inner">Where the list's first item begins.</param>
    public static bool Find(ReadOnlySpan<byte> head, out int inner)
    {
        var reader = new Utf8JsonReader(
            head,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth, AllowTrailingCommas = true })
        );
        inner = 0;
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && Find(ref reader, out inner);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The records that an object wraps, or itself.</summary>
    public static IEnumerable<JsonElement> Unwrap(JsonElement record)
    {
        JsonElement? list = record.ValueKind == JsonValueKind.Object ? ListOf(record) : record;
        return list is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray().AsEnumerable() : [record];
    }

    private static bool Find(ref Utf8JsonReader reader, out int inner)
    {
        inner = 0;
        for (int members = 0; members <= MaxMembersBefore && reader.Read(); members++)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                return false;
            }

            string name = reader.GetString()!;
            if (Times.Contains(name) || !reader.Read())
            {
                return false;
            }

            if (reader.TokenType == JsonTokenType.StartArray && Lists.Contains(name))
            {
                inner = (int)reader.BytesConsumed;
                return reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            }

            if (reader.TokenType == JsonTokenType.StartObject && Holders.Contains(name))
            {
                return Find(ref reader, out inner);
            }

            if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private static JsonElement? ListOf(JsonElement record)
    {
        int members = 0;
        foreach (JsonProperty member in record.EnumerateObject())
        {
            if (members++ > MaxMembersBefore || Times.Contains(member.Name))
            {
                return null;
            }

            if (member.Value.ValueKind == JsonValueKind.Array && Lists.Contains(member.Name))
            {
                return member.Value.GetArrayLength() > 0 && member.Value[0].ValueKind == JsonValueKind.Object
                    ? member.Value
                    : null;
            }

            if (member.Value.ValueKind == JsonValueKind.Object && Holders.Contains(member.Name))
            {
                return ListOf(member.Value);
            }
        }

        return null;
    }
}
