using Cordon.Events.Coverage;

namespace Cordon.Detection.Coverage;

/// <summary>Finds times for which a stream has no records though by its own rhythm it should.</summary>
internal static class RhythmGaps
{
    private const int MaxGaps = 500;

    /// <summary>A silence that happens by chance less than once in a thousand is a gap.</summary>
    private const double Chance = -7;

    /// <summary>Longer ones are judged by their first four weeks.</summary>
    private const int MaxHoursJudged = 28 * 24;

    /// <summary>The gaps of a stream, in order.</summary>
    /// <param name="hours">Its cells.</param>
    /// <param name="own">Its rhythm.</param>
    /// <param name="others">The rhythms of the organisation's other streams, by which holidays are known.</param>
    public static IEnumerable<TimeGap> Find(
        IReadOnlyDictionary<int, HourCell> hours,
        Rhythm own,
        IReadOnlyList<Rhythm> others
    )
    {
        int[] order = [.. hours.Keys.Order()];
        int found = 0;
        for (int i = 1; i < order.Length && found < MaxGaps; i++)
        {
            int from = order[i - 1] + 1;
            int until = order[i];
            if (until <= from)
            {
                continue;
            }

            int judged = Math.Min(until, from + MaxHoursJudged);
            if (
                own.LogChanceOfSilence(from, judged) > Chance
                || own.LogChanceByQuieterDays(from, judged) > Chance
                || own.IsQuietInOtherWeeks(from, judged)
                || IsHoliday(others, from, judged)
            )
            {
                continue;
            }

            found++;
            yield return new TimeGap(Time(hours[order[i - 1]].Last), Time(hours[order[i]].First), "no records");
        }
    }

    /// <summary>
    /// Whether the others are quiet as well, though not silent: then people were away. Where they go on as always, or all are silent, logs are missing.
    /// </summary>
    private static bool IsHoliday(IReadOnlyList<Rhythm> others, int from, int until)
    {
        double expected = 0;
        long actual = 0;
        foreach (Rhythm other in others)
        {
            (double e, long a) = other.Activity(from, until);
            expected += e;
            actual += a;
        }

        return expected >= 20 && actual > 0 && actual < expected * 0.35;
    }

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);
}
