using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Finds what a sentence says that an actor is called, by whom, and to which state it belongs by what it is said to be.</summary>
internal sealed class NamingFinder(Clause clause, string? lastActor)
{
    // In words.
    private const int FarBack = 10;
    private const int NearPronoun = 5;
    private const int LongestAside = 7;

    private static readonly FrozenSet<string> Verbs = Vocabulary.Words(
        "nicknamed called dubbed known named codenamed aka tracked tracks track call calls"
    );

    // What may stand between the names of a list.
    private static readonly FrozenSet<string> Between = Vocabulary.Words(
        ", and or ( ) as also known aka called dubbed nicknamed codenamed the group groups"
    );

    // After these another group is meant.
    private static readonly FrozenSet<string> Others = Vocabulary.Words("and another two three while ;");
    private static readonly FrozenSet<string> Counted = Vocabulary.Words("a an the another one two three both");
    private static readonly FrozenSet<string> Anybody = Vocabulary.Words(
        "it they we he she others some researchers who"
    );

    private readonly NounPhrases _phrases = new(clause);

    /// <summary>What is said at a word of the sentence.</summary>
    public IEnumerable<Naming> At(int at, string word)
    {
        if (word is ",")
        {
            return OfAside(at);
        }

        if (Vocabulary.Attackers.Contains(word) && IsOfType(at + 1, EntityType.ThreatActor))
        {
            // "the Russian group X"
            return StateAt(at - 1) is { } state
                ? [new Naming(ActorAt(at + 1), FrameFinder.AttributedTo, state, "")]
                : [];
        }

        if (word is "call" or "calls" && OfCall(at).ToList() is { Count: > 0 } called)
        {
            return called;
        }

        // "X appears in the literature as Y and Z"
        if (word is "as" && Listed(at + 1) is { Count: > 0 } others && IsNamedAs(at) && NamedBefore(at) is { } actor)
        {
            return others.Where(o => o != actor).Select(o => new Naming(o, FrameFinder.Alias, actor, ""));
        }

        return Verbs.Contains(word) && Listed(at + 1) is { Count: > 0 } names ? OfVerb(at, word, names) : [];
    }

    private IEnumerable<Naming> OfVerb(int at, string word, List<string> names)
    {
        int pronoun = Pronoun(at);
        string by = pronoun >= 0 ? Caller(pronoun + 1, at) : CallerAfter(at);
        bool isAlias =
            word is "aka"
            || pronoun >= 0
            || clause.NextIs(at, "as")
            || (at > 0 && clause.Words[at - 1].ToLowerInvariant() is "," or "(" or "also");
        bool isCall = word is "call" or "calls";
        if (isCall && pronoun < 0)
        {
            return [];
        }

        int before = pronoun >= 0 ? pronoun : at;
        if (isAlias && NamedBefore(before) is { } known)
        {
            return names.Select(name => new Naming(name, FrameFinder.Alias, known, by));
        }

        return _phrases.StateOfGroupBefore(before) is { } state
            ? names.Select(name => new Naming(name, FrameFinder.AttributedTo, state, ""))
            : [];
    }

    // Words by which a name is one among others.
    private bool IsNamedAs(int at) =>
        clause
            .Words[Math.Max(0, at - FarBack)..at]
            .Any(static w =>
                w
                    is "appears"
                        or "listed"
                        or "referred"
                        or "reported"
                        or "report"
                        or "labelled"
                        or "labeled"
                        or "write"
                        or "describe"
                        or "identify"
                        or "know"
            );

    // "Several vendors call this actor X or Y"
    private IEnumerable<Naming> OfCall(int at)
    {
        int names = at + 1;
        if (clause.NextIs(at, "it", "them"))
        {
            names++;
        }
        else if (
            clause.NextIs(at, "this", "the")
            && at + 2 < clause.Words.Length
            && Vocabulary.Attackers.Contains(clause.Words[at + 2])
        )
        {
            names += 2;
        }

        return names > at + 1 && lastActor is { } actor
            ? Listed(names).Where(n => n != actor).Select(n => new Naming(n, FrameFinder.Alias, actor, ""))
            : [];
    }

