using System.Globalization;
using System.Text;
using Cordon.Events;
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
    private const int RunCharacters = 16 * 1024 * 1024;

    private readonly string _path;
    private readonly StringBuilder _row = new();
    private readonly List<(long Time, long Sequence, string Row)> _run = [];
    private readonly List<string> _runFiles = [];
    private long _sequence;
    private int _characters;

    /// <summary>Writes to <paramref name="path"/> when <see cref="Complete"/> is called.</summary>
    public TimelineCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
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
        string row = _row.ToString();
        _run.Add((finding.Time?.Ticks ?? long.MaxValue, _sequence++, row));
        _characters += row.Length;
        if (_characters >= RunCharacters)
        {
            SpillRun();
        }
    }

    /// <summary>Sorts what was taken and writes the file.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Complete()
    {
        using var output = new StreamWriter(_path, append: false, new UTF8Encoding(false));
        _row.Clear();
        Csv.AppendRow(_row, [.. Columns]);
        output.Write(_row.ToString());
        SortRun();
        IEnumerable<(long Time, long Sequence, string Row)> last = _run;
        foreach ((_, _, string row) in Merge([.. _runFiles.Select(ReadRun), last]))
        {
            output.Write(row);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string file in _runFiles)
        {
            File.Delete(file);
        }
    }

    private static string Details(Finding finding)
    {
        var text = new StringBuilder();
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

    private void SortRun() =>
        _run.Sort(static (a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Sequence.CompareTo(b.Sequence));

    private void SpillRun()
    {
        SortRun();
        string file = string.Create(CultureInfo.InvariantCulture, $"{_path}.{_runFiles.Count}.tmp");
        _runFiles.Add(file);
        using var output = new StreamWriter(file, append: false, new UTF8Encoding(false));
        foreach ((long time, long sequence, string row) in _run)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{time} {sequence} "));
            output.Write(row);
        }

        _run.Clear();
        _characters = 0;
    }

    private static IEnumerable<(long Time, long Sequence, string Row)> ReadRun(string file)
    {
        using var input = new StreamReader(file, new UTF8Encoding(false));
        while (input.ReadLine() is { } line)
        {
            // A row holds no line break: cells have none.
            int first = line.IndexOf(' ', StringComparison.Ordinal);
            int second = line.IndexOf(' ', first + 1);
            yield return (
                long.Parse(line.AsSpan(0, first), CultureInfo.InvariantCulture),
                long.Parse(line.AsSpan(first + 1, second - first - 1), CultureInfo.InvariantCulture),
                line[(second + 1)..] + "\r\n"
            );
        }
    }

    private static IEnumerable<(long Time, long Sequence, string Row)> Merge(
        IReadOnlyList<IEnumerable<(long Time, long Sequence, string Row)>> runs
    )
    {
        var heads = new PriorityQueue<IEnumerator<(long, long, string)>, (long, long)>();
        try
        {
            foreach (IEnumerable<(long Time, long Sequence, string Row)> run in runs)
            {
                Push(run.GetEnumerator());
            }

            while (heads.TryDequeue(out IEnumerator<(long, long, string)>? head, out _))
            {
                yield return head.Current;
                Push(head);
            }
        }
        finally
        {
            while (heads.TryDequeue(out IEnumerator<(long, long, string)>? head, out _))
            {
                head.Dispose();
            }
        }

        void Push(IEnumerator<(long Time, long Sequence, string Row)> head)
        {
            if (head.MoveNext())
            {
                heads.Enqueue(head, (head.Current.Time, head.Current.Sequence));
            }
            else
            {
                head.Dispose();
            }
        }
    }
}
