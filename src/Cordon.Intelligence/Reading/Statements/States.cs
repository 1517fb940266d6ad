using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Tells which states words speak of: a people, a capital or a seat of government stands for its state.</summary>
internal sealed class States
{
    private const int LeastStem = 4;

    // Each line is one state.
    private static readonly FrozenDictionary<string, string> Known = Make(
        "north korea|north korean|pyongyang|dprk|kim jong-un",
        "south korea|south korean|seoul",
        "russia|russian|moscow|kremlin|peskov|zakharova|fsb|gru|svr",
        "china|chinese|beijing",
        "iran|iranian|tehran",
        "united states|u.s|us|usa|american|washington|white house|fbi|cisa|nsa|cia",
        "united kingdom|u.k|uk|britain|british|london|ncsc|gchq|downing street",
        "vietnam|vietnamese|hanoi",
        "israel|israeli",
        "germany|german|berlin",
        "france|french|paris",
        "india|indian|delhi",
        "canada|canadian|ottawa",
        "japan|japanese|tokyo",
        "ukraine|ukrainian|kyiv",
        "pakistan|pakistani|islamabad",
        "turkey|turkish|ankara",
        "belarus|belarusian|minsk"
    );

    private readonly HashSet<string> _actors;

    // Places of this text that the list does not have, as the start of their names: "Norland", "Norlandic".
    private readonly HashSet<string> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _ofActors = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the places of a text.</summary>
    public States(IReadOnlyList<ReportEntity> entities)
    {
        _actors = [.. entities.Where(static e => e.Type == EntityType.ThreatActor).Select(static e => e.Text)];
        foreach (ReportEntity place in entities.Where(static e => e.Type == EntityType.Location))
        {
            if (!Known.ContainsKey(place.Text) && place.Text.Length >= LeastStem)
            {
                _places.Add(StemOf(place.Text));
            }
        }
    }

    /// <summary>Notes that something is said to be a state's; of actors that is remembered.</summary>
    public void Add(string actor, string state)
    {
        if (!_actors.Contains(actor))
        {
            return;
        }

        HashSet<string> own = Of(state);
        if (own.Count > 0)
        {
            if (!_ofActors.TryGetValue(actor, out HashSet<string>? all))
            {
                _ofActors[actor] = all = new HashSet<string>(StringComparer.Ordinal);
            }

            all.UnionWith(own);
        }
    }

    /// <summary>The states that a phrase names, or whose an actor in it was said to be.</summary>
    public HashSet<string> Of(string phrase)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (_ofActors.TryGetValue(phrase, out HashSet<string>? own))
        {
            found.UnionWith(own);
        }

        string[] words =
        [
            .. phrase
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static w => w.Trim(',', '.', '"', '“', '”', '[', ']').Replace("’s", "").Replace("'s", "")),
        ];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length == 0 || !char.IsUpper(words[i][0]))
            {
                continue;
            }

            if (i + 1 < words.Length && Known.TryGetValue($"{words[i]} {words[i + 1]}", out string? state))
            {
                found.Add(state);
                i++;
            }
            else if (Known.TryGetValue(words[i], out state))
            {
                found.Add(state);
            }
            else if (words[i].Length >= LeastStem && _places.Contains(StemOf(words[i])))
            {
                found.Add(StemOf(words[i]).ToLowerInvariant());
            }
        }

        return found;
    }

    private static string StemOf(string name) => name[..Math.Min(name.Length, LeastStem + 1)];

    private static FrozenDictionary<string, string> Make(params string[] states) =>
        states
            .SelectMany(static line => line.Split('|').Select(name => KeyValuePair.Create(name, line.Split('|')[0])))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
