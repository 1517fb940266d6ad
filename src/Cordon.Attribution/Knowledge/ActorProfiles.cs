using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Knowledge;

/// <summary>All actors ready for comparing, found by what they are said to use. Withdrawn ones are left out: their keepers no longer stand by them.</summary>
internal sealed class ActorProfiles
{
    private readonly Dictionary<string, ActorProfile> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActorProfile>> _byTechnique = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActorProfile>> _byLure = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActorProfile>> _byAttack = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActorProfile>> _byTool = new(StringComparer.Ordinal);

    public ActorProfiles(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        HashSet<string> retracted = Retracted(knowledge.Claims);
        Answers = knowledge
            .Claims.Where(static c => c.Answers is not null)
            .ToLookup(static c => c.Answers!, StringComparer.Ordinal);
        ILookup<string, Claim> claims = knowledge
            .Claims.Where(c => c.SubjectRef is not null && (c.Id is null || !retracted.Contains(c.Id)))
            .ToLookup(static c => c.SubjectRef!, StringComparer.Ordinal);
        OfNobody =
        [
            .. knowledge.Claims.Where(c => c.SubjectRef is null && (c.Id is null || !retracted.Contains(c.Id))),
        ];
        foreach (Actor actor in knowledge.Actors.Where(static a => !a.IsWithdrawn))
        {
            var profile = new ActorProfile(actor, [.. claims[actor.Id]]);
            _byId.Add(actor.Id, profile);
            WithTechniques += profile.Techniques.Count > 0 ? 1 : 0;
            foreach (
                string technique in profile
                    .Techniques.Keys.Concat(profile.Techniques.Keys.Select(ParentOf))
                    .Distinct(StringComparer.Ordinal)
            )
            {
                Add(_byTechnique, technique, profile);
            }

            foreach (
                string technique in profile
                    .Claims.Where(static c => c is { Predicate: "targets", Said: not null })
                    .SelectMany(static c => c.Techniques)
                    .Distinct(StringComparer.Ordinal)
            )
            {
                Add(_byAttack, technique, profile);
            }

            foreach (string theme in profile.Lures.Keys)
            {
                Add(_byLure, theme, profile);
            }

            foreach (string tool in actor.Tools.Select(static t => t.Id).Distinct(StringComparer.Ordinal))
            {
                Add(_byTool, tool, profile);
            }
        }
    }

    public KnowledgeBase Knowledge { get; }

    /// <summary>How many actors have published techniques.</summary>
    public int WithTechniques { get; }

    /// <summary>Claims that name nobody of the knowledge base by identifier.</summary>
    public IReadOnlyList<Claim> OfNobody { get; }

    /// <summary>Claims by the claim that they answer.</summary>
    public ILookup<string, Claim> Answers { get; }

    public ActorProfile? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Actors that are said to use a technique: it itself, one below it, or the one above it.</summary>
    public IReadOnlyList<ActorProfile> Using(string technique)
    {
        List<ActorProfile> own = _byTechnique.GetValueOrDefault(technique) ?? [];
        string parent = ParentOf(technique);
        return parent == technique || !_byTechnique.TryGetValue(parent, out List<ActorProfile>? above)
            ? own
            : [.. own.Union(above.Where(p => p.Techniques.ContainsKey(parent)))];
    }

    /// <summary>Actors that are said, on a day, to have attacked somebody by this very technique.</summary>
    public IReadOnlyList<ActorProfile> AttackingBy(string technique) => _byAttack.GetValueOrDefault(technique) ?? [];

    public IReadOnlyList<ActorProfile> Luring(string theme) => _byLure.GetValueOrDefault(theme) ?? [];

    /// <summary>Actors that are said to use a piece of software.</summary>
    public IReadOnlyList<ActorProfile> WithTool(string id) => _byTool.GetValueOrDefault(id) ?? [];

    /// <summary>The technique that a sub-technique belongs to; itself for one that is none.</summary>
    public static string ParentOf(string technique)
    {
        int point = technique.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? technique : technique[..point];
    }

    // Only who said it can take it back; whoever else says so denies it.
    private static HashSet<string> Retracted(IReadOnlyList<Claim> claims)
    {
        ILookup<string, Claim> byId = claims
            .Where(static c => c.Id is not null)
            .ToLookup(static c => c.Id!, StringComparer.Ordinal);
        return
        [
            .. claims
                .Where(c =>
                    c is { Stance: ClaimStance.Retracts, Answers: { } answered, AssertedBy: [var by, ..] }
                    && byId[answered]
                        .Any(o =>
                            o.AssertedBy is [var origin, ..]
                            && string.Equals(origin, by, StringComparison.OrdinalIgnoreCase)
                        )
                )
                .Select(static c => c.Answers!),
        ];
    }

    private static void Add(Dictionary<string, List<ActorProfile>> index, string key, ActorProfile profile)
    {
        if (!index.TryGetValue(key, out List<ActorProfile>? list))
        {
            index.Add(key, list = []);
        }

        list.Add(profile);
    }
}
