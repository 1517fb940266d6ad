using System.Collections.Frozen;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Finds who says something in a sentence, and how far what he says goes.</summary>
internal sealed partial class SpeakerFinder(Clause clause)
{
    private const int LongestName = 9;
    private const int LongestAside = 20;
    private const int LongestOrigin = 10;
    private const int LongestTime = 4;
    private const int FarBack = 6;

    // What only somebody does who speaks or writes, so that whoever does it is one who can.
    private static readonly FrozenSet<string> PlainSays = Vocabulary.Words(
        "said says say told tell tells announced stated insisted insists insist added wrote confirmed acknowledged alleges allege alleged denied denies deny rejected rejects reject dismissed called calls call maintain maintained maintains claim claims claimed contend contends contended admit admitted admits believe believes believed swear swears swore boasted replied argued argues"
    );

    // Who is sent somewhere.
    private static readonly FrozenSet<string> Offices = Vocabulary.Words(
        "close ambassador mission envoy representative representatives adviser advisor delegate delegation"
    );

    // Of whom is said by whom he was told: "had been informed by the board that".
    private static readonly FrozenSet<string> Told = Vocabulary.Words(
        "told informed briefed warned notified advised assured"
    );
    private static readonly FrozenSet<string> Adverbs = Vocabulary.Words(
        "first also later then since once again initially not never yet"
    );

    private static readonly HashSet<string> Openers = new(
        ["“", "\"", "‘", "''", "``", "”", "’"],
        StringComparer.Ordinal
    );

    /// <summary>Who speaks; <paramref name="last" /> is who spoke before, for whom a pronoun stands.</summary>
    public List<Speaker> Find(string? last)
    {
        string[] words = clause.Words;
        var all = new List<Speaker>();
        string? cited = null;
        for (int at = 0; at < words.Length; at++)
        {
            if (Is(at, "according") && Is(at + 1, "to"))
            {
                (int first, int end) = NameAfter(at + 2);
                // "according to a bulletin that X circulated"
                if (end > first && IsWriting(clause.Words[end - 1]) && (Is(end, "that") || Is(end, "which")))
                {
                    (int by, int verb) = NameAfter(end + 1);
                    int told = Enumerable.Range(by, verb - by).FirstOrDefault(i => IsParticiple(words[i]), verb);
                    (first, end) = told > by ? (by, told) : (first, end);
                }

                // "according to a report by X"
                if (end > first && (Is(end, "by") || Is(end, "from")) && IsWriting(clause.Words[end - 1]))
                {
                    (first, end) = NameAfter(end + 1);
                }

                if (end > first)
                {
                    all.Add(
                        new Speaker(clause.TextOf(first, end), at, 0, words.Length, ClaimStance.Asserts, QuotedBy(end))
                    );
                }

                continue;
            }

            if ((Is(at, "citing") || Is(at, "quoting")) && !Is(at - 1, "without"))
            {
                string origin = clause.TextOf(at + 1, EndOfOrigin(at + 1));
                if (origin.Length > 0 && all.Count > 0)
                {
                    all[^1] = all[^1] with { Origin = origin };
                }
                else if (origin.Length > 0)
                {
                    // "The paper, citing X, reported …"
                    cited = origin;
                }

                continue;
            }

            (int originFirst, int originEnd) = OriginAfter(at);
            if ((originEnd > originFirst ? ClaimStance.Asserts : StanceOf(at)) is not { } stance)
            {
                continue;
            }

            (int start, int stop) = NameBefore(at);
            string? name = stop > start ? clause.TextOf(start, stop) : null;
            if (at > 0 && words[at - 1] is "," && words[at].EndsWith("ing", StringComparison.Ordinal) && all.Count > 0)
            {
                // "…, said X, rejecting …"
                (name, start) = (all[^1].Name, at);
            }
            else if (at > 0 && stop == at && (Is(at - 1, "and") || Is(at - 1, "but")) && all.Count > 0)
            {
                // "X said … and rejected …"
                (name, start) = (all[^1].Name, at);
                if (all[^1].From < at && all[^1].To > at)
                {
                    all[^1] = all[^1] with { To = at };
                }
            }
            else if (StartsAnew(start) && all.Count > 0 && all[^1].To > start && all[^1].From < start)
            {
                // "X said …, and Y denied …"
                all[^1] = all[^1] with
                {
                    To = start - 1,
                };
            }

            bool follows =
                start > 0
                && words[start - 1] is "," or "“" or "”" or "\""
                && (HasDeedBefore(start) || !HasDeedAfter(at))
                && !IsOpenClause(at);
            if (name is null)
            {
                (int first, int end) = NameAfter(at + 1);
                bool quoted = at > 0 && (words[at - 1] == "," || Openers.Contains(words[at - 1]));
                if (!quoted || end <= first)
                {
                    continue;
                }

                (name, follows, start) = (clause.TextOf(first, end), true, at);
            }

            if (!CanSpeak(name) && !(PlainSays.Contains(words[at]) && IsDefinite(name)))
            {
                continue;
            }

            if (IsPronoun(name))
            {
                name = last ?? name;
            }

            // "The attackers, she said, got hold of …"
            bool isBetween =
                follows
                && at + 1 < words.Length
                && words[at + 1] is ","
                && start > 0
                && words[start - 1] is ","
                && !Enumerable.Range(0, start).Any(i => DeedVerbs.At(clause, i) is not null);
            string? through = Audience(at);
            string? from = originEnd > originFirst ? clause.TextOf(originFirst, originEnd) : cited;
            cited = null;
            all.Add(
                (
                    follows
                        ? new Speaker(name, at, 0, isBetween ? words.Length : start, stance, through)
                        : new Speaker(name, at, at + 1, EndOfSaying(start, at), stance, through)
                ) with
                {
                    Origin = from,
                }
            );
            last = name;
        }

        if (cited is not null)
        {
            all.Add(new Speaker(cited, 0, 0, words.Length, ClaimStance.Asserts, null));
        }

        return Shortened(all);
    }

