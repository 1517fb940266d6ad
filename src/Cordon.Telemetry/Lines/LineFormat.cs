using System.Globalization;
using Cordon.Events;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Lines;

/// <summary>A format that has one record, or a piece of one, a line.</summary>
internal abstract class LineFormat : ILogFormat
{
    private const int SampleLines = 60;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int Recognise(LogSample sample);

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        ArgumentNullException.ThrowIfNull(context);
        var sink = new LineSink(row, context, onEvent);
        ILineSession session = Begin(context);
        using var lines = new LineReader(stream, LineLimits.MaxLine);
        while (lines.Read(out ReadOnlySpan<char> line))
        {
            sink.Number = lines.Number;
            if (lines.IsTooLong)
            {
                sink.Reject(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"it is longer than {LineLimits.MaxLine} characters; it was passed over"
                    )
                );
            }
            // Files that were not closed end in zeros.
            else if (line.Trim('\0') is var text && !text.IsWhiteSpace())
            {
                session.Read(text, sink);
            }
        }

        session.End(sink);
        if (lines.Replaced > 0)
        {
            sink.Remark(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"up to here, {lines.Replaced} characters are no UTF-8 and are shown as U+FFFD; save the file as UTF-8 to see them"
                )
            );
        }

        return sink.Report();
    }

    /// <summary>Begins a reading.</summary>
    protected abstract ILineSession Begin(RowContext context);

    /// <summary>Counts, of the first whole lines of a sample that are not blank, those that a test holds for.</summary>
    protected static (int Held, int All) Count(LogSample sample, LineTest test)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ReadOnlySpan<char> text = sample.Text.AsSpan().TrimStart('\uFEFF');
        int held = 0;
        int all = 0;
        while (!text.IsEmpty && all < SampleLines)
        {
            int end = text.IndexOf('\n');
            if (end < 0 && !sample.IsWhole && all > 0)
            {
                break;
            }

            ReadOnlySpan<char> line = (end < 0 ? text : text[..end]).TrimEnd('\r');
            text = end < 0 ? default : text[(end + 1)..];
            if (!line.IsWhiteSpace())
            {
                all++;
                held += test(line) ? 1 : 0;
            }
        }

        return (held, all);
    }

    /// <summary><paramref name="sure"/> where a test holds for at least half of the first lines, else 0.</summary>
    protected static int Sure(LogSample sample, LineTest test, int sure)
    {
        (int held, int all) = Count(sample, test);
        return held > 0 && held * 2 >= all ? sure : 0;
    }
}
