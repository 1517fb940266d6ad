using System.Globalization;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Numbers and times in sentences.</summary>
internal static class Words
{
    /// <summary>A number with its noun in singular or plural.</summary>
    public static string Count(long number, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : several ?? one + "s")}");

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan span) =>
        span.TotalDays >= 2 ? Number(Math.Round(span.TotalDays, 1)) + " days"
        : span.TotalHours >= 2 ? Number(Math.Round(span.TotalHours, 1)) + " hours"
        : span.TotalMinutes >= 2 ? Number(Math.Round(span.TotalMinutes)) + " minutes"
        : Number(Math.Round(span.TotalSeconds)) + " seconds";

    public static string List(IReadOnlyList<string> parts) =>
        parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[^1],
        };

    /// <summary>A text of the log's, cut for a sentence.</summary>
    public static string Cut(string text) => text.Length <= 120 ? text : text[..119] + "…";
}
