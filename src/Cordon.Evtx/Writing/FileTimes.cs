namespace Cordon.Evtx.Writing;

internal static class FileTimes
{
    private static readonly long Epoch = new DateTime(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Units of 100 ns since 1601, UTC. A time of unspecified kind counts as UTC.</summary>
    public static ulong Of(DateTime time)
    {
        var utc = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
        return utc.Ticks < Epoch
            ? throw new ArgumentOutOfRangeException(nameof(time), time, "An event log has no times before 1601.")
            : (ulong)(utc.Ticks - Epoch);
    }

    /// <summary>The time as Windows writes it into XML, or null where the calendar has no such time.</summary>
    public static string? Text(ulong fileTime) =>
        fileTime > (ulong)(DateTime.MaxValue.Ticks - Epoch)
            ? null
            // Windows shows nanoseconds; the last two digits are always zero.
            : new DateTime(Epoch + (long)fileTime, DateTimeKind.Utc).ToString(
                "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'",
                System.Globalization.CultureInfo.InvariantCulture
            );
}
