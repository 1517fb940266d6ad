using Cordon.Attribution.Knowledge;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Evidence;

/// <summary>All that was gathered on one incident, by actor; what says nothing is kept beside it.</summary>
internal sealed class EvidenceBoard
{
    private const int MostSetAside = 20;

    private readonly SortedDictionary<string, ActorCase> _cases = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _setAside = new(StringComparer.Ordinal);

    /// <summary>The actors for which something speaks, by identifier.</summary>
    public IReadOnlyCollection<ActorCase> Cases => _cases.Values;

    /// <summary>What was met and says nothing, and why.</summary>
    public IReadOnlyList<string> SetAside => [.. _setAside.Take(MostSetAside)];

    /// <summary>Techniques that fit as many actors that they tell nobody apart, with how many have them.</summary>
    public SortedDictionary<string, int> CommonTechniques { get; } = new(StringComparer.Ordinal);

    public ActorCase For(ActorProfile profile)
    {
        if (!_cases.TryGetValue(profile.Id, out ActorCase? found))
        {
            _cases.Add(profile.Id, found = new ActorCase(profile));
        }

        return found;
    }

    public ActorCase? Find(string id) => _cases.GetValueOrDefault(id);

    public void Leave(string sentence) => _setAside.Add(sentence);
}

/// <summary>What speaks for and against one actor.</summary>
internal sealed class ActorCase(ActorProfile profile)
{
    public ActorProfile Profile { get; } = profile;

    /// <summary>Techniques, lures, timing, targets: shared by nature.</summary>
    public List<Reason> Soft { get; } = [];

    /// <summary>What a source names as the actor's.</summary>
    public List<OwnerMatch> Matches { get; } = [];

    /// <summary>Whether something sets the actor apart, so that it is worth comparing.</summary>
    public bool IsCandidate { get; set; }
}

/// <summary>An observable of the incident that a source names as an actor's. Immutable.</summary>
internal sealed record OwnerMatch
{
    public required string Value { get; init; }
    public required ReasonKind Kind { get; init; }
    public required KnowledgeSource From { get; init; }

    /// <summary>What the indicator is worth on the event's day, 0 to 1.</summary>
    public required double Worth { get; init; }

    /// <summary>How many to one it counts against all that is not named.</summary>
    public required double Odds { get; init; }

    /// <summary>Whether it allows more than <i>realistic possibility</i>.</summary>
    public required bool IsStrong { get; init; }
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Whether some source says that it is another's.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>What makes it weaker than it looks, in words; empty for nothing.</summary>
    public string Doubt { get; init; } = "";
}
