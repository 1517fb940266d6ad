using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>A name that a text introduces: where it stands, and as what.</summary>
/// <param name="Sentence">The number of the sentence.</param>
/// <param name="First">Its first token.</param>
/// <param name="Count">How many tokens it has.</param>
/// <param name="Type">The type that it is introduced as, of <see cref="Labels.Types" />.</param>
internal readonly record struct Introduced(int Sentence, int First, int Count, int Type);

/// <summary>Lets names be found that a text introduces, there and wherever else they stand in it.</summary>
internal sealed class Introductions(string text, IReadOnlyList<Sentence> sentences, FeatureReader reader)
{
    // So many names that begin with one word are looked for elsewhere.
    private const int MostAlike = 8;

    /// <summary>Changes the scores of names that are introduced, there and elsewhere.</summary>
    /// <param name="scores">Of each sentence's tokens for each label.</param>
    /// <param name="introduced">Where names are introduced.</param>
    /// <param name="trust">How much is given.</param>
    /// <returns>The sentences whose scores were changed.</returns>
    public IReadOnlyCollection<int> Prefer(float[][] scores, IReadOnlyList<Introduced> introduced, TrustInNames trust)
    {
        SortedSet<int> changed = [];
        HashSet<(int Sentence, int Token)> places = [];
        Dictionary<uint, List<Introduced>> names = [];
        foreach (Introduced one in introduced)
        {
            if (!places.Add((one.Sentence, one.First)))
            {
                continue;
            }

            changed.Add(one.Sentence);
            Give(scores, one, one.Sentence, one.First, trust.Introduced, trust);
            uint form = reader.Facts(one.Sentence)[one.First].Form;
            if (!names.TryGetValue(form, out List<Introduced>? alike))
            {
                names[form] = alike = [];
            }

            if (
                alike.Count < MostAlike
                && !alike.Exists(known => known.Type == one.Type && IsAt(known, one.Sentence, one.First))
            )
            {
                alike.Add(one);
            }
        }

        for (int s = 0; s < scores.Length && names.Count > 0; s++)
        {
            TokenFacts[] facts = reader.Facts(s);
            for (int t = 0; t < facts.Length; t++)
            {
                if (
                    names.TryGetValue(facts[t].Form, out List<Introduced>? alike)
                    && !places.Contains((s, t))
                    && alike.Where(one => IsAt(one, s, t)).OrderByDescending(static one => one.Count).FirstOrDefault()
                        is { Count: > 0 } longest
                )
                {
                    changed.Add(s);
                    bool isJoined =
                        longest.Type == Labels.Malware && IntroductionFinder.IsJoined(sentences[s].Tokens[t].Of(text));
                    float form = isJoined ? trust.IntroducedForm : 0;
                    Give(scores, longest, s, t, trust.IntroducedElsewhere + form, trust);
                }
            }
        }

        return changed;
    }

    // A known name may be the first word of this one; this one ends where it ends.
    private void Give(float[][] scores, Introduced name, int s, int at, float weight, TrustInNames trust)
    {
        TokenFacts[] facts = reader.Facts(s);
        int inside = Labels.Inside(name.Type);
        scores[s][(at * Labels.Count) + Labels.Begin(name.Type)] += weight;
        int end = at + name.Count;
        for (int t = at + 1; t < end; t++)
        {
            scores[s][(t * Labels.Count) + inside] += weight + trust.End;
        }

        if (end < facts.Length && facts[end].Cue == Cue.Malware)
        {
            scores[s][(end * Labels.Count) + inside] -= trust.EndBeforeKind;
        }
    }

    private bool IsAt(Introduced name, int s, int t)
    {
        TokenFacts[] facts = reader.Facts(s);
        if (t + name.Count > facts.Length)
        {
            return false;
        }

        for (int i = 0; i < name.Count; i++)
        {
            if (facts[t + i].Form != reader.Facts(name.Sentence)[name.First + i].Form)
            {
                return false;
            }
        }

        return true;
    }
}