    // "quoted X as saying", "had heard from X that", "was told by X that": from whom he has it.
    private (int First, int End) OriginAfter(int at)
    {
        string word = clause.Words[at].ToLowerInvariant();
        if (word is "quoted" or "quotes" or "cited" or "cites")
        {
            int saying = clause.IndexOf(at + 1, LongestOrigin + 2, "saying", "telling");
            return saying > at + 2 && Is(saying - 1, "as") ? (at + 1, saying - 1) : (0, 0);
        }

        bool isHeard = word is "heard" or "learned" or "learnt" && Is(at + 1, "from");
        bool isTold =
            Told.Contains(word) && Is(at + 1, "by") && at > 0 && Vocabulary.Being.Contains(clause.Words[at - 1]);
        if (!isHeard && !isTold)
        {
            return (0, 0);
        }

        int that = clause.IndexOf(at + 2, LongestOrigin, "that");
        return that > at + 2 ? (at + 2, that) : (0, 0);
    }

    // "sources close to the investigation"
    private int EndOfOrigin(int at)
    {
        int end = at;
        while (
            end < clause.Words.Length
            && end - at < LongestName
            && (
                clause.At(end) is not null
                || char.IsLetterOrDigit(clause.Words[end][0])
                || clause.Words[end][0] is '\'' or '’' or '&'
            )
            && clause.Words[end].ToLowerInvariant() is not ("that" or "who" or "which" or "and" or "but")
        )
        {
            end++;
        }

        return end;
    }

    // A name, or a word for one who speaks; what is left is a part of a sentence that was read wrongly.
    private bool CanSpeak(string name) =>
        name is not ("There" or "there" or "Having" or "Being" or "Speaking" or "Writing" or "Asked")
        && (
            name.Split(' ')
                .Any(w => Vocabulary.Speakers.Contains(w.Trim('“', '"')) || Vocabulary.Press.Contains(w.Trim('“', '"')))
            || clause.Mentions.Any(m =>
                m.Entity.Type is EntityType.Identity or EntityType.Location or EntityType.ThreatActor
                && name.Contains(m.Entity.Text, StringComparison.Ordinal)
            )
            || name.Split(' ').Skip(1).Any(static w => w.Length > 1 && char.IsUpper(w[0]))
            || (name.Length > 2 && !name.Contains(' ') && char.IsUpper(name[0]))
        );

    // "the district", "its owner"
    private static bool IsDefinite(string name) =>
        name.Split(' ') is { Length: > 1 and < 7 } words
        && words[0].ToLowerInvariant()
            is "the"
                or "its"
                or "their"
                or "his"
                or "her"
                or "our"
                or "a"
                or "an"
                or "one"
                or "two"
                or "several"
                or "both"
        && words[1..].All(static w => char.IsLetter(w[0]) || w is "'s" or "’s" or "-");

