namespace Cordon.Incidents.Linking;

/// <summary>Who used an address, a program or a name successfully, and who failed with it: what many use day by day is ordinary.</summary>
internal sealed class Usage
{
    private const int MaxKept = 256;

    private readonly Dictionary<string, int> _successes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _returning = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<int> _days = [];

    public void Add(string user, DateTime time, bool isSuccess)
    {
        if (!isSuccess)
        {
            if (_failures.Count < MaxKept)
            {
                _failures.Add(user);
            }

            return;
        }

        int day = (int)(time.Ticks / TimeSpan.TicksPerDay);
        if (_successes.TryGetValue(user, out int first))
        {
            if (first != day)
            {
                _returning.Add(user);
            }
        }
        else if (_successes.Count < MaxKept)
        {
            _successes.Add(user, day);
        }

        if (_days.Count < MaxKept)
        {
            _days.Add(day);
        }
    }

    /// <summary>How many succeeded with it.</summary>
    public int Successes => _successes.Count;

    /// <summary>How many succeeded with it on more than one day.</summary>
    public int Returning => _returning.Count;

    /// <summary>How many failed with it.</summary>
    public int Failures => _failures.Count;

    /// <summary>
    /// Whether it belongs to ordinary life: used by at least three, on several days where the logs go over several, and not mostly in vain.
    /// </summary>
    /// <param name="days">Over how many days the logs go.</param>
    public bool IsOrdinary(int days) =>
        _successes.Count >= 3 && _successes.Count > _failures.Count && (days < 3 || _days.Count >= 2);
}
