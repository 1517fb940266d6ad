using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Finds the phrases that a verb's sides are: what is named there, else the words themselves.</summary>
internal sealed partial class NounPhrases(Clause clause)
{
    private const int Longest = 10;
    private const int LongestAside = 16;
    private const int LongestDescription = 6;
    private const int LongestOpening = 18;
    private const int LongestTie = 6;
    private const int FarBefore = 16;

    // What ties somebody to whom he acts for.
    private static readonly FrozenSet<string> Ties = Vocabulary.Words(
        "based of for by to from in with working acting employed hired backed linked tied directed controlled paid run led sent pay service connected affiliated associated believed thought suspected 's ’s"
    );

    private static readonly FrozenSet<string> Asides = Vocabulary.Words(
        "a an the one another which who also known dubbed called named nicknamed codenamed tracked aka"
    );

    private static readonly FrozenSet<string> Stops = Vocabulary.Words(
        "offline , . ; : ) ( ] [ – — ” \" “ while but which that who when after before by using with seeking and/or is was were has have had said says"
    );

    private static readonly FrozenSet<string> Weak = Vocabulary.Words(
        "during through to last for as in on at from because since this into onto over without under"
    );

    /// <summary>What stands after a word as an object; empty where nothing does.</summary>
    /// <param name="from">Where it may begin.</param>
    /// <param name="before">Where it has ended.</param>
    public string After(int from, int before = int.MaxValue)
    {
        (int first, int end) = PlaceAfter(from, before);
        return clause.TextOf(first, end);
    }

    /// <summary>An attack with what it was on: "the intrusion at X"; what stands there where it is none.</summary>
    public string AttackAfter(int from, int before = int.MaxValue)
    {
        (int first, int end) = PlaceAfter(from, before);
        int most = Math.Min(before, clause.Words.Length);
        if (
            end > first
            && end + 1 < most
            && Vocabulary.AttackNouns.Contains(clause.Words[end - 1])
            && clause.Words[end].ToLowerInvariant() is "on" or "at" or "against" or "of"
        )
        {
            (int start, int stop) = PlaceAfter(end + 1, before);
            end = stop > start ? stop : end;
        }

        return clause.TextOf(first, end);
    }

