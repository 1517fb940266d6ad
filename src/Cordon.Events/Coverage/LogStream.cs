namespace Cordon.Events.Coverage;

/// <summary>
/// One stream of records, such as a host's Security log or a tenant's sign-ins, put together from all files that hold parts of it: what was there,
/// for which time, with which gaps. Immutable.
/// </summary>
public sealed record LogStream
{
    /// <summary>What it can show.</summary>
    public required LogKind Kind { get; init; }

    /// <summary>Product and channel in the log's words, such as <c>windows/Security</c> or <c>azure/signinlogs</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The host or tenant that wrote it; empty where unknown.</summary>
    public string Writer { get; init; } = "";

    /// <summary>The files that hold it, in order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Records read, without duplicates.</summary>
    public required long Records { get; init; }

    /// <summary>The first record's time, UTC; null where no record has one.</summary>
    public DateTime? First { get; init; }

    /// <summary>The last record's time, UTC.</summary>
    public DateTime? Last { get; init; }

    /// <summary>Times without records that are long for this stream, in order; bounded.</summary>
    public IReadOnlyList<TimeGap> Gaps { get; init; } = [];

    /// <summary>Record numbers that are missing between the first and the last.</summary>
    public long MissingRecords { get; init; }

    /// <summary>Rows that repeat a record that was read already.</summary>
    public long Duplicates { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public long Rejected { get; init; }

    /// <summary>Records that say themselves that others were left out.</summary>
    public long Throttled { get; init; }

    /// <summary>Whether it has records around <paramref name="from"/> to <paramref name="until"/> with no gap in between.</summary>
    public bool Covers(DateTime from, DateTime until)
    {
        if (First is not { } first || Last is not { } last || first > from || last < until)
        {
            return false;
        }

        foreach (TimeGap gap in Gaps)
        {
            if (gap.From < until && gap.Until > from)
            {
                return false;
            }
        }

        return true;
    }
}
