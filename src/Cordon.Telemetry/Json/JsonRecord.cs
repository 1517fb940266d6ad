using System.Text.Json;

namespace Cordon.Telemetry.Json;

/// <summary>One record laid flat: its values in their order, each with what its path stands for. Used again for the next. For one thread.</summary>
internal sealed class JsonRecord(MemberNames names)
{
    private readonly int[] _lengths = new int[JsonLimits.MaxDepth + 1];
    private byte[] _path = new byte[256];
    private JsonValue[] _values = new JsonValue[64];

    /// <summary>A value of the record.</summary>
    /// <param name="Name">What its path stands for.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Start">Where its bytes begin in the record, without quotes.</param>
    /// <param name="Length">How many there are.</param>
    /// <param name="IsEscaped">Whether the text has escapes.</param>
    public readonly record struct JsonValue(MemberName Name, JsonTokenType Kind, int Start, int Length, bool IsEscaped);

    /// <summary>The values, in the record's order.</summary>
    public ReadOnlySpan<JsonValue> Values => _values.AsSpan(0, Count);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there were more than the limit allows.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads a record.</summary>
    /// <param name="json">One JSON value, UTF-8.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Read(ReadOnlySpan<byte> json)
    {
        Count = 0;
        IsCut = false;
        names.Refresh();
        var reader = new Utf8JsonReader(
            json,
            new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth, AllowTrailingCommas = true }
        );
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "it is no JSON object";
            }

            ReadMembers(ref reader);
            return null;
        }
        catch (JsonException fault)
        {
            Count = 0;
            return $"it is no valid JSON: {Reason(fault)}";
        }
        catch (InvalidOperationException)
        {
            Count = 0;
            return "the name of a member holds half of a surrogate pair";
        }
    }

    private void ReadMembers(ref Utf8JsonReader reader)
    {
        int length = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when reader.CurrentDepth == 1 && !reader.ValueIsEscaped:
                    // Most records are flat: such a name is the path, and is only copied where more is joined to it.
                    ReadOnlySpan<byte> name = reader.ValueSpan;
                    reader.Read();
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        length = Begin(name);
                        _lengths[reader.CurrentDepth + 1] = length;
                    }
                    else
                    {
                        Add(ref reader, name);
                    }

                    break;
                case JsonTokenType.PropertyName:
                    length = Join(_lengths[reader.CurrentDepth], ref reader);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    // What lies within begins with this path; the items of an array have the array's own.
                    _lengths[reader.CurrentDepth + 1] = length;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    length = _lengths[reader.CurrentDepth + 1];
                    break;
                default:
                    Add(ref reader, _path.AsSpan(0, length));
                    break;
            }
        }
    }

    private int Begin(ReadOnlySpan<byte> name)
    {
        MakeRoom(name.Length);
        name.CopyTo(_path);
        return name.Length;
    }

    // The path of a member; the record itself has none.
    private int Join(int parent, ref Utf8JsonReader reader)
    {
        int at = reader.CurrentDepth == 1 ? 0 : parent;
        MakeRoom(at + 1 + reader.ValueSpan.Length);
        if (at > 0)
        {
            _path[at++] = (byte)'.';
        }

        if (reader.ValueIsEscaped)
        {
            return at + reader.CopyString(_path.AsSpan(at));
        }

        reader.ValueSpan.CopyTo(_path.AsSpan(at));
        return at + reader.ValueSpan.Length;
    }

    private void MakeRoom(int most)
    {
        if (_path.Length < most)
        {
            Array.Resize(ref _path, Math.Max(_path.Length * 2, most));
        }
    }

    private void Add(ref Utf8JsonReader reader, ReadOnlySpan<byte> path)
    {
        if (Count >= JsonLimits.MaxFields)
        {
            IsCut = true;
            return;
        }

        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Count * 2);
        }

        int quote = reader.TokenType == JsonTokenType.String ? 1 : 0;
        _values[Count++] = new JsonValue(
            names[path],
            reader.TokenType,
            (int)reader.TokenStartIndex + quote,
            reader.ValueSpan.Length,
            reader.ValueIsEscaped
        );
    }

    // The library's message ends with where it is, in its own words.
    private static string Reason(JsonException fault)
    {
        int end = fault.Message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }
}
