using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Training;

/// <summary>Takes names off a list that mean something else where training texts have them: ordinary words, and products that are no malware.</summary>
internal static class NamePruner
{
    private const int FewestPlaces = 3;
    private const double LeastShare = 0.35;

    /// <summary>The list without them.</summary>
    public static NameList Prune(NameList names, IEnumerable<Annotated> documents)
    {
        var counts = new Dictionary<(ulong Name, NameKinds Kind), (int Right, int All)>();
        foreach (Annotated document in documents)
        {
            List<Observable> observables = ObservableFinder.Find(document.Text);
            List<Sentence> sentences = SentenceSplitter.Split(
                document.Text,
                [.. observables.Select(static o => new Token(o.Start, o.End))]
            );
            var reader = new FeatureReader(document.Text, sentences, observables, new NameKnowledge(names, null).Of);
            var marked = document.Entities.Select(static e => (e.Type, e.Start)).ToHashSet();
            for (int s = 0; s < sentences.Count; s++)
            {
                TokenFacts[] facts = reader.Facts(s);
                for (int t = 0; t < facts.Length; t++)
                {
                    if (facts[t].NamePlace != 1)
                    {
                        continue;
                    }

                    ulong hash = 0;
                    for (int k = t; k < t + facts[t].NameLength; k++)
                    {
                        hash = Hashing.OfName(hash, sentences[s].Tokens[k].Of(document.Text));
                    }

                    foreach (
                        (NameKinds kind, string type) in new[]
                        {
                            (NameKinds.Actor, EntityType.ThreatActor),
                            (NameKinds.Malware, EntityType.Malware),
                        }
                    )
                    {
                        if (facts[t].Names.HasFlag(kind))
                        {
                            (int right, int all) = counts.GetValueOrDefault((hash, kind));
                            counts[(hash, kind)] = (
                                right + (marked.Contains((type, sentences[s].Tokens[t].Start)) ? 1 : 0),
                                all + 1
                            );
                        }
                    }
                }
            }
        }

        var wrong = new Dictionary<ulong, NameKinds>();
        foreach (((ulong name, NameKinds kind), (int right, int all)) in counts)
        {
            if (all >= FewestPlaces && right < all * LeastShare)
            {
                wrong[name] = wrong.GetValueOrDefault(name) | kind;
            }
        }

        return names.Without(wrong);
    }
}
