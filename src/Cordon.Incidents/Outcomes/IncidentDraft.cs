using Cordon.Events;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;

namespace Cordon.Incidents.Outcomes;

/// <summary>Groups of findings that are one incident, with what they say together, before it is judged.</summary>
internal sealed class IncidentDraft
{
    private readonly Dictionary<Observable, (EntityRole Role, long Count)> _entities = [];
    private readonly Dictionary<EventKey, List<Finding>> _cited = [];
    private readonly Dictionary<ObservableKind, HashSet<string>> _sources = [];

    public IncidentDraft(IReadOnlyList<FindingGroup> groups, IReadOnlyList<IncidentLink> links)
    {
        Groups = groups;
        Links = links;
        First = groups.Min(g => g.First);
        Last = groups.Max(g => g.Last);
        Guessing = new GuessingTimes(groups);
        foreach (FindingGroup group in groups)
        {
            foreach ((Observable observable, EntityRole role) in group.Entities)
            {
                Add(observable, role, group.Count);
            }

            foreach (Finding finding in group.Samples)
            {
                foreach (EventKey key in EventKey.Of(finding))
                {
                    if (!_cited.TryGetValue(key, out List<Finding>? list))
                    {
                        _cited[key] = list = [];
                    }

                    if (!list.Contains(finding))
                    {
                        list.Add(finding);
                    }
                }
            }
        }
    }

    public IReadOnlyList<FindingGroup> Groups { get; }

    public IReadOnlyList<IncidentLink> Links { get; }

    public DateTime First { get; }

    public DateTime Last { get; }

    /// <summary>All observables with their part and how many findings have them.</summary>
    public IReadOnlyDictionary<Observable, (EntityRole Role, long Count)> Entities => _entities;

    /// <summary>When many accounts were tried.</summary>
    public GuessingTimes Guessing { get; }

    /// <summary>Programs that the attempts were made with and ordinary life is not; see <see cref="SignInLinks"/>.</summary>
    public HashSet<ToolSignature> Tools { get; } = [];

    /// <summary>For each address the times of rejected tries from it.</summary>
    public Dictionary<string, List<DateTime>> TriesFrom { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Networks that rejected tries came from.</summary>
    public HashSet<long> Networks { get; } = [];

    public bool IsLure => Groups.Any(g => Techniques.IsLure(g.Rule));

    public bool IsGuessing => Groups.Any(g => Techniques.IsGuessing(g.Rule));

    /// <summary>Whether an observable of that kind is among sources or related ones.</summary>
    public bool Knows(ObservableKind kind, string value) =>
        value.Length > 0 && _sources.TryGetValue(kind, out HashSet<string>? set) && set.Contains(value);

    public IEnumerable<string> AllOf(ObservableKind kind) =>
        _sources.TryGetValue(kind, out HashSet<string>? set) ? set : [];

    /// <summary>The findings that rest on an event.</summary>
    public IReadOnlyList<Finding> Citing(EventOrigin origin) =>
        _cited.TryGetValue(EventKey.Of(origin), out List<Finding>? list) ? list : [];

    public IEnumerable<EventKey> Cited => _cited.Keys;

    private void Add(Observable observable, EntityRole role, long count)
    {
        (EntityRole Role, long Count) known = _entities.TryGetValue(observable, out (EntityRole Role, long Count) old)
            ? (old.Role < role ? old.Role : role, old.Count + count)
            : (role, count);
        _entities[observable] = known;
        if (role != EntityRole.Target)
        {
            if (!_sources.TryGetValue(observable.Kind, out HashSet<string>? set))
            {
                _sources[observable.Kind] = set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            }

            set.Add(observable.Value);
        }
    }
}
