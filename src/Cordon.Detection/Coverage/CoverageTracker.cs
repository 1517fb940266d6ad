using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Coverage;

/// <summary>
/// The ledger of what the logs of each organisation cover: put together of the parts of all files, told as streams. For one thread; neither the order of
/// parts nor how logs are cut into files changes what it says, save the order of names.
/// </summary>
public sealed class CoverageTracker
{
    private const int MaxStreams = 50_000;
    private const int MaxSources = 1_000;
    private const int MaxRhythms = 400;

    private readonly Dictionary<Organisation, Dictionary<StreamKey, Total>> _organisations = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<(string Source, Organisation Organisation), long> _homeless = [];

    /// <summary>Records of streams beyond the limit of 50,000 for one organisation, which no stream tells of.</summary>
    public long Unassigned { get; private set; }

    /// <summary>Adds a part.</summary>
    /// <param name="organisation">Whose log it is; the same object for the same organisation.</param>
    /// <param name="source">The log's path.</param>
    /// <param name="report">What reading the part came to: what could not be read is held against the part's largest stream.</param>
    /// <param name="part">What was noted of it.</param>
    public void Add(Organisation organisation, string source, PartReport report, CoveragePart part)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(part);
        if (!_organisations.TryGetValue(organisation, out Dictionary<StreamKey, Total>? streams))
        {
            _organisations[organisation] = streams = [];
        }

        Unassigned += part.Unassigned;
        Total? largest = null;
        long most = 0;
        foreach (StreamPart stream in part.Streams)
        {
            if (!streams.TryGetValue(stream.Key, out Total? total))
            {
                if (streams.Count >= MaxStreams)
                {
                    Unassigned += stream.Records;
                    continue;
                }

                streams[stream.Key] = total = new Total(new StreamPart(stream.Key, stream.Written));
            }

            total.Part.Add(stream);
            if (stream.Records > 0 && total.Sources.Count < MaxSources)
            {
                total.Sources.Add(source);
            }

            if (stream.Records > most)
            {
                (largest, most) = (total, stream.Records);
            }
        }

        long lost = report.ProblemCount - (report.Problems ?? []).LongCount(p => !p.IsLoss);
        if (lost > 0 && largest is not null)
        {
            largest.Rejected += lost;
        }
        else if (lost > 0)
        {
            // Nothing of the part could be read: it is held against what else its file holds.
            _homeless[(source, organisation)] = _homeless.GetValueOrDefault((source, organisation)) + lost;
        }
    }

    /// <summary>Notes rows that repeat records of a stream without numbers, as whoever drops them by their identifiers counted them.</summary>
    public void AddDuplicates(Organisation organisation, EventOrigin record, long count)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(record);
        var key = new StreamKey(record.Product, record.Channel, record.Computer.ToLowerInvariant());
        if (
            _organisations.TryGetValue(organisation, out Dictionary<StreamKey, Total>? streams)
            && streams.TryGetValue(key, out Total? total)
        )
        {
            total.Duplicates += count;
        }
    }

    /// <summary>The streams of an organisation, by kind, name and writer. To be asked when all parts were added.</summary>
    public IReadOnlyList<LogStream> Streams(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (!_organisations.TryGetValue(organisation, out Dictionary<StreamKey, Total>? streams))
        {
            return [];
        }

        int shift = HoursFromUtc(organisation, streams.Values);
        Total[] totals = [.. streams.Values.Where(t => t.Part.Records > 0)];
        foreach (Total total in totals)
        {
            total.Rhythm = new Rhythm(total.Part.Hours, shift);
        }

        // The largest ones are enough to know a holiday by, and a tenth of a thousand hosts is not read a million times.
        Total[] loudest =
        [
            .. totals
                .OrderByDescending(t => t.Part.Records)
                .ThenBy(t => NameOf(t.Part.Key), StringComparer.Ordinal)
                .ThenBy(t => t.Part.Key.Writer, StringComparer.Ordinal)
                .Take(MaxRhythms),
        ];
        Dictionary<string, long> homeless = _homeless
            .Where(h => ReferenceEquals(h.Key.Organisation, organisation))
            .ToDictionary(h => h.Key.Source, h => h.Value, StringComparer.Ordinal);
        return
        [
            .. totals
                .Select(t => StreamOf(t, loudest, homeless))
                .OrderBy(s => s.Kind)
                .ThenBy(s => s.Name, StringComparer.Ordinal)
                .ThenBy(s => s.Writer, StringComparer.Ordinal),
        ];
    }

    private static LogStream StreamOf(Total total, Total[] loudest, Dictionary<string, long> homeless)
    {
        StreamPart part = total.Part;
        var numbers = RecordNumbers.Of(part);
        Rhythm[] others = [.. loudest.Where(t => t != total).Select(t => t.Rhythm).OfType<Rhythm>()];
        IEnumerable<TimeGap> gaps = total.Rhythm is { } own ? RhythmGaps.Find(part.Hours, own, others) : [];
        bool hasTimes = part.Hours.Count > 0;
        return new LogStream
        {
            Kind = part.Key.IsProcess ? LogKind.WindowsProcess : LogKinds.Of(part.Key.Product, part.Key.Channel),
            Name = NameOf(part.Key),
            Writer = part.Key.Writer,
            Sources = [.. total.Sources],
            Records = part.Records - numbers.Duplicates - total.Duplicates,
            First = hasTimes ? new DateTime(part.Hours.Values.Min(c => c.First), DateTimeKind.Utc) : null,
            Last = hasTimes ? new DateTime(part.Hours.Values.Max(c => c.Last), DateTimeKind.Utc) : null,
            Gaps =
            [
                .. gaps.Concat(numbers.Gaps)
                    .Concat(ClearGaps(part))
                    .OrderBy(g => g.From)
                    .ThenBy(g => g.Until)
                    .ThenBy(g => g.Reason, StringComparer.Ordinal),
            ],
            MissingRecords = numbers.Missing,
            Duplicates = numbers.Duplicates + total.Duplicates,
            Rejected = total.Rejected + total.Sources.Sum(s => homeless.GetValueOrDefault(s)),
            Throttled = part.Throttled,
        };
    }

    /// <summary>From the last record before a log was emptied until then: what was in between is gone.</summary>
    private static IEnumerable<TimeGap> ClearGaps(StreamPart part)
    {
        foreach (DateTime clear in part.Clears.Distinct())
        {
            long before = part
                .Hours.Values.Where(c => c.Last < clear.Ticks)
                .Select(c => c.Last)
                .DefaultIfEmpty(0)
                .Max();
            if (before > 0)
            {
                yield return new TimeGap(new DateTime(before, DateTimeKind.Utc), clear, "log cleared");
            }
        }
    }

    private static string NameOf(StreamKey key) => key.Product + "/" + key.Channel + (key.IsProcess ? " 4688" : "");

    private static int HoursFromUtc(Organisation organisation, IEnumerable<Total> totals)
    {
        long last = totals.SelectMany(t => t.Part.Hours.Values).Select(c => c.Last).DefaultIfEmpty(0).Max();
        return TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out TimeZoneInfo? zone) && last > 0
            ? (int)Math.Round(zone.GetUtcOffset(new DateTime(last, DateTimeKind.Utc)).TotalHours)
            : 0;
    }

    private sealed class Total(StreamPart part)
    {
        public StreamPart Part => part;

        public SortedSet<string> Sources { get; } = new(StringComparer.Ordinal);

        public long Rejected { get; set; }

        public long Duplicates { get; set; }

        public Rhythm? Rhythm { get; set; }
    }
}
