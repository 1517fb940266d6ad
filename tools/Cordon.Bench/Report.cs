using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cordon.Bench;

/// <summary>Prints tables as they come, and keeps their figures for <c>--json</c>.</summary>
internal sealed class Report
{
    private readonly JsonArray _tables = [];
    private string[] _columns = [];
    private JsonArray _rows = [];

    /// <summary>Begins a table; its first column says what a row is.</summary>
    public void Table(string name, string title, params string[] columns)
    {
        (_columns, _rows) = (columns, []);
        _tables.Add(
            new JsonObject
            {
                ["table"] = name,
                ["title"] = title,
                ["rows"] = _rows,
            }
        );
        Console.WriteLine($"\n**{name}** {title}\n");
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("--:|", columns.Length - 1))}");
    }

    /// <summary>A row of the table: figures, words, or null where there is neither.</summary>
    public void Row(string what, params object?[] cells)
    {
        var row = new JsonObject { [_columns[0]] = what };
        foreach ((int index, object? cell) in cells.Index())
        {
            row[_columns[index + 1]] = cell is double number ? Math.Round(number, 6) : JsonValue.Create(cell as string);
        }

        _rows.Add((JsonNode)row);
        Console.WriteLine($"| {what} | {string.Join(" | ", cells.Select(Text))} |");
    }

    /// <summary>A sentence below the table.</summary>
    public void Say(string text)
    {
        var table = (JsonObject)_tables[^1]!;
        table["note"] = table["note"] is { } before ? $"{before} {text}" : text;
        Console.WriteLine($"\n{text}");
    }

    /// <summary>Writes all figures to a file.</summary>
    public void Save(string path, string machine)
    {
        using FileStream stream = File.Create(path);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        new JsonObject { ["machine"] = machine, ["tables"] = _tables }.WriteTo(writer);
    }

    // Three digits that mean something, and no more.
    private static string Text(object? cell) =>
        cell switch
        {
            >= 100.0 => ((double)cell).ToString("N0", CultureInfo.InvariantCulture),
            >= 10.0 => ((double)cell).ToString("F1", CultureInfo.InvariantCulture),
            double figure => figure.ToString("0.###", CultureInfo.InvariantCulture),
            _ => cell as string ?? "",
        };
}
