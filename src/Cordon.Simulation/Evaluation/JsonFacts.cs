using System.Globalization;
using System.Text.Json;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Evaluation;

/// <summary>Reads values of a JSON document with messages that say where something is wrong.</summary>
internal sealed class JsonFacts(string path, EvaluationLimits limits)
{
    private int _targets;

    /// <summary>Reads a whole document, within the limits.</summary>
    public JsonDocument Open()
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > limits.MaxBytes)
            {
                throw Fault("", $"it has {file.Length} bytes, more than the {limits.MaxBytes} that are read");
            }

            JsonDocument document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = limits.MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                document.Dispose();
                throw Fault("", "it holds no JSON object");
            }

            return document;
        }
        catch (JsonException fault)
        {
            string where = fault.LineNumber is { } line
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $" (line {line + 1}, byte {fault.BytePositionInLine + 1})"
                )
                : "";
            throw new EvaluationException($"{path} is no JSON that can be read{where}; make it anew", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path} can't be read: {fault.Message}", fault);
        }
    }

    /// <summary>A list that has to be there.</summary>
    public List<(JsonElement Item, string Where)> List(JsonElement parent, string name, string where)
    {
        if (
            parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty(name, out JsonElement list)
            || list.ValueKind != JsonValueKind.Array
        )
        {
            throw Fault(where, $"'{name}' is not there, or is no list");
        }

        int count = list.GetArrayLength();
        if (name == "targets")
        {
            _targets += count;
        }

        if (count > limits.MaxItems || _targets > limits.MaxTargets)
        {
            throw Fault(
                where,
                $"'{name}' has more items than the {limits.MaxItems} (targets: {limits.MaxTargets} in all) that are read"
            );
        }

        var items = new List<(JsonElement, string)>(count);
        int i = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            string place = $"{where}{name}[{i.ToString(CultureInfo.InvariantCulture)}].";
            i++;
            if (item.ValueKind != JsonValueKind.Object)
            {
                throw Fault(place, "it is no object");
            }

            items.Add((item, place));
        }

        return items;
    }

    /// <summary>Texts of a list that may be absent; what is no text in it is passed over.</summary>
    public IReadOnlyList<string> Texts(JsonElement parent, string name, string where)
    {
        if (!parent.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return list.GetArrayLength() <= limits.MaxItems
            ?
            [
                .. list.EnumerateArray()
                    .Where(static i => i.ValueKind == JsonValueKind.String)
                    .Select(i => i.GetRawText())
                    .Where(t => t.Length <= limits.MaxText)
                    .Select(static t => t.Trim('"')),
            ]
            : throw Fault(where, $"'{name}' has more items than the {limits.MaxItems} that are read");
    }

    /// <summary>A text that has to be there.</summary>
    public string Text(JsonElement parent, string name, string where)
    {
        if (!parent.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.String)
        {
            throw Fault(where, $"'{name}' is not there, or is no text");
        }

        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault(where, $"'{name}' is no text that can be read");
        }

        return text.Length <= limits.MaxText
            ? text
            : throw Fault(
                where,
                $"'{name}' has {text.Length} characters, more than the {limits.MaxText} that are read"
            );
    }

    /// <summary>A point in time that has to be there.</summary>
    public DateTime Time(JsonElement parent, string name, string where)
    {
        string text = Text(parent, name, where);
        return DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out DateTime time
        )
            ? time
            : throw Fault(where, $"'{name}' is no point in time; write it as 2020-11-02T08:30:00Z");
    }

    /// <summary>An outcome of an answer that has to be there: all but <c>unseen</c>, which only the truth knows.</summary>
    public TruthOutcome Said(JsonElement parent, string name, string where) =>
        Outcome(parent, name, where) is var outcome && outcome != TruthOutcome.Unseen
            ? outcome
            : throw Fault(where, $"'{name}' is 'unseen', which no answer can know");

    /// <summary>An outcome that has to be there.</summary>
    public TruthOutcome Outcome(JsonElement parent, string name, string where) =>
        TruthWords.Find(Text(parent, name, where))
        ?? throw Fault(
            where,
            $"'{name}' is no outcome; it is one of unknown, failed, blocked, credential-exposed, access-gained, follow-on, not-an-attack"
        );

    /// <summary>A probability that has to be there.</summary>
    public double Probability(JsonElement parent, string name, string where) =>
        parent.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out double number)
        && number is >= 0 and <= 1
            ? number
            : throw Fault(where, $"'{name}' is not there, or is no number from 0 to 1");

    /// <summary>A whole number that has to be there.</summary>
    public long Number(JsonElement parent, string name, string where, long least, long most) =>
        parent.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long number)
        && number >= least
        && number <= most
            ? number
            : throw Fault(where, $"'{name}' is not there, or is no whole number from {least} to {most}");

    private EvaluationException Fault(string where, string reason) =>
        new($"{path}{(where.Length > 0 ? " at " + where.TrimEnd('.') : "")}: {reason}");
}