    /// <summary>Where the words of <see cref="After" /> are; nothing where none are.</summary>
    public (int First, int End) PlaceAfter(int from, int before = int.MaxValue)
    {
        int most = Math.Min(before, clause.Words.Length);
        int start = from;
        while (
            start < most
            && clause.Words[start].ToLowerInvariant()
                is "into"
                    or "in"
                    or "against"
                    or "on"
                    or "at"
                    or "from"
                    or "of"
                    or "out"
                    or "to"
                    or "“"
                    or "\""
                    or "both"
                    or "up"
        )
        {
            start++;
        }

        // "at least nine clinics"
        if (start > 0 && start < most && clause.Words[start] is "least" && clause.Words[start - 1] is "at")
        {
            start++;
        }

        int end = start;
        while (end < most && end - start < Longest)
        {
            string word = clause.Words[end];
            if (clause.At(end) is { } mention)
            {
                if (mention.Entity.Type is EntityType.Identity or EntityType.ThreatActor && mention.First >= start)
                {
                    return (Math.Max(start, HeadBefore(mention.First)), NameEnd(mention.First + mention.Count, most));
                }

                end = mention.First + mention.Count;
                continue;
            }

            // "hackers affiliated with X": with whom belongs to it.
            if (
                end > start
                && end + 1 < most
                && Vocabulary.Links.Contains(word)
                && clause.Words[end + 1].ToLowerInvariant() is "with" or "to" or "by"
            )
            {
                end += 2;
                continue;
            }

            // "hackers based in neighbouring X"
            bool isTied =
                end > start
                && Ties.Contains(word)
                && clause.Words[start..end].Any(Roles.IsHacker)
                && clause.Words[(end + 1)..Math.Min(most, end + 4)].Any(static w => char.IsUpper(w[0]));
            if (isTied)
            {
                end++;
                continue;
            }

            bool stops =
                Stops.Contains(word)
                || (end > start && word is "stole" or "broke" or "took" or "went" or "sent")
                || (
                    word == "and"
                    && end + 1 < clause.Words.Length
                    && (
                        Vocabulary.Says.Contains(clause.Words[end + 1])
                        || Vocabulary.Denies.Contains(clause.Words[end + 1])
                        || Vocabulary.Uses.Contains(clause.Words[end + 1])
                        || DeedVerbs.At(clause, end + 1) is not null
                    )
                )
                || (Weak.Contains(word) && end > start);
            if (stops)
            {
                break;
            }

            end++;
        }

        end = Math.Max(start, Math.Min(end, most));
        while (end > start && clause.Words[end - 1] is "and" or "or")
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>Each actor or state in a list that starts at a word.</summary>
    public IEnumerable<string> Each(int from)
    {
        List<string> found = [];
        for (int i = from; i < clause.Words.Length && i < from + 20; i++)
        {
            if (clause.At(i) is { } mention)
            {
                if (mention.Entity.Type is EntityType.ThreatActor or EntityType.Identity or EntityType.Location)
                {
                    int end = GroupEnd(mention.First + mention.Count, clause.Words.Length);
                    // "the Russian group X"
                    bool isOfNext =
                        mention.Entity.Type == EntityType.Location
                        && end < clause.Words.Length
                        && clause.At(end) is { Entity.Type: EntityType.ThreatActor };
                    if (isOfNext)
                    {
                        i = end - 1;
                        continue;
                    }

                    found.Add(clause.TextOf(mention.First, end));
                    i = end - 1;
                    continue;
                }

                i = mention.First + mention.Count - 1;
                continue;
            }

            // "a gang known as Grey Wasp"
            int nameEnd = NameEnd(i, clause.Words.Length);
            if (
                nameEnd > i
                && i > from
                && clause.Words[i - 1].ToLowerInvariant() is "as" or "called" or "group" or "gang"
            )
            {
                found.Add(clause.TextOf(i, nameEnd));
                i = nameEnd - 1;
                continue;
            }

            if (
                clause.Words[i].ToLowerInvariant()
                is not (
                    ","
                    or "and"
                    or "or"
                    or "the"
                    or "a"
                    or "an"
                    or "another"
                    or "both"
                    or "suspected"
                    or "state"
                    or "groups"
                    or "group"
                    or "gang"
                    or "crew"
                    or "collective"
                    or "called"
                    or "known"
                    or "as"
                )
            )
            {
                break;
            }
        }

        return found.Count > 0 ? found
            : NameAfter(from) is { Length: > 0 } words ? [words]
            : [];
    }

    // Of "X resulted in …" the name, where it begins with one: no verb and nothing that is counted.
    private string NameAfter(int from)
    {
        (int first, int end) = PlaceAfter(from);
        int last = first;
        while (
            last < end
            && (
                char.IsUpper(clause.Words[last][0])
                || char.IsDigit(clause.Words[last][0])
                || Vocabulary.Articles.Contains(clause.Words[last])
            )
        )
        {
            last++;
        }

        bool isNamed = last > first && char.IsUpper(clause.Words[last - 1][0]);
        return isNamed && last < end && !IsKind(clause.Words[last])
            ? clause.TextOf(first, last)
            : clause.TextOf(first, end);
    }

    // What may follow a name and belong to it: "X group", "the Y regime", "Z of …".
    private static bool IsKind(string word) =>
        Vocabulary.Attackers.Contains(word)
        || Vocabulary.AttackNouns.Contains(word)
        || Vocabulary.StateOrgans.Contains(word)
        || Vocabulary.Victims.Contains(word)
        || Vocabulary.Connectives.Contains(word)
        || Vocabulary.KindsOfAttackers.Contains(word)
        || word.Contains('-', StringComparison.Ordinal)
        || word
            is "threat"
                or "security"
                or "hacking"
                or "criminal"
                or "cyber"
                or "'s"
                or "’s"
                or "&"
                or "foreign"
                or "secret"
                or "military";

    /// <summary>The state that a group is said to belong to, where the words before a naming verb say so.</summary>
    public string? StateOfGroupBefore(int at)
    {
        int start = Math.Max(0, at - 12);
        for (int i = at - 1; i >= start; i--)
        {
            if (clause.Words[i] is "," or ";")
            {
                break;
            }

            if (clause.At(i) is { } place && place.Entity.Type == EntityType.Location)
            {
                return clause.TextOf(place.First, place.First + place.Count);
            }

            if (clause.Words[i].ToLowerInvariant() is "regime" or "government" or "state")
            {
                int first = i;
                while (first > start && (char.IsUpper(clause.Words[first - 1][0]) || clause.At(first - 1) is not null))
                {
                    first--;
                }

                return clause.TextOf(first, i + 1);
            }
        }

        return null;
    }

    // The rest of a name of which only the beginning was told apart: "Copper", of "Copper Heron".
    private int NameEnd(int from, int most)
    {
        int end = from;
        while (
            end < most
            && !clause.IsTitle
            && clause.At(end) is null
            && clause.Words[end].Length > 2
            && char.IsUpper(clause.Words[end][0])
        )
        {
            end++;
        }

        return end;
    }

    private int GroupEnd(int from, int most)
    {
        from = NameEnd(from, most);
        int end = from;
        while (
            end < most
            && end < clause.Words.Length
            && clause.At(end) is null
            && (
                Vocabulary.Attackers.Contains(clause.Words[end])
                || Vocabulary.AttackNouns.Contains(clause.Words[end])
                || Vocabulary.Culprits.Contains(clause.Words[end])
                || clause.Words[end].ToLowerInvariant()
                    is "state"
                        or "military"
                        or "intelligence"
                        or "government"
                        or "regime"
                        or "agency"
                        or "service"
                        or "services"
                        or "hacking"
                        or "state-backed"
                        or "state-sponsored"
                        or "linked"
            )
        )
        {
            end++;
        }

        return end;
    }

    private string Whole(int first, int end)
    {
        while (
            first > 0
            && end - first < Longest
            && (
                clause.At(first - 1) is { } mention
                    ? mention.Entity.Type == EntityType.Location
                        || (
                            mention.Entity.Type is EntityType.ThreatActor or EntityType.Identity or EntityType.Malware
                            && !clause.IsTitle
                            && (
                                (mention.Count == 1 && char.IsUpper(clause.Words[first][0]))
                                || Vocabulary.Attackers.Contains(clause.Words[first])
                                || Vocabulary.Attacking.Contains(clause.Words[first])
                            )
                        )
                    : IsModifier(clause.Words[first - 1])
            )
        )
        {
            first--;
        }

        return clause.TextOf(first, end);
    }

    private static bool IsModifier(string word) =>
        (
            char.IsUpper(word[0])
            && word is not ("In" or "On" or "At" or "But" or "While" or "When" or "After")
            && Cues.Of(word) != Cue.Calendar
        )
        || Vocabulary.Attacking.Contains(word)
        || word.ToLowerInvariant()
            is "the"
                or "a"
                or "an"
                or "suspected"
                or "state"
                or "state-backed"
                or "state-sponsored"
                or "unknown"
                or "foreign"
                or "unidentified"
                or "these"
                or "those"
                or "military"
                or "intelligence"
                or "government"
                or "alleged"
                or "vaccine"
                or "cyber"
                or "hacking"
                or "recent"
                or "earlier"
                or "same";
}
