using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Training;

/// <summary>Takes names off a list that mean something else where training texts have them: ordinary words, and products that are no malware.</summary>
internal static class NamePruner
{
    // A listed name is taken for one until much speaks against it: as if it had been seen ten times, six of them as what the list says.
    private const int PriorPlaces = 10;
    private const double PriorShare = 0.6;
    private const double LeastShare = 0.35;

    // What the training texts mark again and again is known too, though no list states it.
    private const int FewestMarks = 3;
    private const double MarkedShare = 0.7;

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
            if (right + (PriorPlaces * PriorShare) < (all + PriorPlaces) * LeastShare)
            {
                wrong[name] = wrong.GetValueOrDefault(name) | kind;
            }
        }

        return names.Without(wrong);
    }

    /// <summary>Names of one word that the documents mark as actors or malware nearly wherever they stand, as a list to be added.</summary>
    public static IEnumerable<KeyValuePair<string, NameKinds>> Learned(IReadOnlyList<Annotated> documents)
    {
        var counts = new Dictionary<(string Word, NameKinds Kind), int>();
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Annotated document in documents)
        {
            foreach (string word in document.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                all[word] = all.GetValueOrDefault(word) + 1;
            }

            foreach (Marked mark in document.Entities)
            {
                NameKinds kind = mark.Type switch
                {
                    EntityType.ThreatActor => NameKinds.Actor,
                    EntityType.Malware => NameKinds.Malware,
                    _ => NameKinds.None,
                };
                string word = document.Text[mark.Start..mark.End];
                if (kind != NameKinds.None && word.Length > 3 && char.IsUpper(word[0]) && !word.Any(char.IsWhiteSpace))
                {
                    counts[(word, kind)] = counts.GetValueOrDefault((word, kind)) + 1;
                }
            }
        }

        return counts
            .Where(c => c.Value >= FewestMarks && c.Value >= all.GetValueOrDefault(c.Key.Word) * MarkedShare)
            .Select(static c => KeyValuePair.Create(c.Key.Word, c.Key.Kind));
    }
}
