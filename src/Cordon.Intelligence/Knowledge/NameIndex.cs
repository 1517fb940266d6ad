namespace Cordon.Intelligence.Knowledge;

/// <summary>Finds the names of actors by what they have in common with a name.</summary>
internal sealed class NameIndex
{
    private const int MaxName = 300;
    private readonly Dictionary<string, List<(Actor, ActorName)>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Actor, ActorName)>> _loose = new(StringComparer.Ordinal);

    public NameIndex(IReadOnlyList<Actor> actors)
    {
        foreach (Actor actor in actors)
        {
            foreach (ActorName name in actor.Names)
            {
                Add(_exact, NameKey.Of(name.Name), actor, name);
                Add(_loose, NameKey.LooseOf(name.Name), actor, name);
            }

            if (actor.ExternalId is { } number)
            {
                Add(
                    _exact,
                    NameKey.Of(number),
                    actor,
                    actor.Names[0] with
                    {
                        Name = number,
                        Vendor = null,
                        IsListed = true,
                    }
                );
            }
        }
    }

    public IReadOnlyList<NameCandidate> Resolve(string asked, bool proposes = true)
    {
        string name = asked.Trim();
        if (name.Length is 0 or > MaxName)
        {
            return [];
        }

        List<NameRanking.Hit> hits = [];
        HashSet<string> found = new(StringComparer.Ordinal);
        string key = NameKey.Of(name);
        if (key.Length == 0)
        {
            return [];
        }

        foreach ((Actor actor, ActorName known) in _exact.GetValueOrDefault(key) ?? [])
        {
            found.Add(actor.Id);
            hits.Add(new NameRanking.Hit(actor, known, false));
        }

        if (!proposes && hits.Count == 0)
        {
            return [];
        }

        foreach ((Actor actor, ActorName known) in _loose.GetValueOrDefault(NameKey.LooseOf(name)) ?? [])
        {
            if (proposes && !found.Contains(actor.Id))
            {
                hits.Add(new NameRanking.Hit(actor, known, true));
            }
        }

        return NameRanking.Rank(name, hits, KeysOf);
    }

    private static HashSet<string> KeysOf(Actor actor) =>
        new(actor.Names.Select(static n => NameKey.Of(n.Name)), StringComparer.Ordinal);

    private static void Add(Dictionary<string, List<(Actor, ActorName)>> index, string key, Actor actor, ActorName name)
    {
        if (key.Length == 0)
        {
            return;
        }

        if (!index.TryGetValue(key, out List<(Actor, ActorName)>? names))
        {
            index[key] = names = [];
        }

        names.Add((actor, name));
    }
}
