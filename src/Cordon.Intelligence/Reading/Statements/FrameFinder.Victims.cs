using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Deeds by who was their victim, and by what they are called as nouns.</content>
internal sealed partial class FrameFinder
{
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
        if (!CanBeVictim(who, victim))
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
