using System.Globalization;
using Cordon.Events;

namespace Cordon.Reporting;

/// <summary>How values are spelt in every output.</summary>
public static class Wording
{
    /// <summary>ISO 8601, UTC, with all seven digits of a 100 ns clock; empty for no time.</summary>
    public static string Of(DateTime? time) =>
        time is { } value ? value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture) : "";

    /// <summary>A time for people: to the second, UTC.</summary>
    public static string Short(DateTime? time) =>
        time is { } value ? value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "-";

    /// <summary>Sigma's word for a level.</summary>
    public static string Of(Level level) =>
        level switch
        {
            Level.Critical => "critical",
            Level.High => "high",
            Level.Medium => "medium",
            Level.Low => "low",
            _ => "informational",
        };

    /// <summary>The word for a kind of finding.</summary>
    public static string Of(FindingKind kind) =>
        kind switch
        {
            FindingKind.Sigma => "sigma",
            FindingKind.SigmaCorrelation => "sigma-correlation",
            FindingKind.Analytic => "analytic",
            FindingKind.Indicator => "indicator",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>A length in bytes for people: <c>812 B</c>, <c>69.6 kB</c>, <c>1.3 GB</c>; steps of 1,000.</summary>
    public static string Bytes(long count)
    {
        if (count < 1000)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{count} B");
        }

        double value = count;
        foreach (string unit in (ReadOnlySpan<string>)["kB", "MB", "GB"])
        {
            value /= 1000;
            if (value < 999.95)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0.0} TB");
    }

    /// <summary>A number and what is counted: <c>1 file</c>, <c>2 files</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them; its plural ends in s.</param>
    public static string Counted(long count, string one) => $"{Count(count)} {one}{(count == 1 ? "" : "s")}";

    /// <summary>A whole number with thousands apart: <c>12,345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
