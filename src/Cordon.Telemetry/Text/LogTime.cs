using System.Globalization;

namespace Cordon.Telemetry.Text;

/// <summary>Reads the times that logs write.</summary>
/// <remarks>
/// ISO 8601 with <c>T</c> or a blank, with any number of digits in the fraction, with or without a zone; seconds, milliseconds, microseconds or nanoseconds
/// since 1970; <c>M/d/yyyy</c> with a clock of 12 or 24 hours, with or without a comma; RFC 1123.
/// </remarks>
internal static class LogTime
{
    private const int MaxLength = 64;

    private static readonly string[] Zoned =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "ddd, d MMM yyyy HH:mm:ss zzz",
        "d MMM yyyy HH:mm:ss zzz",
        "d/MMM/yyyy:HH:mm:ss zzz",
    ];

    private static readonly string[] Unzoned =
    [
        "MMM d, yyyy, h:mm:ss tt",
        "MMM d, yyyy h:mm:ss tt",
        "MMM d, yyyy HH:mm:ss",
        "d MMM yyyy HH:mm:ss",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Reads a time.</summary>
    /// <param name="text">As the log writes it.</param>
    /// <param name="zone">Where it is meant, if it does not say.</param>
    /// <param name="time">UTC.</param>
    /// <param name="isDayFirst">Whether <c>1/2/2026</c> is the first of February.</param>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTime time, bool isDayFirst = false)
    {
        text = text.Trim().Trim('"');
        time = default;
        if (text.Length is < 8 or > MaxLength)
        {
            return false;
        }

        try
        {
            return TryEpoch(text, out time)
                || TryParts(text, zone, isDayFirst, out time)
                || TryNamed(text, zone, out time);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Within the calendar as it is written, and outside of it in UTC.
            time = default;
            return false;
        }
    }

    /// <summary>The time that a number of seconds, milliseconds, microseconds or nanoseconds since 1970 stands for; told apart by their size.</summary>
    public static bool TryEpoch(ReadOnlySpan<char> text, out DateTime time)
    {
        time = default;
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        if (
            whole.Length is < 9 or > 19
            || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        )
        {
            return false;
        }

        long ticks;
        switch (whole.Length)
        {
            case <= 11:
                if (!TryFraction(point < 0 ? "0" : text[(point + 1)..], out long fraction))
                {
                    return false;
                }

                ticks = (number * TimeSpan.TicksPerSecond) + fraction;
                break;
            case <= 14:
                ticks = number * TimeSpan.TicksPerMillisecond;
                break;
            case <= 17:
                ticks = number * 10;
                break;
            default:
                ticks = number / 100;
                break;
        }

        if (ticks > DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
        {
            return false;
        }

        time = DateTime.UnixEpoch.AddTicks(ticks);
        return true;
    }

    /// <summary>A time of day somewhere as UTC. One that a change of clocks left out is taken as if the clock had not changed; of two that are one, the first.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return DateTime.SpecifyKind(local - zone.BaseUtcOffset, DateTimeKind.Utc);
        }

        TimeSpan offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    // yyyy-MM-dd, yyyy/MM/dd, M/d/yyyy or d.M.yyyy, then perhaps a time of day, then perhaps a zone.
    private static bool TryParts(ReadOnlySpan<char> text, TimeZoneInfo zone, bool isDayFirst, out DateTime time)
    {
        time = default;
        int at = 0;
        if (!Number(text, ref at, 4, out int first, out int width) || at >= text.Length)
        {
            return false;
        }

        char mark = text[at++];
        if (
            mark is not ('-' or '/' or '.')
            || !Number(text, ref at, 2, out int second, out _)
            || at >= text.Length
            || text[at++] != mark
            || !Number(text, ref at, 4, out int third, out int last)
        )
        {
            return false;
        }

        (int year, int month, int day) =
            width == 4 ? (first, second, third)
            : isDayFirst || mark == '.' ? (third, second, first)
            : (third, first, second);
        if ((width == 4) == (last == 4) || year < 1900 || month is < 1 or > 12 || day < 1)
        {
            return false;
        }

        if (day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        if (!TryClock(text, ref at, out long ticks))
        {
            return false;
        }

        DateTime local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(ticks);
        ReadOnlySpan<char> rest = text[at..].Trim();
        if (rest.IsEmpty)
        {
            time = ToUtc(local, zone);
            return true;
        }

        if (!TryOffset(rest, out TimeSpan offset))
        {
            return false;
        }

        time = DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
        return true;
    }

    private static bool TryClock(ReadOnlySpan<char> text, ref int at, out long ticks)
    {
        ticks = 0;
        int from = at;
        while (from < text.Length && text[from] is 'T' or 't' or ' ' or ',' or '\u202F' or '\u00A0')
        {
            from++;
        }

        if (from == at || from >= text.Length || !char.IsAsciiDigit(text[from]))
        {
            return from == text.Length || from > at || at == text.Length;
        }

        at = from;
        int second = 0;
        long fraction = 0;
        if (
            !Number(text, ref at, 2, out int hour, out _)
            || !Skip(text, ref at, ':')
            || !Number(text, ref at, 2, out int minute, out _)
        )
        {
            return false;
        }

        if (Skip(text, ref at, ':'))
        {
            if (!Number(text, ref at, 2, out second, out _))
            {
                return false;
            }

            if (at < text.Length && text[at] is '.' or ',')
            {
                int end = at + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                if (end > at + 1)
                {
                    TryFraction(text[(at + 1)..end], out fraction);
                    at = end;
                }
            }
        }

        ReadOnlySpan<char> rest = text[at..];
        int blanks = rest.Length - rest.TrimStart(" \u202F\u00A0").Length;
        rest = rest[blanks..];
        if (
            rest.StartsWith("AM", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("PM", StringComparison.OrdinalIgnoreCase)
        )
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (rest[0] is 'P' or 'p' ? 12 : 0);
            at += blanks + 2;
        }

        // A leap second is the second after it.
        if (hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        ticks = (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (
            text.Equals("Z", StringComparison.OrdinalIgnoreCase)
            || text.Equals("UTC", StringComparison.OrdinalIgnoreCase)
            || text.Equals("GMT", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        if (text[0] is not ('+' or '-') || text.Length < 3)
        {
            return false;
        }

        int at = 1;
        int minutes = 0;
        if (!Number(text, ref at, 2, out int hours, out _))
        {
            return false;
        }

        if (at < text.Length)
        {
            Skip(text, ref at, ':');
            if (!Number(text, ref at, 2, out minutes, out _))
            {
                return false;
            }
        }

        if (at != text.Length || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    // With the month's name.
    private static bool TryNamed(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTime time)
    {
        time = default;
        if (
            DateTimeOffset.TryParseExact(
                text,
                Zoned,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                out DateTimeOffset zoned
            )
        )
        {
            time = zoned.UtcDateTime;
            return true;
        }

        if (
            !DateTime.TryParseExact(
                text,
                Unzoned,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AllowWhiteSpaces,
                out DateTime local
            )
        )
        {
            return false;
        }

        time = ToUtc(local, zone);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> text, ref int at, int most, out int number, out int width)
    {
        number = 0;
        width = 0;
        while (at < text.Length && width < most && char.IsAsciiDigit(text[at]))
        {
            number = (number * 10) + text[at++] - '0';
            width++;
        }

        return width > 0;
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int at, char mark)
    {
        if (at < text.Length && text[at] == mark)
        {
            at++;
            return true;
        }

        return false;
    }

    // Digits behind the point as 100 ns; those beyond the seventh are left out.
    private static bool TryFraction(ReadOnlySpan<char> digits, out long ticks)
    {
        ticks = 0;
        int scale = 1_000_000;
        foreach (char one in digits)
        {
            if (!char.IsAsciiDigit(one))
            {
                return false;
            }

            ticks += (one - '0') * scale;
            scale /= 10;
        }

        return true;
    }
}
