using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Deeds against somebody: by verbs, by nouns, by who was their victim.</content>
internal sealed partial class FrameFinder
{
    // In words.
    private const int LongestMeans = 16;

    private bool FindDeed(int at, string word)
    {
        if (DeedVerbs.At(clause, at) is not { } verb || _roles.IsNoun(at) || IsOtherwise(at, word, verb))
        {
            return false;
        }

        bool gerund = word.EndsWith("ing", StringComparison.Ordinal);
        bool isBare = word is "hit" or "attack" or "target" or "hack" or "struck" or "read";
        bool passive = !gerund && (!isBare || clause.NextIs(at, "by")) && IsPassive(at);
        (string doer, string victim) = Parties(at, verb, passive);
        bool isAttacker = IsAttacker(at, verb, doer);
        // What owners and accidents do too is an attack only of somebody who is called an attacker.
        if (verb.IsOrdinary && !isAttacker && !(passive && doer.Length == 0 && IsByNobody(at, word, verb)))
        {
            return false;
        }

        bool isUnknown =
            IsMeans(verb, doer) || (passive && !isAttacker && !(doer.Length > 0 && _roles.CanAttack(doer)));
        string subject = isUnknown ? "unknown" : doer;
        if (victim.Length == 0 || (subject.Length == 0 && !gerund))
        {
            return false;
        }

        // "Actors may target firms" is said of the world, and not of an attack.
        if (IsGeneral(at, subject) && !_roles.IsByName(subject) && !_roles.IsByName(victim))
        {
            return false;
        }

        if (IsNotAchieved(at, subject))
        {
            return true;
        }

        if (IsFailure(at, subject, passive))
        {
            _frames.Add(new Frame(at, subject, Targets, victim, ClaimedOutcome.Failed, false, clause.IsHedged()));
            return true;
        }

        Add(at, subject, Targets, victim, outcomeByVerb: OutcomeByVerb(at, verb));
        AddMeans(at, subject);
        if (!passive)
        {
            AddFurther(at, subject);
        }

        return true;
    }

    private (string Doer, string Victim) Parties(int at, DeedVerb verb, bool passive)
    {
        if (passive)
        {
            return (By(at), _phrases.Before(at, isActor: false));
        }

        // "An attack on X wiped hundreds of drives": X is who was attacked.
        return verb.IsOrdinary && _phrases.OpeningAttack(at) is { Attack.Length: > 0, Victim.Length: > 0 } attack
            ? attack
            : (Doer(at, verb), VictimAfter(verb.End));
    }

    private bool IsAttacker(int at, DeedVerb verb, string doer) =>
        IsMeans(verb, doer)
        || _roles.IsAttacker(doer, IsToldOf)
        || IsPronoun(doer)
        || (IsSaid(at) && _roles.IsUntoldName(doer));

    // What attackers work with, and attacks, do what attackers do.
    private static bool IsMeans(DeedVerb verb, string doer) =>
        Roles.IsMeans(doer) || (verb.IsOrdinary && Vocabulary.AttackNouns.Contains(doer.Split(' ')[^1]));

    // "files were copied", "were locked out in an attack": nobody is named, and it is a deed all the same.
    private bool IsByNobody(int at, string word, DeedVerb verb) =>
        (verb.End == at && word is "taken" or "copied")
        || clause.Words.Any(static w => Vocabulary.AttackNouns.Contains(w) || Roles.IsMeans(w));

    // "The hackers did not get into its systems", "none of the accounts was compromised": they tried, and it came to nothing.
    private bool IsFailure(int at, string subject, bool passive) =>
        (passive && clause.Words[Math.Max(0, at - LongestSpeaker)..at].Any(static w => w is "none" or "None"))
        || (clause.IsNegated(at) && IsToldOf && IsTheAttackers(subject));

    // "encrypted the network with X"
    private void AddMeans(int at, string subject)
    {
        foreach ((ReportEntity entity, int first, _) in clause.Mentions)
        {
            bool isMeans =
                first > at
                && first < at + LongestMeans
                && entity.Type is EntityType.Malware or EntityType.Tool
                && clause.Words[first - 1].ToLowerInvariant() is "with" or "using" or "via" or "through" or "and";
            if (isMeans && subject is not "unknown" && !IsPronoun(subject))
            {
                Add(at, subject, Uses, entity.Text, tellsOutcome: false);
            }
        }
    }

    private static bool IsTheAttackers(string phrase) =>
        phrase.ToLowerInvariant() is "the hackers" or "the attackers" or "the intruders" or "the criminals" or "they";

    /// <summary>Whether a phrase stands for a party that was named before.</summary>
    public static bool IsPronoun(string phrase) => phrase.ToLowerInvariant() is "it" or "they" or "he" or "she";

    // "to steal data" says what was meant, "stole data" what was done.
    private ClaimedOutcome OutcomeByVerb(int at, DeedVerb verb)
    {
        string helper = at > 0 ? clause.Words[at - 1].ToLowerInvariant() : "";
        bool isMeant =
            helper is "could" or "would" or "might" or "may" or "can"
            || (
                helper is "of"
                && at > 1
                && clause.Words[at - 2].ToLowerInvariant()
                    is "aim"
                        or "hope"
                        or "hopes"
                        or "goal"
                        or "view"
                        or "purpose"
                        or "intention"
            )
            || (helper is "to" && !(at > 1 && clause.Words[at - 2].ToLowerInvariant() is "managed" or "able"));
        return isMeant ? ClaimedOutcome.Attempted : verb.Says;
    }

