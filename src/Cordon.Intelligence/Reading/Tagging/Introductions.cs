using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>A name that a text introduces: where it stands, and as what.</summary>
internal readonly record struct Introduced(int Sentence, int First, int Count, int Type);

/// <summary>
/// Finds names by the words that introduce them, as writers do with those that nobody knows yet: "a loader named X", "a group tracked as X, also known
/// as Y (Z) and W", "X, a second actor".
/// </summary>
internal sealed class Introductions(
    string text,
    IReadOnlyList<Sentence> sentences,
    FeatureReader reader,
    int[][] labels
)
{
    private const int MostTokens = 3;
    private const int FarBack = 8;
    private const int FarAhead = 5;
    private const int MostFurther = 12;

    // These are followed by the name itself.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming = Words(
        "aka a.k.a dubbed named called nicknamed codenamed"
    );

    // These by "as", and then the name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NamingAs = Words(
        "known tracked track tracks tracking referred refer refers designated"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = Words("a an the another");

    // What an apposition ends before: "a second actor that …".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = Words(
        "of in on by for from to with and or that which who whose"
    );

    // So many names that begin with one word are looked for elsewhere.
    private const int MostAlike = 8;

    private readonly List<Introduced> _found = [];

    /// <summary>Changes the scores of names that are introduced, there and elsewhere.</summary>
    /// <param name="scores">Of each sentence's tokens for each label.</param>
    /// <param name="trust">How much is given.</param>
    /// <returns>The sentences whose scores were changed.</returns>
    public IReadOnlyCollection<int> Prefer(float[][] scores, TrustInNames trust)
    {
        SortedSet<int> changed = [];
        HashSet<(int Sentence, int Token)> places = [];
        Dictionary<uint, List<Introduced>> names = [];
        foreach (Introduced one in Find())
        {
            if (!places.Add((one.Sentence, one.First)))
            {
                continue;
            }

            changed.Add(one.Sentence);
            Give(scores[one.Sentence], one, one.First, trust.Introduced);
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
                    && alike.Where(one => IsAt(one, s, t)).OrderByDescending(static one => one.Count).FirstOrDefault() is { Count: > 0 } longest
                )
                {
                    changed.Add(s);
                    Give(scores[s], longest, t, trust.IntroducedElsewhere);
                }
            }
        }

        return changed;
    }

    private static void Give(float[] scores, Introduced name, int at, float weight)
    {
        scores[(at * Labels.Count) + Labels.Begin(name.Type)] += weight;
        for (int t = at + 1; t < at + name.Count; t++)
        {
            scores[(t * Labels.Count) + Labels.Inside(name.Type)] += weight;
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

    private List<Introduced> Find()
    {
        for (int s = 0; s < sentences.Count; s++)
        {
            TokenFacts[] facts = reader.Facts(s);
            for (int t = 0; t < facts.Length; t++)
            {
                ReadOnlySpan<char> word = Word(s, t);
                if (facts[t].Cue == Cue.Alias)
                {
                    AddNamed(s, t, word);
                }
                else if (word is ",")
                {
                    AddApposition(s, t);
                }
            }
        }

        return _found;
    }

    private void AddNamed(int s, int t, ReadOnlySpan<char> word)
    {
        bool isAlias = word.StartsWith("a", StringComparison.OrdinalIgnoreCase);
        int at = t + 1;
        if (NamingAs.Contains(word))
        {
            int last = Math.Min(at + 3, reader.Facts(s).Length);
            while (at < last && Word(s, at) is not "as")
            {
                at++;
            }

            if (at == last)
            {
                return;
            }

            at++;
            isAlias = true;
        }
        else if (!Naming.Contains(word))
        {
            return;
        }

        int type = TypeBefore(s, t);
        if (type < 0 || Add(s, SkipQuotes(s, at), type) is not (var end and > 0) || !isAlias)
        {
            return;
        }

        for (int i = 0; i < MostFurther; i++)
        {
            int next = Further(s, end);
            if (next < 0 || Add(s, next, type) is not (var further and > 0))
            {
                return;
            }

            end = further;
        }
    }

    // "X, a second actor": what stands before the comma is what comes after it.
    private void AddApposition(int s, int comma)
    {
        TokenFacts[] facts = reader.Facts(s);
        int first = comma;
        while (first > 0 && comma - first < MostTokens && IsNamePart(s, first - 1))
        {
            first--;
        }

        bool isWhole = first < comma && (first == 0 || !facts[first - 1].IsNameLike);
        if (!isWhole || comma + 1 >= facts.Length || !Articles.Contains(Word(s, comma + 1)))
        {
            return;
        }

        int type = -1;
        int last = Math.Min(comma + 2 + FarAhead, facts.Length);
        for (int t = comma + 2; t < last && char.IsLetterOrDigit(Word(s, t)[0]) && !Links.Contains(Word(s, t)); t++)
        {
            type = TypeOf(facts[t].Cue);
        }

        if (type >= 0)
        {
            Add(s, first, type);
        }
    }

    // The nearest name or kind of thing before says what is being named.
    private int TypeBefore(int s, int t)
    {
        TokenFacts[] facts = reader.Facts(s);
        for (int at = t - 1; at >= Math.Max(0, t - FarBack); at--)
        {
            if (Word(s, at) is ";" or ":" or ".")
            {
                return -1;
            }

            int type = Labels.TypeOf(labels[s][at]);
            type = type is Labels.Actor or Labels.Malware ? type : TypeOf(facts[at].Cue);
            if (type >= 0)
            {
                return type;
            }

            if (Labels.TypeOf(labels[s][at]) >= 0)
            {
                return -1;
            }
        }

        return -1;
    }

    private static int TypeOf(Cue cue) =>
        cue switch
        {
            Cue.Malware => Labels.Malware,
            Cue.Group or Cue.Actor => Labels.Actor,
            _ => -1,
        };

    // Where the name ends, after what was added; -1 where none stands here.
    private int Add(int s, int first, int type)
    {
        int end = first;
        while (end < reader.Facts(s).Length && end - first < MostTokens && IsNamePart(s, end))
        {
            end++;
        }

        if (end == first || !char.IsUpper(Word(s, first)[0]))
        {
            return -1;
        }

        _found.Add(new Introduced(s, first, end - first, type));
        return end;
    }

    // "X (as somebody calls it), Y and Z": where the next name starts; -1 where the list ends.
    private int Further(int s, int at)
    {
        TokenFacts[] facts = reader.Facts(s);
        at = SkipQuotes(s, at);
        if (at < facts.Length && Word(s, at) is "(")
        {
            int last = Math.Min(at + FarBack, facts.Length);
            while (at < last && Word(s, at) is not ")")
            {
                at++;
            }

            at++;
        }

        int start = at;
        while (at < facts.Length && at < start + 2 && Word(s, at) is "," or "and" or "or" or "/")
        {
            at++;
        }

        if (at == start || at >= facts.Length)
        {
            return -1;
        }

        at = SkipQuotes(s, at);
        int end = at;
        while (end < facts.Length && IsNamePart(s, end))
        {
            end++;
        }

        // "… and Microsoft says": a name that does something is none of the list.
        return end > at && (end == facts.Length || !char.IsLetter(Word(s, end)[0]) || Word(s, end) is "and" or "or")
            ? at
            : -1;
    }

    private int SkipQuotes(int s, int at)
    {
        while (at < reader.Facts(s).Length && Word(s, at) is "\"" or "'" or "“" or "”" or "‘" or "’" or "the")
        {
            at++;
        }

        return at;
    }

    private bool IsNamePart(int s, int t)
    {
        TokenFacts facts = reader.Facts(s)[t];
        int type = Labels.TypeOf(labels[s][t]);
        return facts is { IsNameLike: true, IsObservable: false, Cue: Cue.None }
            && type is -1 or Labels.Actor or Labels.Malware
            && !facts.Names.HasFlag(NameKinds.Place);
    }

    private ReadOnlySpan<char> Word(int s, int t) => sentences[s].Tokens[t].Of(text);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
