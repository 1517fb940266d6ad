using System.Globalization;
using System.Text.Json;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Identity;

/// <summary>A record of a cloud service and the event that it is shown as. Used again for the next. For one thread.</summary>
internal sealed class CloudRecord(RowEvent row, RowContext context, RowProblems problems, Func<bool> show)
{
    /// <summary>The record: as it lies in a file of JSON, or a table's row as an object whose cells that are JSON are laid open.</summary>
    public IndexedObject Json { get; } = new();

    /// <summary>Its byte offset, or its line.</summary>
    public long Position { get; set; }

    /// <summary>Its number, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Where it is, in words.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether it came out of a table.</summary>
    public bool IsTable { get; set; }

    /// <summary>Whether dates in it have the day before the month.</summary>
    public bool IsDayFirst { get; set; }

    /// <summary>Begins an event with all that is in the record, under its own names.</summary>
    public void Begin(string product, string channel)
    {
        row.Begin(context.Source, Position, (ulong)Number, product, channel);
        AddAll("", Json.Element);
    }

    /// <summary>Begins an event without fields.</summary>
    public void BeginEmpty(string product, string channel) =>
        row.Begin(context.Source, Position, (ulong)Number, product, channel);

    /// <summary>Adds all that is in a value.</summary>
    public void AddAll(string name, JsonElement value)
    {
        if (!JsonFlattener.Add(row, name, value))
        {
            Tell($"it has more than {JsonFlattener.MaxValues} values; the others were left out", isLoss: false);
        }
    }

    /// <summary>Another name that the event answers to.</summary>
    public void Alias(string name, string text) => row.AddAlias(name, JsonFlattener.Bounded(text));

    /// <summary>Another name that the event answers to, with several values.</summary>
    public void Alias(string name, IEnumerable<string> texts) =>
        row.AddAliases(name, [.. texts.Take(JsonFlattener.MaxItems).Select(JsonFlattener.Bounded)]);

    /// <summary>Adds a field that is there and empty.</summary>
    public void Empty(string name) => row.Add(JsonFlattener.Bounded(name), "");

    /// <summary>Says when it was and who wrote it.</summary>
    public void Header(DateTime? time, string writer, string provider = "", long? code = null) =>
        row.SetHeader(time, writer, provider, code);

    /// <summary>A time; null where it can't be read. Without a zone it is meant in UTC, as these services write.</summary>
    public DateTime? Time(string text, bool isLocal = false) =>
        text.Length > 0
        && LogTime.TryParse(text, isLocal ? context.Zone : TimeZoneInfo.Utc, out DateTime time, IsDayFirst)
            ? time
            : null;

    /// <summary>Whether the file's name holds a text: a hint where content can't tell.</summary>
    public bool IsNamed(string text) =>
        Path.GetFileName(context.Source).Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows the event; false where no more are wanted.</summary>
    public bool Show() => show();

    /// <summary>Tells of something odd.</summary>
    public void Tell(string message, bool isLoss) => problems.Add(Place, message, isLoss);

    /// <summary>A number as text.</summary>
    public static string TextOf(long number) => number.ToString(CultureInfo.InvariantCulture);
}
