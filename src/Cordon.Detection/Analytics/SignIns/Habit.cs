namespace Cordon.Detection.Analytics.SignIns;

/// <summary>When an account succeeded with something: its address, network, user agent, device.</summary>
internal sealed class Habit
{
    public required DateTime First { get; init; }

    public DateTime Last { get; private set; }

    /// <summary>On how many days.</summary>
    public int Days { get; private set; } = 1;

    public static Habit Begin(DateTime time) => new() { First = time, Last = time };

    public void Add(DateTime time)
    {
        if (time.Date != Last.Date)
        {
            Days++;
        }

        Last = time;
    }

    /// <summary>Whether there is a success that is not of the same day's doings.</summary>
    public bool IsAwayFrom(DateTime time, TimeSpan apart) => First < time - apart || Last > time + apart;

    public bool IsBefore(DateTime time, TimeSpan apart) => First < time - apart;
}
