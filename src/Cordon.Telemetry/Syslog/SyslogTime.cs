namespace Cordon.Telemetry.Syslog;

/// <summary>A time as a line of syslog has it: whole, or without the year.</summary>
/// <param name="Utc">The time, where the line says all of it.</param>
/// <param name="Local">Else the time in year 4, which has a 29th of February; null where the line has no time.</param>
/// <param name="Year">The year, where only the zone is missing; 0 where it is not known.</param>
internal readonly record struct SyslogTime(DateTime? Utc, DateTime? Local, int Year)
{
    /// <summary>Whether the line has any time.</summary>
    public bool IsKnown => Utc is not null || Local is not null;
}
