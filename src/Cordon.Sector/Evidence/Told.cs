using System.Globalization;

namespace Cordon.Sector.Evidence;

/// <summary>Numbers and times as sentences have them.</summary>
internal static class Told
{
    private const int LongestName = 120;

    public static string Count(long count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>When something was, that happened once or over a time.</summary>
    public static string When(DateTime first, DateTime last) =>
        Time(first) == Time(last) ? $"at {Time(first)}" : $"between {Time(first)} and {Time(last)}";

    /// <summary>A name that somebody else wrote, on one line and no longer than a line takes.</summary>
    public static string Name(string text)
    {
        string line = string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestName ? line : string.Concat(line.AsSpan(0, LongestName - 1), "…");
    }

    /// <summary>Names, the first of them, and how many more there are.</summary>
    public static string List(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        string first = string.Join(", ", all.Take(3).Select(Name));
        return all.Length <= 3 ? first : $"{first} and {Count(all.Length - 3, "more")[..^1]}";
    }
}
