using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Identity;

/// <summary>Reads the rows of a table as objects: a member for each column; cells that are JSON are laid open.</summary>
internal static class CloudTable
{
    private const int LookedAhead = 200;

    /// <summary>Reads all rows into <paramref name="record"/>, one after the other.</summary>
    /// <param name="stream">The table.</param>
    /// <param name="record">Is filled for each row.</param>
    /// <param name="problems">Takes what is odd.</param>
    /// <param name="one">Called for each row; answers whether to go on.</param>
    /// <exception cref="IOException">The stream can't be read any further.</exception>
    public static void Read(Stream stream, CloudRecord record, RowProblems problems, Func<bool> one)
    {
        using var rows = new CsvRows(stream, problems);
        var ahead = new Queue<CsvRow>();
        while (ahead.Count < LookedAhead && rows.Next() is { } row)
        {
            ahead.Enqueue(row);
        }

        record.IsTable = true;
        record.IsDayFirst = IsDayFirst(ahead);
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        while (ahead.TryDequeue(out CsvRow? row) || (row = rows.Next()) is not null)
        {
            using JsonDocument document = ToJson(row, buffer);
            record.Json.Element = document.RootElement;
            (record.Position, record.Number, record.Place) = (row.Line, row.Number, row.Place);
            if (!one())
            {
                return;
            }
        }
    }

    // A date whose first number is beyond twelve shows how the others are meant.
    private static bool IsDayFirst(IEnumerable<CsvRow> rows)
    {
        foreach (CsvRow row in rows)
        {
            ReadOnlySpan<char> text = row["CreatedDateTime", "Date", "Date (UTC)", "TimeGenerated", "CreationDate"];
            int mark = text.IndexOf('/');
            if (
                mark is 1 or 2
                && int.TryParse(text[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                && first > 12
            )
            {
                return true;
            }
        }

        return false;
    }

    private static JsonDocument ToJson(CsvRow row, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            for (int i = 0; i < row.Fields.Count; i++)
            {
                writer.WritePropertyName(row.NameOf(i));
                string cell = row.Fields[i];
                if (Parsed(cell) is { } json)
                {
                    using (json)
                    {
                        json.RootElement.WriteTo(writer);
                    }
                }
                else
                {
                    writer.WriteStringValue(cell);
                }
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory.ToArray());
    }

    private static JsonDocument? Parsed(string cell)
    {
        ReadOnlySpan<char> text = cell.AsSpan().Trim();
        if (text.Length < 2 || (text[0], text[^1]) is not (('{', '}') or ('[', ']')))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(cell, new JsonDocumentOptions { MaxDepth = JsonLimits.MaxDepth / 2 });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
