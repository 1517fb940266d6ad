namespace Cordon.Intelligence.Reading.Statements;

/// <content>Deeds against somebody: by verbs, by nouns, by who was their victim.</content>
internal sealed partial class FrameFinder
{
    private bool FindDeed(int at, string word)
    {
        if (DeedVerbs.At(clause, at) is not { } verb || _roles.IsNoun(at) || IsOtherwise(at, word, verb))
        {
            return false;
        }

        bool gerund = word.EndsWith("ing", StringComparison.Ordinal);
        bool isBare = word is "hit" or "attack" or "target" or "hack" or "struck" or "read";
        bool passive = !gerund && (!isBare || clause.NextIs(at, "by")) && IsPassive(at);
        string left = _phrases.Before(at, isActor: !passive);
        left = passive ? left : SubjectOf(at, left, verb);
        string right = passive ? By(at) : VictimAfter(verb.End);
        (string subject, string written) = passive ? (right, left) : (left, right);
        subject = Roles.IsMeans(subject) ? "unknown" : subject;
        bool isAttacker =
            subject is "unknown"
            || _roles.IsAttacker(subject, before is not null)
            || (IsSaid(at) && _roles.IsUntoldName(subject));
        if (passive && (subject.Length == 0 || !(isAttacker || _roles.CanAttack(subject))))
        {
            subject = "unknown";
        }

        // What owners and accidents do too is an attack only of somebody who is called an attacker.
        bool isMeans = Roles.IsMeans(passive ? right : left);
        bool isWhollyUnknown = subject is "unknown" && !isMeans && !(word is "taken" or "copied" && passive);
        if (verb.IsOrdinary && (!isAttacker || isWhollyUnknown))
        {
            return false;
        }

        if (written.Length == 0 || (subject.Length == 0 && !gerund))
        {
            return false;
        }

        // "Actors may target firms" is said of the world, and not of an attack.
        if (IsGeneral(at) && !_roles.IsByName(subject) && !_roles.IsByName(written))
        {
            return false;
        }

        Add(at, subject, Targets, written, succeeds: verb.Succeeds);
        if (!passive)
        {
            AddFurther(at, subject);
        }

        return true;
    }

    // "taken aback", "broken down", and what is done by whom nobody calls an attacker.
    private bool IsOtherwise(int at, string word, DeedVerb verb) =>
        (
            word is "taken" or "copied"
            && verb.End == at
            && (
                !IsPassive(at)
                || clause.NextIs(at, "down", "over", "away", "into", "to", "on", "up", "out", "off", "from")
            )
            && !(word is "copied" && !IsPassive(at))
        )
        || (
            (word.StartsWith("break", StringComparison.Ordinal) || word is "broke") && !clause.NextIs(at, "into", "in")
        );

    // "got in and copied files": the second of two deeds is his who did the first; "Intruders who …, erased it": what the sentence begins with.
    private string SubjectOf(int at, string left, DeedVerb verb)
    {
        if (!verb.IsOrdinary || _roles.IsAttacker(left, before is not null) || Roles.IsMeans(left))
        {
            return left;
        }

        if (_frames.FindLast(static f => f.Predicate == Targets) is { } earlier && IsFurtherDeed(earlier.At, at))
        {
            return earlier.Subject;
        }

        return _phrases.OpeningActor(at) is { Length: > 0 } opening ? opening : left;
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

    private bool IsGeneral(int at) => clause.Words[Math.Max(0, at - 4)..at].Any(Vocabulary.Possible.Contains);

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
