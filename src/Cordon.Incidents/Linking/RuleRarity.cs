using Cordon.Events;

namespace Cordon.Incidents.Linking;

/// <summary>Knows how often each rule holds, on which days and where: what is always there is ordinary, whatever its level.</summary>
internal sealed class RuleRarity
{
    private const int MinDays = 5;
    private const int MaxKept = 4_096;

    private readonly Dictionary<(string Id, string File), Use> _rules = [];
    private readonly HashSet<string> _scopes = new(StringComparer.Ordinal);
    private int _days;

    public void Add(FindingRule rule, string scope, DateTime time)
    {
        if (!_rules.TryGetValue((rule.Id, rule.File), out Use? use))
        {
            _rules[(rule.Id, rule.File)] = use = new Use();
        }

        use.Days.Add(DayOf(time));
        Keep(use.Scopes, scope);
        Keep(_scopes, scope);
    }

    /// <summary>Says over how many days the logs go, so that what was found on a day can be compared with all of them.</summary>
    public void Span(DateTime first, DateTime last) => _days = Math.Max(1, DayOf(last) - DayOf(first) + 1);

    /// <summary>
    /// The factor for a rule's weight: 1.25 for one that held on a single day of many, down to 0.05 for one that holds on many hosts nearly every
    /// day. 1 where the logs are too short to tell, and for analytics, which weigh what is ordinary themselves.
    /// </summary>
    public double Factor(FindingRule rule)
    {
        if (
            _days < MinDays
            || rule.Kind == FindingKind.Analytic
            || !_rules.TryGetValue((rule.Id, rule.File), out Use? use)
        )
        {
            return 1;
        }

        // Five of seven days: what happens on every working day is daily.
        double share = use.Days.Count / Math.Max(1, _days * 5 / 7.0);
        bool isWide = use.Scopes.Count >= Math.Max(3, _scopes.Count / 5);
        double factor = (share, isWide) switch
        {
            _ when use.Days.Count == 1 => 1.25,
            _ when use.Days.Count == 2 => 1,
            (>= 0.5, true) => 0.05,
            (>= 0.5, false) => 0.4,
            (>= 0.25, true) => 0.2,
            (>= 0.25, false) => 0.6,
            _ when use.Days.Count >= 4 && use.Scopes.Count >= 3 => 0.5,
            _ => 0.8,
        };
        return rule.Level == Level.Critical ? Math.Max(factor, 0.2) : factor;
    }

    private static int DayOf(DateTime time) => (int)(time.Ticks / TimeSpan.TicksPerDay);

    private static void Keep(HashSet<string> set, string value)
    {
        if (set.Count < MaxKept)
        {
            set.Add(value);
        }
    }

    private sealed class Use
    {
        public HashSet<int> Days { get; } = [];

        public HashSet<string> Scopes { get; } = new(StringComparer.Ordinal);
    }
}
