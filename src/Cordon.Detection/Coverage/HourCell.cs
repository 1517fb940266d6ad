namespace Cordon.Detection.Coverage;

/// <summary>The records of one hour of a stream.</summary>
/// <param name="First">Ticks of the first record's time, UTC.</param>
/// <param name="Last">Ticks of the last one's.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct HourCell(long First, long Last, long Count)
{
    public static HourCell operator +(HourCell x, HourCell y) =>
        new(Math.Min(x.First, y.First), Math.Max(x.Last, y.Last), x.Count + y.Count);
}
