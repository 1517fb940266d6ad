using System.Globalization;

namespace Cordon.Reporting.Page;

/// <summary>Times on a line.</summary>
/// <param name="from">The time at the line's start.</param>
/// <param name="until">The time at its end.</param>
/// <param name="left">Where the line starts.</param>
/// <param name="width">How long it is.</param>
internal sealed class TimeScale(DateTime from, DateTime until, double left, double width)
{
    private static readonly double[] Steps =
    [
        1,
        5,
        15,
        30,
        60,
        180,
        360,
        720,
        1440,
        2880,
        7 * 1440,
        14 * 1440,
        30 * 1440,
        91 * 1440,
        365 * 1440,
        3650 * 1440,
    ];

    /// <summary>Where a time stands; times outside stand at the ends.</summary>
    public double At(DateTime time)
    {
        double span = Math.Max((until - from).TotalSeconds, 1);
        return left + (Math.Clamp((time - from).TotalSeconds / span, 0, 1) * width);
    }

    /// <summary>A place as SVG holds it.</summary>
    public static string Place(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Round times along the line, at most eight.</summary>
    public IEnumerable<DateTime> Ticks()
    {
        double minutes = (until - from).TotalMinutes;
        double step = Array.Find(Steps, s => minutes / s <= 8);
        if (step == 0)
        {
            step = minutes / 8;
        }

        long ticks = (long)(step * TimeSpan.TicksPerMinute);
        long first = ((from.Ticks + ticks - 1) / ticks) * ticks;
        for (long tick = first; tick <= until.Ticks && ticks > 0; tick += ticks)
        {
            yield return new DateTime(tick, DateTimeKind.Utc);
        }
    }

    /// <summary>A tick's words: the day, or day and clock where the line is short.</summary>
    public string Label(DateTime tick) =>
        tick.ToString((until - from).TotalDays > 4 ? "yyyy-MM-dd" : "MM-dd HH:mm", CultureInfo.InvariantCulture);
}
