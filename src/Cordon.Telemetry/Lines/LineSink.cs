using System.Globalization;
using Cordon.Events;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Lines;

/// <summary>What a reading of lines fills, shows and tells. For one thread.</summary>
internal sealed class LineSink(RowEvent row, RowContext context, Action<LogEvent> onEvent)
{
    private readonly RowProblems _problems = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The event that is filled.</summary>
    public RowEvent Row => row;

    /// <summary>What else is known of the stream.</summary>
    public RowContext Context => context;

    /// <summary>The number of the line that is read, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Events shown so far.</summary>
    public long Records { get; private set; }

    /// <summary>Begins an event of the line that is read.</summary>
    public void Begin(string product, string channel) => Begin(product, channel, Number);

    /// <summary>Begins an event of an earlier line.</summary>
    public void Begin(string product, string channel, long line) =>
        row.Begin(context.Source, line, (ulong)line, product, channel);

    /// <summary>Adds a text that is not empty, cut to what a value may hold.</summary>
    public void Add(string name, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && row.ValueCount < LineLimits.MaxValues)
        {
            row.Add(name, LineLimits.Cut(text));
        }
    }

    /// <summary>
    /// Adds a text under a name that the log itself gives. The names that readers give for sign-ins are kept from it, so that nobody who can write a
    /// name into a log forges them.
    /// </summary>
    public void AddOwn(ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        if (!name.IsEmpty && row.ValueCount < LineLimits.MaxValues)
        {
            row.Add(LineLimits.NameOf(name), LineLimits.Cut(text));
        }
    }

    /// <summary>Shows the event.</summary>
    public void Show()
    {
        Records++;
        onEvent(row);
    }

    /// <summary>Tells that the line can't be read.</summary>
    public void Reject(string why) => _problems.Add(Place(Number), why, isLoss: true);

    /// <summary>Tells something odd that costs nothing, once for a stream.</summary>
    public void Remark(string what)
    {
        if (_told.Add(what))
        {
            _problems.Add(Place(Number), what, isLoss: false);
        }
    }

    /// <summary>What reading came to.</summary>
    public PartReport Report() => _problems.Report(Records);

    private static string Place(long number) => string.Create(CultureInfo.InvariantCulture, $"line {number}");
}
