using System.Globalization;
using System.Text;
using Cordon.Events;
using Cordon.Events.Sorting;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Files;

/// <summary>
/// Findings as a spreadsheet, oldest first: <c>timeline.csv</c>. Rows are sorted in runs on disk, so memory stays flat
/// however many there are.
/// </summary>
public sealed class TimelineCsv : IDisposable
{
    /// <summary>The columns, in order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "time",
        "level",
        "rule",
        "rule_id",
        "techniques",
        "computer",
        "channel",
        "provider",
        "code",
        "record",
        "source",
        "details",
    ];

    private const int DetailLimit = 2000;

    private readonly string _path;
    private readonly StringBuilder _row = new();
    private readonly StringBuilder _details = new();
    private char[] _chars = new char[1024];
    private byte[] _bytes = new byte[Encoding.UTF8.GetMaxByteCount(1024)];
    private readonly DiskSorter _rows;

    /// <summary>Writes to <paramref name="path"/> when <see cref="Complete"/> is called.</summary>
    public TimelineCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _rows = new DiskSorter(path);
    }

    /// <summary>Takes one finding.</summary>
    /// <exception cref="IOException">A run can't be written.</exception>
    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        EventOrigin origin = finding.Event;
        _row.Clear();
        Csv.AppendRow(
            _row,
            Wording.Of(finding.Time),
            Wording.Of(finding.Rule.Level),
            finding.Rule.Title,
            finding.Rule.Id,
            string.Join(' ', finding.Rule.Techniques),
            origin.Computer,
            origin.Channel,
            origin.Provider,
            origin.Code?.ToString(CultureInfo.InvariantCulture) ?? "",
            origin.RecordId?.ToString(CultureInfo.InvariantCulture) ?? "",
            origin.Source,
            Details(finding)
        );
        _rows.Add(finding.Time?.Ticks ?? long.MaxValue, Encoded());
    }

    /// <summary>Sorts what was taken and writes the file.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Complete()
    {
        using var output = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        _row.Clear();
        Csv.AppendRow(_row, [.. Columns]);
        output.Write(Encoded());
        foreach ((_, ReadOnlyMemory<byte> row) in _rows.Sorted())
        {
            output.Write(row.Span);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    // The row in UTF-8, in memory that the next one uses again.
    private ReadOnlySpan<byte> Encoded()
    {
        if (_chars.Length < _row.Length)
        {
            _chars = new char[_row.Length * 2];
            _bytes = new byte[Encoding.UTF8.GetMaxByteCount(_chars.Length)];
        }

        _row.CopyTo(0, _chars, _row.Length);
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(_chars.AsSpan(0, _row.Length), _bytes));
    }

    private string Details(Finding finding)
    {
        StringBuilder text = _details.Clear();
        if (finding.Correlation is { } correlation)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"events={correlation.EventCount} | until={Wording.Of(correlation.Last)}"
            );
        }

        foreach (SnapshotField field in finding.Fields)
        {
            if (field.Text.Length == 0)
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(" | ");
            }

            text.Append(field.Name).Append('=').Append(field.Text);
            if (text.Length > DetailLimit)
            {
                break;
            }
        }

        return SafeText.OneLine(text.ToString(), DetailLimit);
    }
}
