using System.Buffers.Binary;

namespace Cordon.Evtx.Values;

/// <summary>Points in time out of bytes; what is no time in the years 1601 to 9999 is no time, never an exception.</summary>
internal static class ValueTimes
{
    /// <summary>Length of the written form, <c>2026-01-31T23:59:59.1234567Z</c>.</summary>
    public const int TextLength = 28;

    private const long TicksTo1601 = 504_911_232_000_000_000;

    public static bool TryGetTime(EvtxValueType type, ReadOnlySpan<byte> raw, out DateTime value)
    {
        value = default;
        return (type, raw.Length) switch
        {
            (EvtxValueType.FileTime, 8) => TryFromFileTime(BinaryPrimitives.ReadUInt64LittleEndian(raw), out value),
            (EvtxValueType.SystemTime, 16) => TryFromSystemTime(raw, out value),
            _ => false,
        };
    }

    public static bool TryFromFileTime(ulong fileTime, out DateTime value)
    {
        bool fits = fileTime <= (ulong)(DateTime.MaxValue.Ticks - TicksTo1601);
        value = fits ? new DateTime((long)fileTime + TicksTo1601, DateTimeKind.Utc) : default;
        return fits;
    }

    public static bool TryFromSystemTime(ReadOnlySpan<byte> raw, out DateTime value)
    {
        int year = At(raw, 0);
        int month = At(raw, 2);
        int day = At(raw, 6);
        int hour = At(raw, 8);
        int minute = At(raw, 10);
        int second = At(raw, 12);
        int millisecond = At(raw, 14);
        bool isTime =
            year is >= 1601 and <= 9999
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && hour < 24
            && minute < 60
            && second < 60
            && millisecond < 1000;
        value = isTime ? new DateTime(year, month, day, hour, minute, second, millisecond, DateTimeKind.Utc) : default;
        return isTime;
    }

    /// <summary>Writes ISO 8601 with all digits of 100 ns; the destination holds <see cref="TextLength"/>.</summary>
    public static int Format(DateTime value, Span<char> destination)
    {
        destination[4] = destination[7] = '-';
        destination[10] = 'T';
        destination[13] = destination[16] = ':';
        destination[19] = '.';
        destination[27] = 'Z';
        Digits(destination[..4], value.Year);
        Digits(destination.Slice(5, 2), value.Month);
        Digits(destination.Slice(8, 2), value.Day);
        Digits(destination.Slice(11, 2), value.Hour);
        Digits(destination.Slice(14, 2), value.Minute);
        Digits(destination.Slice(17, 2), value.Second);
        Digits(destination.Slice(20, 7), (int)(value.Ticks % TimeSpan.TicksPerSecond));
        return TextLength;
    }

    private static int At(ReadOnlySpan<byte> raw, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(raw[offset..]);

    private static void Digits(Span<char> destination, int value)
    {
        for (int i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }
}
