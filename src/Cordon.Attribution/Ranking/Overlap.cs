using Cordon.Attribution.Wording;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Ranking;

/// <summary>Says which listed actors share names. It says so and does no more: who shares a name need not be one.</summary>
internal static class Overlap
{
    private const int NamesShown = 4;

    public static IReadOnlyList<string> Of(IReadOnlyList<Actor> actors)
    {
        List<string> sentences = [];
        for (int i = 0; i < actors.Count; i++)
        {
            Dictionary<string, string> names = [];
            foreach (ActorName name in actors[i].Names)
            {
                names.TryAdd(PlainKey.Of(name.Name), name.Name);
            }

            for (int j = i + 1; j < actors.Count; j++)
            {
                string[] shared =
                [
                    .. actors[j]
                        .Names.Select(static n => PlainKey.Of(n.Name))
                        .Where(names.ContainsKey)
                        .Distinct(StringComparer.Ordinal)
                        .Select(k => names[k])
                        .Order(StringComparer.Ordinal),
                ];
                if (shared.Length > 0)
                {
                    sentences.Add(
                        $"{actors[i]} and {actors[j]} share {(shared.Length == 1 ? "the name" : "names")} {string.Join(", ", shared.Take(NamesShown))}: they may be one, as different keepers delimit it, and are not merged."
                    );
                }
            }
        }

        return sentences;
    }
}
