using Cordon.Events.Coverage;

namespace Cordon.Detection.Coverage;

/// <summary>What the numbers of a stream's records say: which are missing, which came twice.</summary>
internal sealed class RecordNumbers
{
    private const int MaxGaps = 200;

    /// <summary>A log that lacks more than a fourth of its numbers was chosen from; its numbers say nothing of single times then.</summary>
    private const double MostMissing = 0.25;

    /// <summary>Numbers farther apart are not those of one log: a record is damaged, or somebody wrote what he liked.</summary>
    private const ulong MostBetween = 1UL << 40;

    /// <summary>So that the sum over the streams of an organisation is a number.</summary>
    private const ulong MostMissingOfOne = 1UL << 46;

    private RecordNumbers(long missing, long duplicates, IReadOnlyList<TimeGap> gaps) =>
        (Missing, Duplicates, Gaps) = (missing, duplicates, gaps);

    public long Missing { get; }

    public long Duplicates { get; }

    public IReadOnlyList<TimeGap> Gaps { get; }

    public static RecordNumbers Of(StreamPart stream)
    {
        RecordRun[] runs = [.. stream.Runs.OrderBy(r => r.Start).ThenBy(r => r.End).ThenBy(r => r.First)];
        if (runs.Length == 0)
        {
            return new RecordNumbers(0, 0, []);
        }

        ulong missing = 0;
        ulong duplicates = 0;
        List<TimeGap> gaps = [];
        RecordRun current = runs[0];
        foreach (RecordRun run in runs.AsSpan(1))
        {
            if (run.Start <= current.End)
            {
                // The same numbers at other times: the log was emptied and began anew.
                bool isRepeat = run.First <= current.Last && run.Last >= current.First;
                duplicates += isRepeat ? Math.Min(run.End, current.End) - run.Start + 1 : 0;
                current =
                    run.End > current.End
                        ? current with
                        {
                            End = run.End,
                            Last = Math.Max(current.Last, run.Last),
                        }
                        : current;
                continue;
            }

            if (run.Start - current.End is > 1 and < MostBetween)
            {
                missing += run.Start - current.End - 1;
                if (gaps.Count < MaxGaps && current.Last > 0 && run.First >= current.Last)
                {
                    gaps.Add(new TimeGap(Time(current.Last), Time(run.First), "record numbers missing"));
                }
            }

            current = run;
        }

        ulong range = current.End - runs[0].Start + 1;
        bool isChosen = stream.HasTooManyRuns || missing > range * MostMissing || gaps.Count >= MaxGaps;
        return new RecordNumbers((long)Math.Min(missing, MostMissingOfOne), (long)duplicates, isChosen ? [] : gaps);
    }

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);
}
