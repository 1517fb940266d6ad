namespace Cordon.Simulation.Sector;

/// <summary>A city where people live and work, with its clock. The rules of summer time are here so that no machine's own tables matter.</summary>
/// <param name="City">The name.</param>
/// <param name="State">The state or province, as logs of identity providers give it.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Zone">IANA name of the clock.</param>
/// <param name="Offset">Hours ahead of UTC in winter.</param>
/// <param name="Summer">Whose rule of summer time holds: <c>EU</c>, <c>US</c>, or empty for none.</param>
internal sealed record Place(
    string City,
    string State,
    string Country,
    double Latitude,
    double Longitude,
    string Zone,
    double Offset,
    string Summer
)
{
    /// <summary>All places; the index is that of the networks of its country.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("Berlin", "Berlin", "DE", 52.52, 13.40, "Europe/Berlin", 1, "EU"),
        new("Lyon", "Rhone", "FR", 45.76, 4.84, "Europe/Paris", 1, "EU"),
        new("Oxford", "Oxfordshire", "GB", 51.75, -1.26, "Europe/London", 0, "EU"),
        new("Boston", "Massachusetts", "US", 42.36, -71.06, "America/New_York", -5, "US"),
        new("Toronto", "Ontario", "CA", 43.65, -79.38, "America/Toronto", -5, "US"),
        new("Pune", "Maharashtra", "IN", 18.52, 73.86, "Asia/Kolkata", 5.5, ""),
        new("Seoul", "Seoul", "KR", 37.57, 126.98, "Asia/Seoul", 9, ""),
        new("Zurich", "Zurich", "CH", 47.38, 8.54, "Europe/Zurich", 1, "EU"),
    ];

    /// <summary>Local time of a moment.</summary>
    public DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + OffsetAt(utc), DateTimeKind.Unspecified);

    /// <summary>The moment of a local time; one hour of a year is told twice and taken as the first.</summary>
    public DateTime Utc(DateTime local)
    {
        DateTime guess = DateTime.SpecifyKind(local - TimeSpan.FromHours(Offset), DateTimeKind.Utc);
        return guess - (OffsetAt(guess) - TimeSpan.FromHours(Offset));
    }

    /// <summary>How far the clock is ahead of UTC.</summary>
    public TimeSpan OffsetAt(DateTime utc)
    {
        TimeSpan standard = TimeSpan.FromHours(Offset);
        bool isSummer = Summer switch
        {
            "EU" => utc >= Sunday(utc.Year, 3, 5).AddHours(1) && utc < Sunday(utc.Year, 10, 5).AddHours(1),
            "US" => utc >= Sunday(utc.Year, 3, 2).AddHours(2) - standard
                && utc < Sunday(utc.Year, 11, 1).AddHours(1) - standard,
            _ => false,
        };
        return isSummer ? standard + TimeSpan.FromHours(1) : standard;
    }

    // The n-th Sunday of a month; the fifth is the last.
    private static DateTime Sunday(int year, int month, int number)
    {
        var day = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        day = day.AddDays(((7 - (int)day.DayOfWeek) % 7) + (7 * (number - 1)));
        return day.Month == month ? day : day.AddDays(-7);
    }
}
