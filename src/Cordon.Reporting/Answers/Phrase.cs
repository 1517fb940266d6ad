using System.Globalization;

namespace Cordon.Reporting.Answers;

/// <summary>Small pieces of wording for people.</summary>
internal static class Phrase
{
    /// <summary>How much of a name is told within a sentence.</summary>
    public const int NameLength = 80;

    /// <summary>A name short enough for a sentence.</summary>
    public static string Cut(string name) =>
        name.Length <= NameLength ? name
        : char.IsHighSurrogate(name[NameLength - 2]) ? string.Concat(name.AsSpan(0, NameLength - 2), "…")
        : string.Concat(name.AsSpan(0, NameLength - 1), "…");

    /// <summary>A time to the minute, without its zone.</summary>
    public static string Minute(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time in its two largest units: <c>3 d 4 h</c>, <c>12 min</c>, <c>5 s</c>.</summary>
    public static string Length(TimeSpan length)
    {
        TimeSpan value = length.Duration();
        string sign = length < TimeSpan.Zero ? "-" : "";
        (long first, string one, long second, string two) =
            value.TotalDays >= 1 ? ((long)value.TotalDays, "d", (long)value.Hours, "h")
            : value.TotalHours >= 1 ? (value.Hours, "h", value.Minutes, "min")
            : value.TotalMinutes >= 1 ? (value.Minutes, "min", value.Seconds, "s")
            : (value.Seconds, "s", 0, "");
        return second == 0
            ? $"{sign}{Wording.Count(first)} {one}"
            : $"{sign}{Wording.Count(first)} {one} {Wording.Count(second)} {two}";
    }

    /// <summary>A probability as whole per cent, never 0 or 100 unless it is that exactly.</summary>
    public static string Percent(double probability)
    {
        double clamped = double.IsFinite(probability) ? Math.Clamp(probability, 0, 1) : 0;
        double percent = Math.Round(clamped * 100);
        percent = clamped is > 0 and < 1 ? Math.Clamp(percent, 1, 99) : percent;
        return percent.ToString("0", CultureInfo.InvariantCulture) + " %";
    }
}
