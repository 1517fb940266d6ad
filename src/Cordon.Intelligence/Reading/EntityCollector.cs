using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Techniques;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading;

/// <summary>Puts together what was found by form, by what was learnt and by rule; none of these overlaps another.</summary>
internal static class EntityCollector
{
    private const int MostReferences = 8;

    /// <summary>The entities of a text, in order.</summary>
    public static IReadOnlyList<ReportEntity> Collect(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Observable> observables,
        IReadOnlyList<Span> spans,
        INameResolver? names
    )
    {
        var all = new List<ReportEntity>();
        foreach (Observable one in observables)
        {
            bool isTechnique = one.Type == EntityType.AttackPattern;
            all.Add(
                new ReportEntity(
                    one.Type,
                    text[one.Start..one.End],
                    one.Start,
                    one.End,
                    isTechnique ? names?.Resolve(one.Value) ?? [] : []
                )
                {
                    Value = isTechnique ? null : one.Value,
                    Technique = isTechnique ? one.Value : null,
                }
            );
        }

        HashSet<int> places = [.. observables.Select(static o => o.Start)];
        ILookup<int, Span> bySentence = spans.ToLookup(static s => s.Sentence);
        for (int s = 0; s < sentences.Count; s++)
        {
            var taken = new bool[sentences[s].Tokens.Count];
            List<(string Type, int First, int Count)> known =
            [
                .. WellKnown.Find(text, sentences[s]),
                .. SectorTerms.Find(text, sentences[s]).Select(static f => (EntityType.Sector, f.First, f.Count)),
            ];
            List<(int? Title, int First, int Count)> persons = [.. Persons.Find(text, sentences[s])];
            foreach (Span span in bySentence[s])
            {
                string type = Labels.Types[span.Type];
                if (!known.Exists(k => GoesBefore(k, type, span)) && !persons.Exists(p => p.Title == span.First))
                {
                    Take(type, span.First, span.Count);
                }
            }

            foreach ((string type, int first, int count) in known)
            {
                Take(type, first, count);
            }

            foreach ((_, int first, int count) in persons)
            {
                Take(EntityType.Identity, first, count);
            }

            void Take(string type, int first, int count)
            {
                bool isFree =
                    !taken.AsSpan(first, count).Contains(true)
                    && Enumerable.Range(first, count).All(t => !places.Contains(sentences[s].Tokens[t].Start));
                if (isFree)
                {
                    taken.AsSpan(first, count).Fill(true);
                    all.Add(Entity(type, text, sentences[s], first, count, names));
                }
            }
        }

        return [.. all.OrderBy(static e => e.Start).ThenByDescending(static e => e.End)];
    }

    // A name that is known as a whole goes before a part of it, a company before the trade that it is taken for, and a trade before a company of that name.
    private static bool GoesBefore((string Type, int First, int Count) known, string type, Span span)
    {
        int end = span.First + span.Count;
        int knownEnd = known.First + known.Count;
        bool isPart = known.First <= span.First && knownEnd >= end;
        bool isIn = known.First >= span.First && knownEnd <= end;
        return (known.Type, type) switch
        {
            (EntityType.Sector, EntityType.Identity) => isPart,
            (EntityType.Identity, EntityType.Sector) => isIn,
            _ => known.Type == type && isPart && known.Count > span.Count,
        };
    }

    private static ReportEntity Entity(
        string type,
        string text,
        Sentence sentence,
        int first,
        int count,
        INameResolver? names
    )
    {
        int start = sentence.Tokens[first].Start;
        int end = sentence.Tokens[first + count - 1].End;
        string written = text[start..end];
        bool asks = names is not null && type is EntityType.ThreatActor or EntityType.Malware or EntityType.Tool;
        return new ReportEntity(
            type,
            written,
            start,
            end,
            asks ? [.. names!.Resolve(written).Take(MostReferences)] : []
        );
    }
}
