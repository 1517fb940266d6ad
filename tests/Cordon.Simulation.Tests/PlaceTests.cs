using System.Globalization;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Tests;

/// <summary>Clocks of places agree with those of the world.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2020-11-02T12:00:00", "13:00")]
    [InlineData("Europe/Berlin", "2021-03-28T00:59:59", "01:59")]
    [InlineData("Europe/Berlin", "2021-03-28T01:00:00", "03:00")]
    [InlineData("Europe/London", "2021-07-01T12:00:00", "13:00")]
    [InlineData("America/New_York", "2021-03-14T06:59:00", "01:59")]
    [InlineData("America/New_York", "2021-03-14T07:00:00", "03:00")]
    [InlineData("America/New_York", "2021-11-07T05:59:00", "01:59")]
    [InlineData("America/New_York", "2021-11-07T06:00:00", "01:00")]
    [InlineData("Asia/Kolkata", "2021-07-01T12:00:00", "17:30")]
    [InlineData("Asia/Seoul", "2021-07-01T12:00:00", "21:00")]
    public void Local_time_follows_summer_time(string zone, string utc, string local)
    {
        Place place = Place.All.First(p => p.Zone == zone);
        DateTime time = DateTime.Parse(
            utc,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );

        Assert.Equal(local, place.Local(time).ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Local_times_lead_back_to_the_moment()
    {
        var start = new DateTime(2021, 1, 1, 0, 30, 0, DateTimeKind.Utc);
        foreach (Place place in Place.All)
        {
            for (int day = 0; day < 365; day++)
            {
                DateTime time = start.AddDays(day).AddHours(12 - place.Offset);
                Assert.Equal(time, place.Utc(place.Local(time)));
            }
        }
    }
}
