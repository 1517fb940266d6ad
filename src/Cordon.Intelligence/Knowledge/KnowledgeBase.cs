using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Storing;

namespace Cordon.Intelligence.Knowledge;

/// <summary>Who says what: actors with names as assertions, software, claims. What ships with Cordon, and what was imported. Immutable; for several threads.</summary>
public sealed class KnowledgeBase : INameResolver
{
    /// <summary>What <see cref="KnowledgeSource.Import"/> says of what ships with Cordon.</summary>
    public const string BuiltInImport = "built-in";

    private static readonly Lazy<KnowledgeBase> Shipped = new(static () =>
        new KnowledgeBase([BuiltInKnowledge.Read()])
    );
    private readonly Lazy<NameIndex> _index;
    private readonly Dictionary<string, Actor> _byId;

    internal KnowledgeBase(IReadOnlyList<KnowledgePart> parts)
    {
        Actors = ActorMerge.ById(parts);
        _byId = Actors.ToDictionary(static a => a.Id, StringComparer.Ordinal);
        Claims = [.. parts.SelectMany(static p => p.Claims)];
        Sources = [.. parts.SelectMany(static p => p.Sources)];
        Software = [.. parts.SelectMany(static p => p.Software)];
        Dictionary<string, Technique> techniques = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string number, Technique technique) in parts.SelectMany(static p => p.Techniques))
        {
            techniques[number] = technique;
        }

        Techniques = techniques;
        _index = new Lazy<NameIndex>(() => new NameIndex(Actors));
    }

    /// <summary>What ships with Cordon, and nothing else.</summary>
    public static KnowledgeBase BuiltIn => Shipped.Value;

    /// <summary>What ships with Cordon, and what a store holds.</summary>
    /// <param name="store">The store's folder; one that is not there holds nothing.</param>
    /// <exception cref="IntelligenceException">An import in it can't be read; the message says what to do.</exception>
    /// <exception cref="IOException">The folder can't be read.</exception>
    public static KnowledgeBase Load(string store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return WithBuiltIn(new IntelligenceStore(store, TimeProvider.System).Parts());
    }

    internal static KnowledgeBase WithBuiltIn(IReadOnlyList<KnowledgePart> parts) =>
        parts.Count == 0 ? BuiltIn : new KnowledgeBase([BuiltInKnowledge.Read(), .. parts]);

    /// <summary>All actors, ordered by identifier; those their keepers have withdrawn are among them.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All claims, as they were made: they may contradict each other.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Malware and tools, as each source describes them.</summary>
    public IReadOnlyList<Software> Software { get; }

    /// <summary>Everything that assertions and claims are walked back to.</summary>
    public IReadOnlyList<KnowledgeSource> Sources { get; }

    /// <summary>Techniques by ATT&amp;CK's number, such as <c>T1110.003</c>; those of sources that were imported.</summary>
    public IReadOnlyDictionary<string, Technique> Techniques { get; }

    /// <summary>The actor of an identifier; null where there is none.</summary>
    public Actor? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The claims whose subject or object is an actor.</summary>
    public IEnumerable<Claim> ClaimsAbout(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Claims.Where(c => c.SubjectRef == actor.Id || c.ObjectRef == actor.Id);
    }

    /// <inheritdoc/>
    public IReadOnlyList<NameCandidate> Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Techniques.TryGetValue(name, out Technique? technique)
            ?
            [
                new NameCandidate(
                    technique.Id,
                    $"{technique.Number} {technique.Name}",
                    1,
                    ["its number in ATT&CK"],
                    ["MITRE ATT&CK"]
                ),
            ]
            : _index.Value.Resolve(name);
    }

    /// <summary>The same without techniques, and without proposals: <c>Gaza</c> is not the <c>Gaza Hackers Team</c>.</summary>
    internal IReadOnlyList<NameCandidate> ResolveExactly(string name) => _index.Value.Resolve(name, proposes: false);
}
