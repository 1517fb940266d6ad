using System.Globalization;
using System.Text.Json;
using Cordon.Events;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Mapping;

/// <summary>A log in JSON or a table whose fields a user's mapping explains.</summary>
internal sealed class MappedFormat(LogMapping mapping) : ILogFormat
{
    /// <inheritdoc/>
    public string Name => mapping.Name;

    /// <inheritdoc/>
    public int Recognise(LogSample sample)
    {
        if (sample.IsJson)
        {
            return sample.Objects.Any(record => mapping.Match.All(name => Find(record.Element, name) is not null))
                ? 100
                : 0;
        }

        return
            sample.Header is { } header
            && mapping.Match.All(header.Has)
            && (mapping.Delimiter is null || CsvHeader.DelimiterOf(sample.Text) == mapping.Delimiter)
            ? 100
            : 0;
    }

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        var problems = new RowProblems();
        long records = 0;
        using Stream text = TextEncoding.AsUtf8(stream);
        var whole = PrefixedStream.Peek(text, LogContent.SampleSize, out ReadOnlyMemory<byte> head);
        if (JsonSniffer.IsJson(head.Span))
        {
            new JsonObjects(problems).Read(
                whole,
                (record, position, number) =>
                {
                    row.Begin(context.Source, position, (ulong)number, mapping.Product, mapping.Channel);
                    JsonFlattener.Add(row, "", record);
                    Show($"record {number}, byte {position}");
                    return true;
                }
            );
        }
        else
        {
            using var rows = new CsvRows(whole, problems, mapping.Delimiter);
            while (rows.Next() is { } read)
            {
                row.Begin(context.Source, read.Line, (ulong)read.Number, mapping.Product, mapping.Channel);
                for (int i = 0; i < read.Fields.Count; i++)
                {
                    row.Add(read.NameOf(i), JsonFlattener.Bounded(read.Fields[i]));
                }

                Show(read.Place);
            }
        }

        return problems.Report(records);

        void Show(string place)
        {
            string written = row.TextOf(mapping.Time) ?? "";
            DateTime? time = LogTime.TryParse(
                written,
                mapping.Zone ?? context.Zone,
                out DateTime read,
                mapping.IsDayFirst
            )
                ? read
                : null;
            if (time is null)
            {
                problems.Add(place, $"its time in '{mapping.Time}' can't be read; the event has none", isLoss: false);
            }

            row.SetHeader(
                time,
                Of(mapping.Computer),
                Of(mapping.Provider),
                long.TryParse(Of(mapping.Code), NumberStyles.Integer, CultureInfo.InvariantCulture, out long code)
                    ? code
                    : null
            );
            foreach ((string name, string field) in mapping.Fields)
            {
                row.AddAlias(name, Of(field));
            }

            foreach ((string name, string constant) in mapping.Constants)
            {
                row.AddAlias(name, constant);
            }

            records++;
            onEvent(row);
        }

        string Of(string name) => name.Length == 0 ? "" : row.TextOf(name) ?? "";
    }

    // A member by its path with dots, or of a name that has dots itself.
    private static JsonElement? Find(JsonElement record, string name)
    {
        if (record.Find(name) is { } whole)
        {
            return whole;
        }

        int point = name.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && record.Find(name[..point]) is { } part ? Find(part, name[(point + 1)..]) : null;
    }
}
