using Cordon.Events;

namespace Cordon.Incidents.Linking;

/// <summary>Findings of one rule on one host, account or source that follow each other: what is linked instead of each by itself.</summary>
internal sealed class FindingGroup(FindingRule rule, string scope, DateTime first)
{
    private const int MaxEach = 16;
    private const int MaxEntities = 5_000;

    private readonly List<Finding> _first = [];
    private readonly Queue<Finding> _last = [];
    private readonly Dictionary<Observable, EntityRole> _entities = [];

    /// <summary>The rule that held.</summary>
    public FindingRule Rule => rule;

    /// <summary>The host, account or source that it is about.</summary>
    public string Scope => scope;

    /// <summary>When it begins, UTC.</summary>
    public DateTime First { get; } = first;

    /// <summary>When it ends, UTC.</summary>
    public DateTime Last { get; private set; } = first;

    /// <summary>How many findings it stands for.</summary>
    public long Count { get; private set; }

    /// <summary>What it weighs; see <see cref="RuleRarity"/>.</summary>
    public double Weight { get; set; }

    /// <summary>Observables and their part.</summary>
    public IReadOnlyDictionary<Observable, EntityRole> Entities => _entities;

    /// <summary>How many observables were left out.</summary>
    public long EntitiesLost { get; private set; }

    /// <summary>Its first and its last findings, by time.</summary>
    public IEnumerable<Finding> Samples => _first.Concat(_last);

    /// <summary>How many accounts it was aimed at.</summary>
    public int TargetCount { get; private set; }

    /// <summary>Whether it is an attempt that went on for long against many, so that whatever else befell one of them need not belong to it.</summary>
    public bool IsBroad => TargetCount >= 5 && Last - First > TimeSpan.FromHours(24);

    public void Add(Finding finding, IReadOnlyList<FindingEntity> entities)
    {
        Count++;
        DateTime end = FindingOrder.LastOf(finding) ?? First;
        Last = end > Last ? end : Last;
        if (_first.Count < MaxEach)
        {
            _first.Add(finding);
        }
        else
        {
            _last.Enqueue(finding);
            if (_last.Count > MaxEach)
            {
                _last.Dequeue();
            }
        }

        foreach ((Observable observable, EntityRole role) in entities)
        {
            AddEntity(observable, role);
        }
    }

    /// <summary>Notes a computer that the attacker came to by what the group is about; it goes on for as long.</summary>
    public void Touch(Observable host, DateTime time)
    {
        AddEntity(host, EntityRole.Related);
        Last = time > Last ? time : Last;
    }

    private void AddEntity(Observable observable, EntityRole role)
    {
        if (string.IsNullOrEmpty(observable.Value))
        {
            return;
        }

        if (_entities.TryGetValue(observable, out EntityRole known))
        {
            // Whom it was done to matters most.
            if (role < known)
            {
                _entities[observable] = role;
                TargetCount += role == EntityRole.Target ? 1 : 0;
            }
        }
        else if (_entities.Count < MaxEntities)
        {
            _entities.Add(observable, role);
            TargetCount += role == EntityRole.Target ? 1 : 0;
        }
        else
        {
            EntitiesLost++;
        }
    }
}
