using System.Globalization;

namespace Cordon.Sigma.Loading;

/// <summary>Reads <c>timespan</c>: a whole number and <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
internal static class Timespans
{
    private const int LongestDays = 36_500;

    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (
            text.Length < 2
            || !int.TryParse(
                text.AsSpan(0, text.Length - 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int number
            )
        )
        {
            return false;
        }

        long seconds = text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            _ => 0,
        };
        seconds *= number;
        if (seconds is <= 0 or > LongestDays * 86_400L)
        {
            return false;
        }

        span = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
