using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Reading.Measures;

/// <summary>What known names alone find: the longest, which begins with something like a name. What any model must do better than.</summary>
internal static class KnownNames
{
    /// <summary>The actors and malware of a text.</summary>
    public static List<(string Type, int Start, int End)> Of(string text, NameList names)
    {
        List<Observable> observables = ObservableFinder.Find(text);
        List<Sentence> sentences = SentenceSplitter.Split(
            text,
            [.. observables.Select(static o => new Token(o.Start, o.End))]
        );
        var reader = new FeatureReader(text, sentences, observables, new NameKnowledge(names, null).Of);
        List<(string, int, int)> found = [];
        for (int s = 0; s < sentences.Count; s++)
        {
            TokenFacts[] facts = reader.Facts(s);
            for (int t = 0; t < facts.Length; t++)
            {
                if (facts[t].NamePlace != 1)
                {
                    continue;
                }

                string? type =
                    facts[t].Names.HasFlag(NameKinds.Malware) ? EntityType.Malware
                    : facts[t].Names.HasFlag(NameKinds.Actor) ? EntityType.ThreatActor
                    : null;
                if (type is not null)
                {
                    IReadOnlyList<Token> tokens = sentences[s].Tokens;
                    found.Add((type, tokens[t].Start, tokens[t + facts[t].NameLength - 1].End));
                }
            }
        }

        return found;
    }
}
