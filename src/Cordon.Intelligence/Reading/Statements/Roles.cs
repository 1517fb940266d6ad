using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Says what part words of a sentence can have in a deed: whose it may be, whom it may be done to, and whether a word is a deed at all.</summary>
internal sealed class Roles(Clause clause)
{
    private static readonly FrozenSet<string> Continents = FrozenSet.ToFrozenSet(
        [
            "Europe",
            "Asia",
            "Southeast Asia",
            "East Asia",
            "Africa",
            "North America",
            "South America",
            "Latin America",
            "Middle East",
            "the Middle East",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Whether a phrase names what somebody may attack.</summary>
    public bool CanBeAttacked(string phrase) =>
        phrase is "it" or "them" or "us" or "they" or "we"
        || (!Vocabulary.NeverFirst.Contains(phrase.Split(' ')[0]) && IsVictim(phrase) && !IsOnlyMeans(phrase));

    // What is planted is not whom it is planted at.
    private bool IsOnlyMeans(string phrase) =>
        clause.Mentions.Any(m => m.Entity.Type is EntityType.Malware or EntityType.Tool && m.Entity.Text == phrase);

    /// <summary>Whether a phrase says by a name who or what is meant.</summary>
    public bool IsByName(string phrase) =>
        IsNamed(
            phrase,
            EntityType.ThreatActor,
            EntityType.Identity,
            EntityType.Location,
            EntityType.Malware,
            EntityType.Tool
        ) || HasName(phrase);

    private bool IsVictim(string phrase) =>
        IsNamed(phrase, EntityType.Identity, EntityType.Location, EntityType.Sector)
        || phrase.Split(' ').Any(Vocabulary.Victims.Contains)
        || IsSeveral(phrase.Split(' '))
        || HasName(phrase);

    /// <summary>Whether a phrase names who may attack. Who denies a deed is its subject; until then it has none.</summary>
    /// <remarks>States, their organs, groups and attacks do; a company that is named does not, whoever says that it does.</remarks>
    public bool CanAttack(string phrase)
    {
        if (phrase is "" or "unknown" || IsNamed(phrase, EntityType.ThreatActor) || IsGroupCalled(phrase))
        {
            return true;
        }

        if (Continents.Contains(phrase) || NamesVendor(phrase))
        {
            return false;
        }

        if (IsAttacker(phrase, isToldOf: false))
        {
            return true;
        }

        bool isOrgan = phrase
            .Split(' ')
            .Any(static w =>
                Vocabulary.Attackers.Contains(w)
                || Vocabulary.AttackNouns.Contains(w)
                || Vocabulary.StateOrgans.Contains(w)
            );
        return isOrgan
            || WellKnown.IsService(phrase)
            || (
                !IsNamed(phrase, EntityType.Identity, EntityType.Malware, EntityType.Tool)
                && !Vocabulary.Victims.Contains(phrase.Split(' ')[^1])
                && HasName(phrase)
            );
    }

    /// <summary>Whether a phrase calls somebody an attacker: by name, as a state or what it acts through, as hackers, intruders, a gang.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="isToldOf">Whether attackers were told of before, so that "the group" may be theirs.</param>
    public bool IsAttacker(string phrase, bool isToldOf)
    {
        if (phrase.Length == 0 || NamesVendor(phrase))
        {
            return false;
        }

        if (IsNamed(phrase, EntityType.ThreatActor) || IsGroupCalled(phrase) || WellKnown.IsService(phrase))
        {
            return true;
        }

        string[] words = phrase.Split(' ');
        bool isGroup = words.Any(Vocabulary.Teams.Contains);
        return words.Any(IsHacker)
            || (isGroup && isToldOf && words[0] is "the" or "The" or "that" or "That" && words.Length == 2)
            || (isGroup && words.Any(static w => Vocabulary.Attacking.Contains(w)))
            || (
                isGroup
                && words.Length < 5
                && words[^1] is "group" or "gang" or "crew"
                && words.Any(static w => char.IsUpper(w[0]) && w is not "The" and not "A")
                && !words.Any(static w =>
                    Vocabulary.Victims.Contains(w) || Vocabulary.Speakers.Contains(w) && w is not "group"
                )
            )
            || words.Any(Vocabulary.KindsOfAttackers.Contains)
            || (words.Length <= 2 && IsNamed(phrase, EntityType.Location))
            || words[^1] is "anyone" or "anybody"
            || words.Any(Vocabulary.Forces.Contains)
            || Vocabulary.Culprits.Contains(HeadOf(phrase));
    }

    /// <summary>Whether a word is for attackers alone: no group of researchers and no team of doctors, but "Unit 77".</summary>
    public static bool IsHacker(string word) =>
        Vocabulary.Attackers.Contains(word) && !(char.IsLower(word[0]) && Vocabulary.Teams.Contains(word));

    /// <summary>Whether a phrase names only what attackers work with: "ransomware".</summary>
    public static bool IsMeans(string phrase) =>
        phrase.Split(' ')[^1].ToLowerInvariant() is "ransomware" or "malware" or "virus" or "wiper" or "worm";

    /// <summary>Whether a phrase is a name of which nothing is known, in capitals: it may be an attacker's, where somebody says what he did.</summary>
    public bool IsUntoldName(string phrase) =>
        phrase.Split(' ') is { Length: > 1 and < 4 } words
        && words.All(static w =>
            char.IsUpper(w[0]) && !Vocabulary.Speakers.Contains(w) && !Vocabulary.Victims.Contains(w)
        )
        && !clause.Mentions.Any(m => phrase.Contains(m.Entity.Text, StringComparison.Ordinal));

    // "a ransomware group called X", after its malware
    private bool IsGroupCalled(string phrase) =>
        clause.Mentions.Any(m =>
            m.First > 1
            && m.Entity.Type == EntityType.Malware
            && IsIn(m.Entity, phrase)
            && clause.Words[m.First - 1].ToLowerInvariant() is ("called" or "named" or "dubbed" or "group" or "gang")
            && (
                Vocabulary.Attackers.Contains(clause.Words[m.First - 1])
                || Vocabulary.Attackers.Contains(clause.Words[m.First - 2])
            )
        );

    /// <summary>Whether a phrase names whose doing something may be: no "actors" of whom nothing more is said.</summary>
    public bool CanBeBlamed(string phrase) =>
        !NamesVendor(phrase)
        && !Vocabulary.AttackNouns.Contains(HeadOf(phrase))
        && (
            IsByName(phrase)
            || Vocabulary.Culprits.Contains(HeadOf(phrase))
            || phrase
                .Split(' ')
                .Any(static w => Vocabulary.StateOrgans.Contains(w) || Vocabulary.KindsOfAttackers.Contains(w))
        );

    /// <summary>Whether a phrase names what may be somebody's doing: an attack, what was used in it, an actor.</summary>
    public bool CanBeTraced(string phrase) =>
        phrase.Length == 0
        || (
            !Vocabulary.Connectives.Contains(phrase.Split(' ')[0])
            && !(NamesVendor(phrase) && !phrase.Contains(' ', StringComparison.Ordinal))
            && IsTrace(phrase)
        );

    private bool IsTrace(string phrase) =>
        IsNamed(phrase, EntityType.ThreatActor, EntityType.Malware, EntityType.Tool)
        || phrase
            .Split(' ')
            .Any(static w =>
                Vocabulary.AttackNouns.Contains(w) || Vocabulary.Attackers.Contains(w) || Vocabulary.Traces.Contains(w)
            )
        || HasName(phrase);

    // "two wholesalers": some of what a text does not name.
    private static bool IsSeveral(string[] words) =>
        words.Length > 1
        && Vocabulary.Quantities.Contains(words[0])
        && words[^1].EndsWith('s')
        && !Vocabulary.AttackNouns.Contains(words[^1]);

    private bool IsNamed(string phrase, params string[] types) =>
        clause.Mentions.Any(m => types.Contains(m.Entity.Type, StringComparer.Ordinal) && IsIn(m.Entity, phrase));

    // Who reports on attackers.
    private bool NamesVendor(string phrase) =>
        clause.Mentions.Any(m => IsIn(m.Entity, phrase) && WellKnown.IsVendor(m.Entity.Text));

    private static bool IsIn(ReportEntity entity, string phrase) =>
        phrase.Contains(entity.Text, StringComparison.Ordinal);

    private bool HasName(string phrase) =>
        phrase
            .Split(' ')
            .Any(w =>
                w.Length > 3
                && clause.IsWrittenAsName(w)
                && !Vocabulary.Attackers.Contains(w)
                && !Vocabulary.AttackNouns.Contains(w)
                && !Vocabulary.Victims.Contains(w)
                && !Vocabulary.Pointers.Contains(w)
            );

    /// <summary>What a phrase for a victim names, without what is told of it further on: of "banks and uses mules" the first word.</summary>
    public string Victim(string phrase)
    {
        string[] parts = phrase.Split(" and ");
        int kept = 1;
        while (kept < parts.Length && (IsVictim(parts[kept]) || Vocabulary.Victims.Contains(HeadOf(parts[kept]))))
        {
            kept++;
        }

        return kept == parts.Length || !IsVictim(parts[0]) ? phrase : string.Join(" and ", parts[..kept]);
    }

    /// <summary>The noun that a phrase is about: the last word before what is told of it.</summary>
    public static string HeadOf(string phrase)
    {
        string[] words = phrase.Split(' ');
        int end = 1;
        while (end < words.Length && !Vocabulary.Connectives.Contains(words[end]))
        {
            end++;
        }

        return words[end - 1];
    }

    /// <summary>Whether a word that may be a deed is a thing here: "the attack on", "hacking campaign".</summary>
    public bool IsNoun(int at)
    {
        if (IsPartOfName(at))
        {
            return true;
        }

        // "a ransomware attack", "the supply-chain hack"
        bool isBare =
            clause.Words[at].ToLowerInvariant() is "attack" or "hack" or "breach" or "raid" or "compromise" or "leak";
        if (
            isBare
            && at > 1
            && !Vocabulary.Attackers.Contains(clause.Words[at - 1])
            && clause.Words[Math.Max(0, at - 3)..(at - 1)].Any(Vocabulary.Articles.Contains)
        )
        {
            return true;
        }

        string previous = at > 0 ? clause.Words[at - 1].ToLowerInvariant() : "";
        string next = at + 1 < clause.Words.Length ? clause.Words[at + 1].ToLowerInvariant() : "";
        return previous
                is "the"
                    or "a"
                    or "an"
                    or "of"
                    or "'s"
                    or "’s"
                    or "cyber"
                    or "this"
                    or "that"
                    or "these"
                    or "those"
                    or "such"
                    or "phishing"
                    or "in"
                    or "for"
                    or "recent"
                    or "data"
                    or "its"
                    or "their"
                    or "any"
                    or "by"
                && !clause.Words[at].EndsWith("ed", StringComparison.Ordinal)
                && !(
                    previous is "of" or "in" or "for" or "by"
                    && clause.Words[at].EndsWith("ing", StringComparison.Ordinal)
                )
            // "the targeted company"
            || (
                clause.Words[at].EndsWith("ed", StringComparison.Ordinal)
                && previous
                    is "of"
                        or "the"
                        or "a"
                        or "an"
                        or "from"
                        or "for"
                        or "with"
                        or "these"
                        or "those"
                        or "such"
                        or "its"
                        or "their"
            )
            || (
                clause.Words[at].EndsWith("ing", StringComparison.Ordinal)
                && next is ("includes" or "included" or "is" or "was" or "remains")
            )
            || (
                previous is not "to"
                && !clause.Words[at].EndsWith("ed", StringComparison.Ordinal)
                && next
                    is "on"
                        or "against"
                        or "attempts"
                        or "attempt"
                        or "campaign"
                        or "group"
                        or "groups"
                        or "operations"
                        or "tools"
            );
    }

    // "Remote Access Tool": a word with a capital beside another is no deed.
    private bool IsPartOfName(int at)
    {
        string word = clause.Words[at];
        bool isAfterName =
            at > 0
            && char.IsUpper(clause.Words[at - 1][0])
            && clause.At(at - 1) is not { Entity.Type: EntityType.ThreatActor };
        bool isBeforeName = at + 1 < clause.Words.Length && char.IsUpper(clause.Words[at + 1][0]);
        if (clause.IsTitle)
        {
            // "X Targets Y" is one, "Cloud Access Broker" is not.
            bool isVerb =
                (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
                || word.EndsWith("ed", StringComparison.Ordinal);
            return isAfterName && isBeforeName && !isVerb;
        }

        return char.IsUpper(word[0]) && (isAfterName || (at > 0 && isBeforeName && clause.At(at - 1) is null));
    }
}
