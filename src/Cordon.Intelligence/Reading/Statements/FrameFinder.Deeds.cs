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
        string doer = passive ? By(at) : Doer(at, verb);
        string victim = passive ? _phrases.Before(at, isActor: false) : VictimAfter(verb.End);
        if (
            !passive
            && verb.IsOrdinary
            && _phrases.OpeningAttack(at) is { Attack.Length: > 0, Victim.Length: > 0 } attack
        )
        {
            // "An attack on X wiped hundreds of drives": X is who was attacked.
            (doer, victim) = (attack.Attack, attack.Victim);
        }

        bool isMeans = Roles.IsMeans(doer) || (verb.IsOrdinary && Vocabulary.AttackNouns.Contains(doer.Split(' ')[^1]));
        bool isAttacker =
            isMeans
            || _roles.IsAttacker(doer, IsToldOf)
            || IsPronoun(doer)
            || (IsSaid(at) && _roles.IsUntoldName(doer));
        bool isOfAttack =
            passive
            && doer.Length == 0
            && verb.IsOrdinary
            && clause.Words.Any(w => Vocabulary.AttackNouns.Contains(w) || Roles.IsMeans(w));
        bool isTakenByNobody =
            isOfAttack || passive && verb.End == at && word is "taken" or "copied" && doer.Length == 0;
        // What owners and accidents do too is an attack only of somebody who is called an attacker.
        if (verb.IsOrdinary && !isAttacker && !isTakenByNobody)
        {
            return false;
        }

        bool isUnknown = isMeans || (passive && !isAttacker && !(doer.Length > 0 && _roles.CanAttack(doer)));
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

        // "The hackers did not get into its systems", "none of the accounts was compromised": they tried, and it came to nothing.
        bool isOfNone =
            passive && clause.Words[Math.Max(0, at - LongestSpeaker)..at].Any(static w => w is "none" or "None");
        if (isOfNone || (clause.IsNegated(at) && IsToldOf && IsTheAttackers(subject)))
        {
            _frames.Add(
                new Frame(at, subject, Targets, victim, ClaimedOutcome.Failed, IsNegated: false, clause.IsHedged())
            );
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

    private static bool IsPronoun(string phrase) => phrase.ToLowerInvariant() is "it" or "they" or "he" or "she";

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

    // "taken aback", "broken down", and what is done by whom nobody calls an attacker.
    private bool IsOtherwise(int at, string word, DeedVerb verb) =>
        (
            word is "taken" or "copied"
            && verb.End == at
            && (
                !IsPassive(at)
                || clause.NextIs(
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
                    "from"
                )
            )
            && !(word is "copied" && !IsPassive(at))
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

    // "X had been the subject of an attack", "X and Y were among the targets"
    private bool FindVictim(int at, string word)
    {
        if (
            word is "targets" or "victims"
            && at > 1
            && clause.TextOf(at - 2, at).Equals("among the", StringComparison.OrdinalIgnoreCase)
        )
        {
            foreach (
                (ReportEntity entity, _, _) in clause.Mentions.Where(m =>
                    m.First < at
                    && m.Entity.Type == EntityType.Identity
                    && !Vocabulary.Says.Contains(clause.Words[m.First + m.Count])
                )
            )
            {
                Add(at, before?.Predicate == Targets ? before.Subject : "unknown", Targets, entity.Text);
            }

            return true;
        }

        if (FindSuffered(at, word))
        {
            return true;
        }

        // "The ministry confirmed the theft": what was told before.
        bool isConfirmed =
            word is "confirmed" or "acknowledged" or "admitted"
            && before?.Predicate == Targets
            && clause.NextIs(at, "the", "that", "an", "a")
            && at + 2 < clause.Words.Length
            && Vocabulary.AttackNouns.Contains(clause.Words[at + 2]);
        if (isConfirmed)
        {
            _frames.Add(before! with { At = at, IsNegated = clause.IsNegated(at), IsHedged = false, By = "" });
            return true;
        }

        if (FindFoiled(at, word))
        {
            return true;
        }

        // "two scientists took the bait"
        bool isDuped =
            (word is "took" or "swallowed" && clause.IndexOf(at + 1, 2, "bait") > 0)
            || (
                word is "gave" or "handed" or "typed" or "entered"
                && clause.NextIs(at, "away", "over", "up", "in", "their", "his", "her")
                && clause.IndexOf(at + 1, 6, "password", "passwords", "credentials") > 0
            )
            || (word is "fell" && clause.NextIs(at, "for") && clause.NextIs(at + 1, "it", "the"));
        if (isDuped && _phrases.Before(at, isActor: false) is { Length: > 0 } duped && !IsNone(duped))
        {
            Add(at, "unknown", Targets, duped, outcomeByVerb: ClaimedOutcome.Succeeded);
            return true;
        }

        if (word is not ("subject" or "victim" or "target" or "object") || !clause.NextIs(at, "of") || !IsPassive(at))
        {
            return false;
        }

        (int first, int end) = _phrases.PlaceAfter(at + 2);
        if (!Enumerable.Range(first, end - first).Any(i => Vocabulary.AttackNouns.Contains(clause.Words[i])))
        {
            return false;
        }

        string who = By(at);
        int verb = at;
        while (verb > 0 && clause.Words[verb - 1].ToLowerInvariant() is "the" or "a" or "also" or "itself")
        {
            verb--;
        }

        Add(at, who.Length > 0 ? who : "unknown", Targets, _phrases.Before(verb, isActor: false));
        return true;
    }

    // "X foiled an attack on its servers": whom it was on, else who foiled it.
    private bool FindFoiled(int at, string word)
    {
        bool isFoiling =
            word
                is "foiled"
                    or "repelled"
                    or "blocked"
                    or "thwarted"
                    or "averted"
                    or "repulsed"
                    or "stopped"
                    or "prevented"
            && !IsPassive(at);
        int noun = isFoiling ? NounAfter(at + 1) : -1;
        if (noun < 0 || clause.NextIs(noun, "to"))
        {
            return false;
        }

        bool isOn = clause.NextIs(noun, "on", "against", "at");
        string victim = isOn ? _phrases.After(noun + 2) : _phrases.Before(at, isActor: false);
        string who = By(noun) is { Length: > 0 } by && _roles.CanAttack(by) ? by : "unknown";
        if (victim.Length == 0)
        {
            return false;
        }

        _frames.Add(
            new Frame(at, who, Targets, victim, ClaimedOutcome.Failed, clause.IsNegated(at), clause.IsHedged())
        );
        return true;
    }

    // "X suffered a data breach", "X came under attack", "X fell victim to hackers"
    private bool FindSuffered(int at, string word)
    {
        int noun = word switch
        {
            "suffered" or "sustained" or "experienced" or "endured" or "weathered" => NounAfter(at + 1),
            "came" or "come" or "comes" when clause.NextIs(at, "under") => NounAfter(at + 2),
            "fell" or "fallen" when clause.NextIs(at, "victim", "prey") => at + 1,
            _ => -1,
        };
        if (noun < 0)
        {
            return false;
        }

        string victim = _phrases.Before(at, isActor: false);
        string who = By(noun) is { Length: > 0 } by && _roles.CanAttack(by) ? by : "unknown";
        if (
            word is "fell" or "fallen"
            && clause.NextIs(noun, "to")
            && _phrases.After(noun + 2) is { Length: > 0 } to
            && _roles.IsAttacker(to, isToldOf: true)
        )
        {
            who = to;
        }

        if (victim.Length == 0)
        {
            return false;
        }

        bool isAchieved =
            clause.Words[noun].ToLowerInvariant()
            is "breach"
                or "intrusion"
                or "theft"
                or "compromise"
                or "break-in"
                or "leak"
                or "victim"
                or "prey";
        Add(at, who, Targets, victim, outcomeByVerb: isAchieved ? ClaimedOutcome.Succeeded : ClaimedOutcome.Attempted);
        return true;
    }

    private int NounAfter(int from) =>
        Enumerable
            .Range(from, Math.Max(0, Math.Min(LongestSpeaker, clause.Words.Length - from)))
            .TakeWhile(i => clause.Words[i] is not ("," or "." or "that" or ";"))
            .FirstOrDefault(i => Vocabulary.AttackNouns.Contains(clause.Words[i]), -1);

    private bool IsPassive(int at) => clause.Words[Math.Max(0, at - 3)..at].Any(Vocabulary.Being.Contains);

    // "attacks by A on B", "an attack on B by A".
    private bool FindAttackBy(int at, string word)
    {
        if (!Vocabulary.AttackNouns.Contains(word))
        {
            return false;
        }

        int by = clause.IndexOf(at + 1, 8, "by");
        if (by < 0)
        {
            return false;
        }

        (int first, int end) = _phrases.PlaceAfter(by + 1);
        string who = clause.TextOf(first, end);
        if (by == at + 1)
        {
            if (end < clause.Words.Length && clause.Words[end].ToLowerInvariant() is "on" or "against" or "at")
            {
                Add(at, who, Targets, _phrases.After(end + 1));
                return true;
            }

            // "after an attack by X"
            if (_roles.IsByName(who) && _roles.IsAttacker(who, IsToldOf))
            {
                Add(at, _phrases.AttackBefore(at + 1), AttributedTo, who, tellsOutcome: false);
                return true;
            }

            return false;
        }

        if (clause.Words[at + 1].ToLowerInvariant() is "on" or "against" or "at" or "of")
        {
            (int start, int stop) = _phrases.PlaceAfter(at + 2, by);
            if (stop == by)
            {
                Add(at, who, Targets, clause.TextOf(start, stop));
                return true;
            }
        }

        return false;
    }

    private string By(int at)
    {
        int by = clause.IndexOf(at + 1, 8, "by");
        return by < 0 ? "" : _phrases.After(by + 1);
    }
}