    // "X and Y, two North Korean groups, …"
    private IEnumerable<Naming> OfAside(int at)
    {
        if (
            !IsOfType(at - 1, EntityType.ThreatActor)
            || at + 1 >= clause.Words.Length
            || !Counted.Contains(clause.Words[at + 1])
        )
        {
            return [];
        }

        string? state = null;
        for (int i = at + 1; i < Math.Min(at + LongestAside, clause.Words.Length) && clause.Words[i] is not ","; i++)
        {
            state ??= StateAt(i);
            if (state is not null && Vocabulary.Attackers.Contains(clause.Words[i]))
            {
                return ListedBefore(at).Select(actor => new Naming(actor, FrameFinder.AttributedTo, state, ""));
            }
        }

        return [];
    }

    // The actors that follow right after each other.
    private List<string> Listed(int from)
    {
        List<string> names = [];
        for (int i = from; i < clause.Words.Length; i++)
        {
            if (IsOfType(i, EntityType.ThreatActor))
            {
                (ReportEntity entity, int first, int count) = clause.At(i)!.Value;
                names.Add(entity.Text);
                i = first + count - 1;
            }
            else if (clause.Words[i] is "by")
            {
                while (i + 1 < clause.Words.Length && char.IsUpper(clause.Words[i + 1][0]))
                {
                    i++;
                }
            }
            else if (!Between.Contains(clause.Words[i]))
            {
                break;
            }
        }

        return names;
    }

    private List<string> ListedBefore(int at)
    {
        List<string> names = [];
        for (int i = at - 1; i >= 0; i--)
        {
            if (IsOfType(i, EntityType.ThreatActor))
            {
                names.Insert(0, ActorAt(i));
                i = clause.At(i)!.Value.First;
            }
            else if (clause.Words[i].ToLowerInvariant() is not ("," or "and"))
            {
                break;
            }
        }

        return names;
    }

    // "that others call X": where the pronoun is, or -1.
    private int Pronoun(int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - NearPronoun); i--)
        {
            if (clause.Words[i].ToLowerInvariant() is "that" or "which" or "whom")
            {
                return i;
            }
        }

        return -1;
    }

    private string? NamedBefore(int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - FarBack); i--)
        {
            if (IsOfType(i, EntityType.ThreatActor))
            {
                return ActorAt(i);
            }

            if (clause.At(i) is null && Others.Contains(clause.Words[i]))
            {
                break;
            }
        }

        return null;
    }

    private string Caller(int first, int end) =>
        end <= first || Anybody.Contains(clause.Words[first]) ? "" : clause.TextOf(first, end);

    // "dubbed X by somebody", "tracked by somebody as X".
    private string CallerAfter(int at)
    {
        int by = clause.IndexOf(at + 1, FarBack, "by");
        if (by < 0)
        {
            return "";
        }

        int end = by + 1;
        while (
            end < clause.Words.Length && char.IsUpper(clause.Words[end][0]) && !IsOfType(end, EntityType.ThreatActor)
        )
        {
            end++;
        }

        return clause.TextOf(by + 1, end);
    }

    private string? StateAt(int at) => IsOfType(at, EntityType.Location) ? clause.At(at)!.Value.Entity.Text : null;

    private string ActorAt(int at) => clause.At(at)!.Value.Entity.Text;

    private bool IsOfType(int at, string type) =>
        at >= 0 && clause.At(at) is { } mention && mention.Entity.Type == type;
}

/// <summary>What an actor is said to be called, or whose it is.</summary>
/// <param name="Subject">The actor, as written.</param>
/// <param name="Predicate"><see cref="FrameFinder.Alias"/> or <see cref="FrameFinder.AttributedTo"/>.</param>
/// <param name="Object">His other name, or the state.</param>
/// <param name="By">Who calls him so; empty where the sentence does not say.</param>
internal readonly record struct Naming(string Subject, string Predicate, string Object, string By);
