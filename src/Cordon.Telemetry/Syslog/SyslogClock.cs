using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Syslog;

/// <summary>
/// Gives times without a year their year: the first line has the latest one in which it is not after the file was written, and the following ones go on
/// from there, over the turn of the year. For one thread and one stream.
/// </summary>
internal sealed class SyslogClock(RowContext context)
{
    // Lines of several programs come a little out of order; a jump back by more is the turn of a year.
    private static readonly TimeSpan Back = TimeSpan.FromDays(31);
    private static readonly TimeSpan Forth = TimeSpan.FromDays(300);

    private readonly DateTime? _latest = context.Modified?.AddDays(1);
    private DateTime? _last;

    /// <summary>The time in UTC; null where it can't be told.</summary>
    public DateTime? Resolve(SyslogTime time, LineSink sink)
    {
        if (time.Utc is { } known)
        {
            return known;
        }

        if (time.Local is not { } local)
        {
            return null;
        }

        if (time.Year > 0)
        {
            return In(local, time.Year);
        }

        if (_latest is not { } latest)
        {
            sink.Remark("its time has no year, and when the file was written is not known: events have no time");
            return null;
        }

        DateTime? found = _last is { } last ? Next(local, last, latest) : First(local, latest);
        _last = found ?? _last;
        return found;
    }

    private DateTime? First(DateTime local, DateTime latest)
    {
        // Eight years hold a 29th of February, whatever the century.
        for (int year = latest.Year; year > latest.Year - 9 && year > 1; year--)
        {
            if (In(local, year) is { } found && found <= latest)
            {
                return found;
            }
        }

        return null;
    }

    private DateTime? Next(DateTime local, DateTime last, DateTime latest)
    {
        DateTime? same = In(local, last.Year);
        if (same is null)
        {
            return First(local, latest);
        }

        if (same < last - Back && In(local, last.Year + 1) is { } next && next <= latest)
        {
            return next;
        }

        return same > last + Forth || same > latest ? In(local, last.Year - 1) ?? same : same;
    }

    private DateTime? In(DateTime local, int year) =>
        local.Day <= DateTime.DaysInMonth(year, local.Month)
            ? LogTime.ToUtc(new DateTime(year, local.Month, local.Day, 0, 0, 0).Add(local.TimeOfDay), context.Zone)
            : null;
}
