using System.Globalization;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Csv;

/// <summary>The rows of a table from its header to its end; tells what is odd about them. For one thread.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly Stream _text;
    private readonly CsvReader _reader;
    private readonly RowProblems _problems;
    private long _number;

    /// <summary>Reads the header of a table.</summary>
    /// <param name="stream">The table; stays open.</param>
    /// <param name="problems">Takes what is odd.</param>
    /// <param name="delimiter">What is between fields; null to find out.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public CsvRows(Stream stream, RowProblems problems, char? delimiter = null)
    {
        _problems = problems;
        _text = TextEncoding.AsUtf8(stream);
        var whole = PrefixedStream.Peek(_text, LogContent.SampleSize, out ReadOnlyMemory<byte> head);
        _reader = new CsvReader(
            whole,
            delimiter ?? CsvHeader.DelimiterOf(System.Text.Encoding.UTF8.GetString(head.Span))
        );
        Header = CsvHeader.Read(_reader);
        if (Header is null)
        {
            problems.Add("line 1", "there is no header", isLoss: true);
        }
    }

    /// <summary>The names of the columns; null where there is no header, and then there are no rows.</summary>
    public CsvHeader? Header { get; }

    /// <summary>The next row; null at the end. What can't be read on the way is told.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public CsvRow? Next()
    {
        while (Header is not null)
        {
            CsvRowKind kind = _reader.Read();
            _number++;
            string place = string.Create(CultureInfo.InvariantCulture, $"row {_number}, line {_reader.Line}");
            switch (kind)
            {
                case CsvRowKind.End:
                    TellReplaced();
                    return null;
                case CsvRowKind.TooLong:
                    _problems.Add(place, $"it is longer than {CsvLimits.MaxRow} characters; it was passed over", true);
                    break;
                case CsvRowKind.TooWide:
                    _problems.Add(place, $"it has more than {CsvLimits.MaxColumns} columns; it was passed over", true);
                    break;
                case CsvRowKind.OpenQuote:
                    _problems.Add(place, "a quote in it does not end; its line was passed over", isLoss: true);
                    break;
                default:
                    if (_reader.Fields.Count != Header.Names.Count)
                    {
                        _problems.Add(
                            place,
                            $"it has {_reader.Fields.Count} columns, the header {Header.Names.Count}; it was read as far as they go together",
                            isLoss: false
                        );
                    }

                    return new CsvRow(Header, [.. _reader.Fields], _reader.Line, _number);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    private void TellReplaced()
    {
        if (_reader.Replaced > 0)
        {
            _problems.Add(
                "all rows",
                $"{_reader.Replaced} characters are no UTF-8 and are shown as U+FFFD; save the file as UTF-8 to see them",
                isLoss: false
            );
        }
    }
}
