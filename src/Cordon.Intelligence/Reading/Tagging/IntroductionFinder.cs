using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>
/// Finds names by the words that introduce them, as writers do with those that nobody knows yet: "a loader named X", "a group tracked as X, also known
/// as Y (Z) and W", "X, a second actor".
/// </summary>
internal sealed class IntroductionFinder(
    string text,
    IReadOnlyList<Sentence> sentences,
    FeatureReader reader,
    int[][] labels
)
{
    private const int MostTokens = 3;

    // Distances within a sentence, in tokens.
    private const int FarBack = 8;
    private const int FarAhead = 5;
    private const int MostFurther = 12;

    // These are followed by the name itself.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming = WordSet.Of(
        "aka a.k.a dubbed named called nicknamed codenamed"
    );

    // These by "as", and then the name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NamingAs = WordSet.Of(
        "known tracked track tracks tracking referred refer refers designated"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = WordSet.Of(
        "a an the another"
    );

    // What stands before one of these is its name, where it can be nothing else.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kinds = WordSet.Of(
        "malware backdoor trojan ransomware rat worm botnet stealer infostealer loader downloader dropper implant wiper rootkit bootkit keylogger spyware banker clipper"
    );

    // Malware is written in these, or spread by them; they are no names of it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Products = WordSet.Of(
        "PowerShell JavaScript TypeScript CoffeeScript AutoIt AutoHotkey GitHub GitLab SourceForge VirusTotal WordPress SharePoint OneDrive OneNote DropBox LinkedIn YouTube FaceBook WhatsApp PayPal"
    );

    // These are said of much else; alone they say nothing of what a name is.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weak = WordSet.Of(
        "family families sample samples variant variants strain payload team organization unit army umbrella collective"
    );

    // A group of these attacks.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Hostile = WordSet.Of(
        "hacking hacker hackers espionage threat cyberespionage cybercrime cybercriminal cyber ransomware intrusion extortion apt state-sponsored state-backed nation-state adversary"
    );

    // What an apposition ends before: "a second actor that …".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = WordSet.Of(
        "of in on by for from to with and or that which who whose"
    );

    private readonly List<Introduced> _found = [];

    /// <summary>The names that are introduced, each at the place where it is; one may be introduced twice.</summary>
    public List<Introduced> Find()
    {
        for (int s = 0; s < sentences.Count; s++)
        {
            TokenFacts[] facts = reader.Facts(s);
            for (int t = 0; t < facts.Length; t++)
            {
                ReadOnlySpan<char> word = Word(s, t);
                if (word is ",")
                {
                    AddApposition(s, t);
                }
                else if (word is "calls" or "call")
                {
                    AddCalled(s, t);
                }
                else if (Naming.Contains(word))
                {
                    AddNamed(s, t, t + 1, char.ToLowerInvariant(word[0]) == 'a');
                }
                else if (NamingAs.Contains(word) && AfterAs(s, t + 1) is var at and > 0)
                {
                    AddNamed(s, t, at, isAlias: true);
                }
                else if (t > 0 && Kinds.Contains(word) && facts[t - 1].NamePlace == 0 && IsJoined(Word(s, t - 1)))
                {
                    Add(s, t - 1, Labels.Malware);
                }
            }
        }

        return _found;
    }

    // "tracked by somebody as": what follows, or -1.
    private int AfterAs(int s, int at)
    {
        int last = Math.Min(at + FarAhead, reader.Facts(s).Length);
        for (; at < last && char.IsLetterOrDigit(Word(s, at)[0]); at++)
        {
            if (Word(s, at) is "as")
            {
                return at + 1;
            }
        }

        return -1;
    }

    private void AddNamed(int s, int t, int at, bool isAlias)
    {
        int type = TypeBefore(s, t);
        if (type >= 0 && isAlias)
        {
            AddBefore(s, t, type);
        }

        if (type < 0 || Add(s, SkipQuotes(s, at), type) is not (var end and > 0) || !isAlias)
        {
            return;
        }

        AddFurther(s, end, type);
    }

    // "X Y, also known as Z": what was taken for a part of a name is all of it.
    private void AddBefore(int s, int t, int type)
    {
        int end = t;
        while (end > 0 && Word(s, end - 1) is "," or "(" or "also")
        {
            end--;
        }

        int first = FirstOfName(s, end);
        if (end < t && IsPartly(s, first, end, type))
        {
            Add(s, first, type);
        }
    }

    private int FirstOfName(int s, int end)
    {
        int first = end;
        while (first > 0 && end - first < MostTokens && IsNamePart(s, first - 1))
        {
            first--;
        }

        return first;
    }

    // Whether some of it, and not all, was taken for a name of the type.
    private bool IsPartly(int s, int first, int end, int type)
    {
        int count = 0;
        for (int i = first; i < end; i++)
        {
            count += Labels.TypeOf(labels[s][i]) == type ? 1 : 0;
        }

        return count > 0 && count < end - first;
    }

    // "Somebody calls the group X".
    private void AddCalled(int s, int t)
    {
        TokenFacts[] facts = reader.Facts(s);
        int type = -1;
        int at = t + 1;
        int last = Math.Min(at + FarAhead, facts.Length);
        while (at < last && char.IsLower(Word(s, at)[0]))
        {
            type = TypeAt(s, at) is var told and >= 0 ? told : type;
            at++;
        }

        type = type >= 0 ? type : TypeBefore(s, BeforeSpeaker(s, t));
        if (type >= 0 && Add(s, SkipQuotes(s, at), type) is var end and > 0)
        {
            AddFurther(s, end, type);
        }
    }

    private void AddFurther(int s, int end, int type)
    {
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

    // "UNC4412, which one company calls": where who speaks begins.
    private int BeforeSpeaker(int s, int t)
    {
        int first = t;
        while (first > 0 && t - first < FarBack && Labels.TypeOf(labels[s][first - 1]) == Labels.Identity)
        {
            first--;
        }

        return first;
    }

    /// <summary>Whether a word is two in one, as only names are: "SleetDrop".</summary>
    public static bool IsJoined(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]) || Products.Contains(word))
        {
            return false;
        }

        for (int i = 3; i + 1 < word.Length; i++)
        {
            if (
                char.IsUpper(word[i])
                && char.IsLower(word[i + 1])
                && char.IsLower(word[i - 1])
                && char.IsLower(word[i - 2])
            )
            {
                return true;
            }
        }

        return false;
    }

    // "X, a second actor": what stands before the comma is what comes after it.
    private void AddApposition(int s, int comma)
    {
        TokenFacts[] facts = reader.Facts(s);
        int first = FirstOfName(s, comma);
        bool isWhole = first < comma && (first == 0 || !facts[first - 1].IsNameLike);
        if (!isWhole || comma + 1 >= facts.Length || !Articles.Contains(Word(s, comma + 1)))
        {
            return;
        }

        int type = -1;
        bool isHostile = false;
        int last = Math.Min(comma + 2 + FarAhead, facts.Length);
        for (int t = comma + 2; t < last && char.IsLetterOrDigit(Word(s, t)[0]) && !Links.Contains(Word(s, t)); t++)
        {
            type = TypeAt(s, t);
            isHostile |= facts[t].Cue == Cue.Actor || Hostile.Contains(Word(s, t));
        }

        if (type == Labels.Malware || (type == Labels.Actor && (isHostile || IsPartly(s, first, comma, type))))
        {
            Add(s, first, type);
        }
    }

    // The nearest name or kind of thing before says what is being named.
    private int TypeBefore(int s, int t)
    {
        for (int at = t - 1; at >= Math.Max(0, t - FarBack); at--)
        {
            if (Word(s, at) is ";" or ":" or ".")
            {
                return -1;
            }

            int type = Labels.TypeOf(labels[s][at]);
            bool isIntroduced =
                _found.Count > 0 && _found[^1] is var last && last.Sentence == s && last.First + last.Count == at + 1;
            type =
                isIntroduced ? _found[^1].Type
                : type is Labels.Actor or Labels.Malware ? type
                : TypeAt(s, at);
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

    private int TypeAt(int s, int t) =>
        reader.Facts(s)[t].Cue switch
        {
            _ when Weak.Contains(Word(s, t)) => -1,
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

        if (end == first || !char.IsUpper(Word(s, first)[0]) || IsWellKnown(s, first, end))
        {
            return -1;
        }

        _found.Add(new Introduced(s, first, end - first, type));
        return end;
    }

    private bool IsWellKnown(int s, int first, int end) =>
        WellKnown.TypeOf(text[sentences[s].Tokens[first].Start..sentences[s].Tokens[end - 1].End]) is not null;

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
}
