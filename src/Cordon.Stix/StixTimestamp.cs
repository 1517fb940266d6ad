using System.Globalization;

namespace Cordon.Stix;

/// <summary>
/// A STIX timestamp (STIX 2.1, section 2.16): RFC 3339 in UTC, ending in <c>Z</c>, with any number of digits of a second. Digits to the nanosecond count when two are
/// compared; the text is kept as it was written.
/// </summary>
public readonly record struct StixTimestamp : IComparable<StixTimestamp>
{
    private StixTimestamp(long seconds, int nanoseconds) => (Seconds, Nanoseconds) = (seconds, nanoseconds);

    /// <summary>Seconds since 0001-01-01T00:00:00Z.</summary>
    public long Seconds { get; }

    /// <summary>Nanoseconds beyond, 0 to 999,999,999.</summary>
    public int Nanoseconds { get; }

    /// <summary>The same in .NET's own form, which keeps 100 ns and ends with the year 9999.</summary>
    public DateTime ToDateTime() =>
        new(
            Math.Min((Seconds * TimeSpan.TicksPerSecond) + (Nanoseconds / 100), DateTime.MaxValue.Ticks),
            DateTimeKind.Utc
        );

    /// <summary>Seconds from <paramref name="other"/> to this.</summary>
    public double SecondsSince(StixTimestamp other) =>
        Seconds - other.Seconds + ((Nanoseconds - other.Nanoseconds) / 1e9);

    /// <summary>Reads one; false where the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out StixTimestamp value)
    {
        value = default;
        if (text.Length < 20 || text[^1] != 'Z' || !TryParseSeconds(text[..19], out long seconds))
        {
            return false;
        }

        int nanoseconds = 0;
        ReadOnlySpan<char> fraction = text[19..^1];
        if (!fraction.IsEmpty)
        {
            if (fraction[0] != '.' || fraction.Length == 1 || fraction[1..].ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            int weight = 100_000_000;
            foreach (char digit in fraction[1..])
            {
                nanoseconds += (digit - '0') * weight;
                weight /= 10;
            }
        }

        value = new StixTimestamp(seconds, nanoseconds);
        return true;
    }

    // Digit by digit: the grammar knows no calendar, so a 30th of February is the 2nd of March, and a leap second the next minute.
    private static bool TryParseSeconds(ReadOnlySpan<char> text, out long seconds)
    {
        seconds = 0;
        const string Form = "0000-00-00T00:00:00";
        for (int i = 0; i < Form.Length; i++)
        {
            if (Form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != Form[i])
            {
                return false;
            }
        }

        static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
        (int year, int month, int day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        (int hour, int minute, int second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day is < 1 or > 31 || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        long days = (new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerDay) + day - 1;
        seconds = (((((days * 24) + hour) * 60) + minute) * 60) + second;
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(StixTimestamp other) =>
        Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Whether one is earlier than the other.</summary>
    public static bool operator <(StixTimestamp left, StixTimestamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is later than the other.</summary>
    public static bool operator >(StixTimestamp left, StixTimestamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not later than the other.</summary>
    public static bool operator <=(StixTimestamp left, StixTimestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not earlier than the other.</summary>
    public static bool operator >=(StixTimestamp left, StixTimestamp right) => left.CompareTo(right) >= 0;
}