    // "encrypted some computers but did not reach the database": what they did not achieve is no denial, but less of a success.
    private bool IsNotAchieved(int at, string subject)
    {
        int earlier = _frames.FindLastIndex(f => f.Predicate == Targets && !f.IsNegated && f.At < at);
        if (earlier < 0 || !clause.IsNegated(at) || (_frames[earlier].Subject != subject && !IsPronoun(subject)))
        {
            return false;
        }

        ClaimedOutcome outcome = _frames[earlier].Outcome switch
        {
            ClaimedOutcome.Succeeded or ClaimedOutcome.PartlySucceeded => ClaimedOutcome.PartlySucceeded,
            _ => ClaimedOutcome.Failed,
        };
        _frames[earlier] = _frames[earlier] with { Outcome = outcome };
        return true;
    }

    // "taken place", "broken down", "struck a deal"
    private bool IsOtherwise(int at, string word, DeedVerb verb) =>
        (
            word is "taken" or "took"
            && verb.End == at
            && clause.NextIs(
                at,
                "down",
                "place",
                "part",
                "care",
                "over",
                "away",
                "offline",
                "into",
                "to",
                "on",
                "up",
                "out",
                "off",
                "from",
                "it"
            )
        )
        || (word is "struck" && clause.NextIs(at, "it", "them", "a", "an"))
        || (
            (word.StartsWith("break", StringComparison.Ordinal) || word is "broke") && !clause.NextIs(at, "into", "in")
        );

    // Who does it: what stands before the verb; of "got in and copied files" who did the first; of "Intruders who …, erased it" whom the sentence begins with.
    private string Doer(int at, DeedVerb verb)
    {
        // "broke into the database of a clinic group and stole records"
        if (
            at > 1
            && clause.Words[at - 1] is "and"
            && _frames.FindLast(static f => f.Predicate == Targets) is { } first
        )
        {
            return first.Subject;
        }

        string nearest = _phrases.Before(at, isActor: true);
        if (!verb.IsOrdinary || _roles.IsAttacker(nearest, IsToldOf) || Roles.IsMeans(nearest))
        {
            return nearest;
        }

        if (_frames.FindLast(static f => f.Predicate == Targets) is { } earlier && IsFurtherDeed(earlier.At, at))
        {
            return earlier.Subject;
        }

        return _phrases.OpeningActor(at) is { Length: > 0 } opening ? opening : nearest;
    }

    // Whether somebody says it: "X said that …".
    private bool IsSaid(int at) =>
        clause
            .Words[..at]
            .Any(static w => Vocabulary.Says.Contains(w) || Vocabulary.Denies.Contains(w) || w is "According");

    private bool IsFurtherDeed(int from, int at)
    {
        int and = Array.LastIndexOf(clause.Words, "and", at - 1);
        return and > from && at - and <= 3;
    }

    // "stole files from X", "read mail at Y": of things that have an owner, the owner.
    private string VictimAfter(int at)
    {
        (int first, int end) = _phrases.PlaceAfter(at + 1);
        // "access to manipulate the server"
        if (
            end > first
            && clause.At(first) is null
            && !_roles.IsNoun(first)
            && Vocabulary.Attacks.Contains(clause.Words[first])
        )
        {
            return "";
        }

        string what = clause.TextOf(first, end);
        if (
            end > first
            && end < clause.Words.Length
            && clause.Words[end].ToLowerInvariant() is "from" or "at" or "of"
            && !_roles.IsByName(what)
        )
        {
            string owner = _phrases.After(end + 1);
            return (_roles.IsByName(owner) || clause.Words[end] is "from") && _roles.CanBeAttacked(owner)
                ? owner
                : what;
        }

        return what;
    }

    // What can be done, or is if something else is: "a flaw that lets an attacker read mail".
    private bool IsGeneral(int at, string subject)
    {
        bool isAnybody =
            subject.Split(' ') is { Length: <= 3 } words
            && words[^1].ToLowerInvariant() is "attacker" or "hacker" or "intruder" or "adversary"
            && words[0].ToLowerInvariant() is not ("the" or "two" or "three");
        return clause.Words[Math.Max(0, at - 4)..at].Any(Vocabulary.Possible.Contains)
            || (
                isAnybody
                && clause.Words[..at].Any(static w => Vocabulary.Possible.Contains(w) || Vocabulary.Enables.Contains(w))
            );
    }

    // "attacked A, B and C"
    private void AddFurther(int at, string subject)
    {
        (_, int end) = _phrases.PlaceAfter(at + 1);
        while (end < clause.Words.Length && clause.Words[end] is "," or "and")
        {
            int first = end;
            while (first < clause.Words.Length && clause.Words[first] is "," or "and" or "the")
            {
                first++;
            }

            int last = first;
            while (last < clause.Words.Length && (char.IsUpper(clause.Words[last][0]) || clause.Words[last] is "&"))
            {
                last++;
            }

            // A name that does something itself is none of the list.
            bool isListed =
                last > first && (last == clause.Words.Length || clause.Words[last] is "," or "and" or "." or ";");
            if (!isListed)
            {
                return;
            }

            Add(at, subject, Targets, clause.TextOf(first, last));
            end = last;
        }
    }
}
