using System.Globalization;

namespace Cordon.Incidents.Wording;

/// <summary>Numbers, times and names as sentences have them.</summary>
internal static class Words
{
    private const int MaxName = 120;

    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    public static string Span(TimeSpan span) =>
        span switch
        {
            { TotalSeconds: < 90 } => Count((long)Math.Max(0, span.TotalSeconds), "second", "seconds"),
            { TotalMinutes: < 90 } => Count((long)Math.Round(span.TotalMinutes), "minute", "minutes"),
            { TotalHours: < 48 } => Count((long)Math.Round(span.TotalHours), "hour", "hours"),
            _ => Count((long)Math.Round(span.TotalDays), "day", "days"),
        };

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name that somebody else wrote, on one line and not longer than a line takes.</summary>
    public static string Name(string text)
    {
        string line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        return line.Length <= MaxName ? line : string.Concat(line.AsSpan(0, MaxName - 1), "…");
    }

    /// <summary>The first of several names, and how many more there are.</summary>
    public static string List(IReadOnlyCollection<string> names, int most = 3)
    {
        string first = string.Join(", ", names.Take(most).Select(Name));
        return names.Count <= most ? first : first + " and " + Count(names.Count - most, "more", "more");
    }
}
