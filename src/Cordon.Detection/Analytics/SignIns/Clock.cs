namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// Hours as an organisation lives them: ordinary failures come when people are at work, so an hour on Monday morning holds more of a day than one at
/// night. A day holds 24 of them on average.
/// </summary>
internal sealed class Clock
{
    // The part of ordinary failures that come at any time.
    private const double Even = 0.3;
    private readonly DateTime _start;
    private readonly double[] _until;

    public Clock(IReadOnlyCollection<DateTime> successes, DateTime first, DateTime last)
    {
        _start = first.Date;
        int hours = (int)Math.Min(24 * 3660, Math.Ceiling((last - _start).TotalHours) + 1);
        var counts = new double[hours];
        foreach (DateTime time in successes)
        {
            counts[Math.Clamp((int)(time - _start).TotalHours, 0, hours - 1)]++;
        }

        // Few successes tell little of when people work.
        double trust = (1 - Even) * successes.Count / (successes.Count + 50.0);
        _until = new double[hours + 1];
        for (int i = 0; i < hours; i++)
        {
            double lived = successes.Count == 0 ? 0 : hours * counts[i] / successes.Count;
            _until[i + 1] = _until[i] + 1 - trust + (trust * lived);
        }
    }

    /// <summary>Hours lived from one time to a later one.</summary>
    public double Between(DateTime from, DateTime until) => At(until) - At(from);

    private double At(DateTime time)
    {
        double hours = Math.Clamp((time - _start).TotalHours, 0, _until.Length - 1);
        int whole = Math.Min((int)hours, _until.Length - 2);
        return _until[whole] + ((hours - whole) * (_until[whole + 1] - _until[whole]));
    }
}
