using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Knowledge;

/// <summary>An actor with what sets it apart, made ready for comparing. Immutable.</summary>
internal sealed class ActorProfile
{
    private static readonly string[] HealthWords =
    [
        "health",
        "pharma",
        "vaccin",
        "medic",
        "biotech",
        "biolog",
        "hospital",
        "life science",
    ];

    public ActorProfile(Actor actor, IReadOnlyList<Claim> claims)
    {
        Actor = actor;
        Claims = claims;
        foreach (ActorTechnique technique in actor.Techniques)
        {
            Techniques.TryAdd(technique.Id, technique);
        }

        foreach (ActorLure lure in actor.Lures)
        {
            Lures.TryAdd(lure.Theme, lure);
        }

        foreach (ActorTarget target in actor.Targets.Where(static t => t.Kind == TargetKind.Sector))
        {
            HasSectors = true;
            Health ??= HealthWords.Any(w => target.Value.Contains(w, StringComparison.OrdinalIgnoreCase))
                ? target
                : null;
        }
    }

    public Actor Actor { get; }

    public string Id => Actor.Id;

    /// <summary>Techniques by their number, each with the first that says so.</summary>
    public SortedDictionary<string, ActorTechnique> Techniques { get; } = new(StringComparer.Ordinal);

    /// <summary>What its lures are about.</summary>
    public SortedDictionary<string, ActorLure> Lures { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether anybody says which sectors it goes after.</summary>
    public bool HasSectors { get; }

    /// <summary>Who says that it goes after health or its research; null for nobody.</summary>
    public ActorTarget? Health { get; }

    /// <summary>What is said of it, in the order of the knowledge base; what was taken back is not among it.</summary>
    public IReadOnlyList<Claim> Claims { get; }
}
