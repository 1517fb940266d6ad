using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Events;
using Cordon.Reporting.Answers;

namespace Cordon.Reporting.Files;

/// <summary>Findings as JSON lines: one finding a line, UTF-8, line feed. docs/formats/findings.md describes the shape.</summary>
public sealed class FindingJson : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The lines are read by programs and by grep; quotes in command lines stay readable. Control characters are escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // Names of fields, beyond which looking for each in all others costs too much.
    private const int FewFields = 32;

    private readonly Stream _output;

    // A line: a writer on the stream itself would flush it with each.
    private readonly ArrayBufferWriter<byte> _line = new(1024);
    private readonly Utf8JsonWriter _json;

    /// <summary>Writes to <paramref name="output"/>, which stays open and is not flushed.</summary>
    public FindingJson(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _json = new Utf8JsonWriter(_line, Options);
    }

    /// <summary>Writes one line.</summary>
    /// <exception cref="IOException">The output can't be written.</exception>
    public void Write(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("id", finding.Id);
        WriteText("time", Wording.Of(finding.Time));
        WriteRule(finding.Rule);
        _json.WriteStartObject("event");
        WriteEvent(finding.Event);
        _json.WriteEndObject();
        _json.WritePropertyName("fields");
        WriteFields(finding.Fields);
        if (finding.Correlation is { } correlation)
        {
            WriteCorrelation(correlation);
        }

        WriteEntities(finding);
        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        _output.Write(_line.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteRule(FindingRule rule)
    {
        _json.WriteStartObject("rule");
        _json.WriteString("id", rule.Id);
        _json.WriteString("title", rule.Title);
        _json.WriteString("level", Wording.Of(rule.Level));
        _json.WriteString("kind", Wording.Of(rule.Kind));
        _json.WriteEndObject();
        _json.WriteStartArray("techniques");
        foreach (string technique in rule.Techniques)
        {
            _json.WriteStringValue(technique);
        }

        _json.WriteEndArray();
    }

    private void WriteEntities(Finding finding)
    {
        if (finding.Reason.Length > 0)
        {
            _json.WriteString("reason", finding.Reason);
        }

        if (finding.Entities.Count == 0)
        {
            return;
        }

        _json.WriteStartArray("entities");
        foreach (FindingEntity entity in finding.Entities)
        {
            _json.WriteStartObject();
            _json.WriteString("role", KindWords.Of(entity.Role));
            _json.WriteString("kind", KindWords.Of(entity.Observable.Kind));
            _json.WriteString("name", entity.Observable.Value);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteCorrelation(CorrelationFacts correlation)
    {
        _json.WriteStartObject("correlation");
        WriteText("first", Wording.Of(correlation.First));
        WriteText("last", Wording.Of(correlation.Last));
        _json.WriteNumber("count", correlation.EventCount);
        if (correlation.Figure is { } figure && double.IsFinite(figure))
        {
            _json.WriteNumber("figure", figure);
        }

        _json.WriteStartArray("events");
        foreach (EventOrigin origin in correlation.Events)
        {
            _json.WriteStartObject();
            WriteText("time", Wording.Of(origin.Time));
            WriteEvent(origin);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteEvent(EventOrigin origin)
    {
        _json.WriteString("source", origin.Source);
        _json.WritePropertyName("record");
        if (origin.RecordId is { } record)
        {
            _json.WriteNumberValue(record);
        }
        else
        {
            _json.WriteNullValue();
        }

        WriteText("channel", origin.Channel);
        WriteText("provider", origin.Provider);
        _json.WritePropertyName("code");
        if (origin.Code is { } code)
        {
            _json.WriteNumberValue(code);
        }
        else
        {
            _json.WriteNullValue();
        }

        WriteText("computer", origin.Computer);
        if (origin.IsRecovered)
        {
            _json.WriteBoolean("recovered", true);
        }
    }

    private void WriteText(string name, string text)
    {
        if (text.Length == 0)
        {
            _json.WriteNull(name);
        }
        else
        {
            _json.WriteString(name, text);
        }
    }

    /// <summary>Names that repeat become one member with a list, so that no reader of JSON drops any.</summary>
    private void WriteFields(IReadOnlyList<SnapshotField> fields)
    {
        // They are made anew each time that they are asked for.
        SnapshotField[] all = [.. fields];
        _json.WriteStartObject();
        if (AreDistinct(all))
        {
            foreach (SnapshotField field in all)
            {
                _json.WritePropertyName(field.Name);
                WriteValue(field);
            }

            _json.WriteEndObject();
            return;
        }

        foreach (IGrouping<string, SnapshotField> group in all.GroupBy(static f => f.Name, StringComparer.Ordinal))
        {
            _json.WritePropertyName(group.Key);
            SnapshotField[] values = [.. group];
            if (values.Length == 1)
            {
                WriteValue(values[0]);
                continue;
            }

            _json.WriteStartArray();
            foreach (SnapshotField value in values)
            {
                WriteValue(value);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    /// <summary>Whether it is known that no two have one name; of many fields it is not asked.</summary>
    private static bool AreDistinct(SnapshotField[] fields)
    {
        if (fields.Length > FewFields)
        {
            return false;
        }

        for (int i = 1; i < fields.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (fields[i].Name == fields[j].Name)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void WriteValue(SnapshotField field)
    {
        FieldValue value = field.Value;
        switch (value.Kind)
        {
            case FieldKind.Null or FieldKind.Missing:
                _json.WriteNullValue();
                break;
            case FieldKind.Boolean:
                _json.WriteBooleanValue(value.Text is "true");
                break;

            // Hexadecimal numbers keep their written form: that is what the event shows.
            case FieldKind.Integer
                when !field.Text.StartsWith("0x", StringComparison.Ordinal) && value.TryGetInteger(out long whole):
                _json.WriteNumberValue(whole);
                break;
            case FieldKind.Real when value.TryGetReal(out double real) && double.IsFinite(real):
                _json.WriteNumberValue(real);
                break;
            default:
                _json.WriteStringValue(field.Text);
                break;
        }
    }
}
