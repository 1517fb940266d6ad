namespace Cordon.Detection.Coverage;

/// <summary>At which hours of working days and weekends a stream has records, by its own past and future.</summary>
internal sealed class Rhythm
{
    private const int Day = 24;
    private const int MaxWeeks = 8;
    private const int QuietHours = 1;
    private const int LeastDays = 2;

    private readonly long[] _occupied = new long[2 * Day];
    private readonly long[] _counts = new long[2 * Day];
    private readonly long[] _total = new long[2 * Day];
    private readonly IReadOnlyDictionary<int, HourCell> _hours;

    // Days that have records, the one with the fewest such hours first.
    private readonly int[] _days;
    private readonly int _first;
    private readonly int _last;
    private readonly int _shift;

    /// <param name="hours">The stream's cells by hour since year 1.</param>
    /// <param name="shift">Hours between UTC and the organisation's own time, so that its weekend is a weekend.</param>
    public Rhythm(IReadOnlyDictionary<int, HourCell> hours, int shift)
    {
        _hours = hours;
        _shift = shift;
        _first = hours.Count == 0 ? 0 : hours.Keys.Min();
        _last = hours.Count == 0 ? -1 : hours.Keys.Max();
        foreach ((int hour, HourCell cell) in hours)
        {
            _occupied[SlotOf(hour)]++;
            _counts[SlotOf(hour)] += cell.Count;
        }

        _days =
        [
            .. hours
                .Keys.CountBy(DayOf)
                .OrderBy(static d => d.Value)
                .ThenBy(static d => d.Key)
                .Select(static d => d.Key),
        ];

        // A wrong clock may put centuries between the first record and the last: whole weeks are reckoned, not counted.
        int weeks = Math.Max(0, _last - _first + 1) / (7 * Day);
        for (int slot = 0; slot < _total.Length; slot++)
        {
            _total[slot] = weeks * (slot < Day ? 5L : 2L);
        }

        for (int hour = _first + (weeks * 7 * Day); hour <= _last; hour++)
        {
            _total[SlotOf(hour)]++;
        }
    }

    /// <summary>
    /// The logarithm of the probability that all hours from <paramref name="from"/> to before <paramref name="until"/> are empty by chance, going by
    /// the same hours of other days.
    /// </summary>
    public double LogChanceOfSilence(int from, int until)
    {
        Span<int> inside = stackalloc int[2 * Day];
        for (int hour = from; hour < until; hour++)
        {
            inside[SlotOf(hour)]++;
        }

        double sum = 0;
        for (int slot = 0; slot < inside.Length; slot++)
        {
            long elsewhere = _total[slot] - inside[slot];
            if (inside[slot] > 0 && elsewhere > 0)
            {
                sum += inside[slot] * LogEmpty(_occupied[slot], _counts[slot], elsewhere);
            }
        }

        return sum;
    }

    /// <summary>
    /// The same, going by the quieter half of the other days: while passwords are guessed for two weeks there are records at all hours of all
    /// days, and a Sunday before that is no gap. Where too few days are left to go by, as low as can be.
    /// </summary>
    public double LogChanceByQuieterDays(int from, int until)
    {
        double sum = 0;
        foreach (bool isWeekend in (ReadOnlySpan<bool>)[false, true])
        {
            int[] slots = [.. Enumerable.Range(from, until - from).Select(SlotOf).Where(s => s >= Day == isWeekend)];
            if (slots.Length == 0)
            {
                continue;
            }

            (int first, int last) = (DayOf(from), DayOf(until - 1));
            // On the first day and the last the log itself begins and ends.
            bool IsOther(int day) =>
                IsWeekend(day) == isWeekend && (day < first || day > last) && day > DayOf(_first) && day < DayOf(_last);
            int[] others = [.. _days.Where(IsOther)];
            // On no working day are all people away: where there is nothing on one, that is another gap. Weekends are like that.
            int silent = isWeekend ? Math.Min(WeekendDays(IsOther) - others.Length, others.Length) : 0;
            int quieter = (others.Length + silent + 1) / 2;
            if (quieter < LeastDays)
            {
                return double.NegativeInfinity;
            }

            long[] occupied = new long[Day];
            long[] counts = new long[Day];
            foreach (int day in others.AsSpan(0, Math.Max(0, quieter - silent)))
            {
                for (int hour = 0; hour < Day; hour++)
                {
                    if (_hours.TryGetValue((day * Day) + hour - _shift, out HourCell cell))
                    {
                        occupied[hour]++;
                        counts[hour] += cell.Count;
                    }
                }
            }

            foreach (int slot in slots)
            {
                sum += LogEmpty(occupied[slot % Day], counts[slot % Day], quieter);
            }
        }

        return sum;
    }

    /// <summary>
    /// Whether the same hours of another week are about as empty. Hours of one day are not independent: on some Sundays somebody works, on others nobody does.
    /// </summary>
    public bool IsQuietInOtherWeeks(int from, int until)
    {
        for (int week = -MaxWeeks; week <= MaxWeeks; week++)
        {
            int begin = from + (week * 7 * Day);
            int end = until + (week * 7 * Day);
            bool isOther = week != 0 && end - begin <= 7 * Day && begin >= _first && end <= _last + 1;
            if (isOther && OccupiedHours(begin, end) <= QuietHours)
            {
                return true;
            }
        }

        return false;
    }

    private int OccupiedHours(int from, int until)
    {
        int occupied = 0;
        for (int hour = from; hour < until && occupied <= QuietHours; hour++)
        {
            occupied += _hours.ContainsKey(hour) ? 1 : 0;
        }

        return occupied;
    }

    /// <summary>How many records there are in those hours, and how many the same hours of other days let expect.</summary>
    public (double Expected, long Actual) Activity(int from, int until)
    {
        double expected = 0;
        long actual = 0;
        for (int hour = Math.Max(from, _first); hour < Math.Min(until, _last + 1); hour++)
        {
            int slot = SlotOf(hour);
            long here = _hours.TryGetValue(hour, out HourCell cell) ? cell.Count : 0;
            actual += here;
            expected += _total[slot] > 1 ? (_counts[slot] - here) / (double)(_total[slot] - 1) : 0;
        }

        return (expected, actual);
    }

    // The logarithm of the chance that an hour has no record, which had some on so many of so many days.
    private static double LogEmpty(long occupied, long count, long days)
    {
        double share = occupied / (days + 0.5);
        // Few days can't tell how rare an empty hour is; that it has three records as a rule can: one in twenty such hours has none.
        double byShare = Math.Log(1 - Math.Min(share, 0.98));
        double byCount = -count / (double)days;
        return Math.Max(byShare, byCount);
    }

    private int WeekendDays(Func<int, bool> isWanted)
    {
        // A wrong clock may put centuries between them: as many as have records are enough to know.
        int most = 2 * _days.Length;
        int found = 0;
        for (int day = DayOf(_first); day <= DayOf(_last) && found <= most; day++)
        {
            found += isWanted(day) ? 1 : 0;
        }

        return found;
    }

    private int DayOf(int hour) => (int)(((long)hour + _shift) / Day);

    // 1 January of year 1 was a Monday.
    private static bool IsWeekend(int day) => day % 7 >= 5;

    private int SlotOf(int hour)
    {
        long local = (long)hour + _shift;
        return (int)(local % Day) + (IsWeekend(DayOf(hour)) ? Day : 0);
    }
}