    private bool StartsAnew(int start) =>
        start > 1
        && clause.Words[start - 2] is ","
        && (Is(start - 1, "and") || Is(start - 1, "but") || Is(start - 1, "while"));

    // What somebody says who is named first ends where another is named after it.
    private static List<Speaker> Shortened(List<Speaker> all)
    {
        for (int i = 0; i < all.Count; i++)
        {
            foreach (Speaker other in all.ToArray())
            {
                bool after = other.From == 0 && other.At > all[i].At && all[i].From > 0 && other.To > all[i].From;
                if (after && other.To < all[i].To)
                {
                    all[i] = all[i] with { To = other.To };
                }
            }
        }

        return all;
    }

    private bool HasDeedBefore(int start) =>
        Enumerable
            .Range(0, start)
            .Any(i =>
                DeedVerbs.At(clause, i) is not null
                || Vocabulary.AttackNouns.Contains(clause.Words[i])
                || Vocabulary.Attackers.Contains(clause.Words[i])
                || Vocabulary.Denies.Contains(clause.Words[i])
                || clause.Words[i] is "behind" or "responsible"
            );

    private bool HasDeedAfter(int at) =>
        Enumerable
            .Range(at + 1, clause.Words.Length - at - 1)
            .Any(i =>
                DeedVerbs.At(clause, i) is not null
                || Vocabulary.AttackNouns.Contains(clause.Words[i])
                || Vocabulary.Untrue.Contains(clause.Words[i])
                || Is(i, "that")
            );

    // "…, the agency said that …": what follows is what is said, whatever stands before.
    private bool IsOpenClause(int at)
    {
        for (
            int i = at + 1;
            i < clause.Words.Length
                && i < at + 7
                && clause.Words[i] is not ("," or "." or "”" or "\"" or "after" or "as" or "when" or "while");
            i++
        )
        {
            if (Is(i, "that"))
            {
                return true;
            }
        }

        return false;
    }

    // "the group that X says works for Y, broke into …": what is said in a relative clause ends with it.
    private int EndOfSaying(int start, int at)
    {
        bool isRelative =
            start > 1
            && clause.Words[start - 1] is "that" or "which" or "whom"
            && Vocabulary.Attackers.Contains(clause.Words[start - 2]);
        int comma = isRelative ? Array.IndexOf(clause.Words, ",", at) : -1;
        return comma > 0 ? comma : EndOfQuote(at);
    }

    // What is said within quotation marks ends with them.
    private int EndOfQuote(int at)
    {
        int open = Array.LastIndexOf(clause.Words, "“", at);
        bool inside = open >= 0 && Array.IndexOf(clause.Words, "”", open, at - open) < 0;
        int close = inside && open < at - 1 ? Array.IndexOf(clause.Words, "”", at) : -1;
        return close < 0 ? clause.Words.Length : close;
    }

    private string? Audience(int at)
    {
        bool isTelling = clause.Words[at] is "told" or "tells" or "telling" or "informed";
        for (int i = at + 1; i < Math.Min(at + 5, clause.Words.Length); i++)
        {
            if (
                (Vocabulary.Press.Contains(clause.Words[i]) && (isTelling || Is(i - 1, "to")))
                || (clause.At(i) is { } mention && clause.Words[at] is "told" && WellKnown.IsPress(mention.Entity.Text))
            )
            {
                return clause.At(i) is { } press ? press.Entity.Text : clause.Words[i];
            }

            if (clause.Words[i] is "that" or "," or ".")
            {
                break;
            }
        }

        return null;
    }

    private string? QuotedBy(int end)
    {
        for (int i = end; i + 2 < clause.Words.Length && i < end + 3; i++)
        {
            if (clause.Words[i] is "quoted" or "cited" or "reported" && Is(i + 1, "by"))
            {
                (int first, int stop) = NameAfter(i + 2);
                return stop > first ? clause.TextOf(first, stop) : null;
            }
        }

        return null;
    }

    private bool Is(int at, string word) =>
        at >= 0 && at < clause.Words.Length && clause.Words[at].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it stands for somebody who was named before.</summary>
    public static bool IsPronoun(string name) =>
        name.ToLowerInvariant() is "he" or "she" or "it" or "they" or "who" or "we" or "i";
}
