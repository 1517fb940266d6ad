using Cordon.Events;

namespace Cordon.Incidents.Outcomes;

/// <summary>What was found so far on one target. Evidence adds up; the worst outcome that was reached stays.</summary>
internal sealed class TargetCase(Observable target)
{
    private const int MaxEvidence = 24;
    private const int MaxEvents = 20;
    private const int MaxMissing = 12;

    private readonly List<Evidence> _evidence = [];
    private readonly List<MissingLog> _missing = [];
    private readonly Dictionary<Outcome, double> _weights = [];

    public Observable Target => target;

    /// <summary>The worst outcome that something proves; null where nothing does.</summary>
    public Outcome? Reached { get; private set; }

    /// <summary>What an absence of success comes to: of several ways that were tried, the worst.</summary>
    public Outcome? Negative { get; private set; }

    public string Mechanism { get; private set; } = "";

    public DateTime? FirstTry { get; set; }

    public DateTime? FirstExposure { get; private set; }

    public DateTime? FirstAccess { get; private set; }

    /// <summary>Addresses and sessions that the attacker had while he was in.</summary>
    public HashSet<string> AttackerAddresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> AttackerSessions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When something was sent to a lure's server, from this target.</summary>
    public DateTime? Submitted { get; set; }

    public IReadOnlyList<MissingLog> Missing => _missing;

    /// <summary>The evidence, what speaks for the outcome first, then by weight.</summary>
    public IReadOnlyList<Evidence> EvidenceFor(Outcome outcome) =>
        [
            .. _evidence
                .OrderByDescending(e => e.Supports == outcome)
                .ThenByDescending(e => e.Weight)
                .ThenBy(e => e.Time)
                .ThenBy(e => e.Statement, StringComparer.Ordinal)
                .Take(MaxEvidence),
        ];

    /// <summary>What speaks for an outcome that was reached, summed: the strongest whole, each further one by half of what the one before counted.</summary>
    public double WeightOf(Outcome outcome) => _weights.GetValueOrDefault(outcome);

    public void Reach(
        Outcome outcome,
        double weight,
        string statement,
        DateTime time,
        IEnumerable<EventOrigin> events,
        IEnumerable<Finding> findings,
        string mechanism = ""
    )
    {
        Tell(outcome, weight, statement, time, events, findings);
        double known = _weights.GetValueOrDefault(outcome);
        _weights[outcome] = Math.Max(known, weight) + (Math.Min(known, weight) / 2);
        Reached = Reached is { } reached && reached > outcome ? reached : outcome;
        if (outcome >= Outcome.AccessGained && mechanism.Length > 0 && (Mechanism.Length == 0 || FirstAccess > time))
        {
            Mechanism = mechanism;
        }

        if (outcome >= Outcome.CredentialExposed)
        {
            FirstExposure = Earlier(FirstExposure, time);
        }

        if (outcome >= Outcome.AccessGained)
        {
            FirstAccess = Earlier(FirstAccess, time);
        }
    }

    /// <summary>Adds a reason without concluding anything from it.</summary>
    public void Tell(
        Outcome supports,
        double weight,
        string statement,
        DateTime? time,
        IEnumerable<EventOrigin> events,
        IEnumerable<Finding> findings
    )
    {
        _evidence.Add(
            new Evidence
            {
                Statement = statement,
                Supports = supports,
                Weight = Math.Round(weight, 2),
                Time = time,
                Events = [.. events.Take(MaxEvents)],
                Findings = [.. findings.Take(MaxEvents).Select(f => f.Id).Distinct(StringComparer.Ordinal)],
            }
        );
    }

    /// <summary>Concludes for one way that was tried that it led to nothing, or that it can't be told.</summary>
    public void Conclude(Outcome outcome) => Negative = Negative is { } known && known > outcome ? known : outcome;

    public void Miss(MissingLog log)
    {
        if (_missing.Count < MaxMissing && !_missing.Contains(log))
        {
            _missing.Add(log);
        }
    }

    private static DateTime Earlier(DateTime? known, DateTime time) => known is { } k && k < time ? k : time;
}
