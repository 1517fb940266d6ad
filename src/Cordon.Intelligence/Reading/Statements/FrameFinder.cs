using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Finds what a sentence states: deeds against somebody, whose doing something is, outcomes, names for one actor.</summary>
internal sealed class FrameFinder(Clause clause, Frame? before)
{
    /// <summary>STIX's word for who attacks whom.</summary>
    public const string Targets = "targets";

    /// <summary>STIX's word for whose doing something is.</summary>
    public const string AttributedTo = "attributed-to";

    /// <summary>STIX's word for what somebody works with.</summary>
    public const string Uses = "uses";

    /// <summary>That two names are used for one.</summary>
    public const string Alias = "alias-of";

    /// <summary>That attempts came to something, where neither side is named.</summary>
    public const string Ended = "had-outcome";

    private const int LongestSpeaker = 7;

    private readonly NounPhrases _phrases = new(clause);
    private readonly Roles _roles = new(clause);
    private readonly NamingFinder _namings = new(clause, new NounPhrases(clause));
    private readonly List<Frame> _frames = [];

    // A word that a statement before it has taken in.
    private int _read = -1;

    /// <summary>The statements, in order.</summary>
    public List<Frame> Find()
    {
        string[] words = clause.Words;
        for (int at = 0; at < words.Length; at++)
        {
            if (clause.At(at) is not null || at == _read || clause.IsOpen(at))
            {
                continue;
            }

            string word = words[at].ToLowerInvariant();
            _ =
                FindAttribution(at, word)
                || FindNaming(at, word)
                || FindAttackBy(at, word)
                || FindVictim(at, word)
                || FindDeed(at, word)
                || FindUse(at, word)
                || FindOutcome(at, word);
        }

        return [.. _frames.OrderBy(static f => f.At)];
    }

    private bool FindDeed(int at, string word)
    {
        if (
            !Vocabulary.Attacks.Contains(word)
            || _roles.IsNoun(at)
            || (word.StartsWith("break", StringComparison.Ordinal) || word is "broke")
                && !clause.NextIs(at, "into", "in")
        )
        {
            return false;
        }

        bool gerund = word.EndsWith("ing", StringComparison.Ordinal);
        bool passive = !gerund && word is not ("hit" or "attack" or "target" or "hack") && IsPassive(at);
        string left = _phrases.Before(at, isActor: !passive);
        string right = passive ? By(at) : _phrases.After(at + 1);
        (string subject, string written) = passive ? (right, left) : (left, right);
        if (passive && subject.Length == 0)
        {
            subject = "unknown";
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

        Add(at, subject, Targets, written);
        if (!passive)
        {
            AddFurther(at, subject);
        }

        return true;
    }

    private bool IsGeneral(int at) =>
        Enumerable
            .Range(Math.Max(0, at - 4), Math.Min(4, at))
            .Any(i =>
                clause.Words[i].ToLowerInvariant()
                    is "can"
                        or "could"
                        or "may"
                        or "might"
                        or "will"
                        or "would"
                        or "often"
                        or "typically"
                        or "usually"
                        or "commonly"
                        or "able"
                        or "want"
                        or "looking"
            );

    // "attacked A, B and C"
    private void AddFurther(int at, string subject)
    {
        (_, int end) = _phrases.PlaceAfter(at + 1);
        while (true)
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

            bool isListed =
                first > end
                && last > first
                && (last == clause.Words.Length || clause.Words[last] is "," or "and" or "." or ";");
            if (!isListed || clause.Words[first - 1] is "the" && first - 1 == end)
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
                    m.First < at && m.Entity.Type == EntityType.Identity
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

    private bool IsPassive(int at) =>
        Enumerable
            .Range(Math.Max(0, at - 3), Math.Min(3, at))
            .Any(i =>
                clause.Words[i].ToLowerInvariant() is "was" or "were" or "been" or "being" or "be" or "are" or "is"
            );

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

    private bool FindAttribution(int at, string word)
    {
        switch (word)
        {
            case "attributed"
            or "linked"
            or "tied"
            or "traced"
            or "attributes"
            or "links"
            or "attributing"
            or "linking"
            or "pinned":
            {
                int to = clause.IndexOf(at + 1, 16, word == "pinned" ? "on" : "to");
                if (to < 0)
                {
                    return false;
                }

                string what =
                    to > at + 1 ? Meant(at, _phrases.AttackAfter(AfterConfidence(at + 1), to))
                    : IsRelative(at) ? ActorBefore(at)
                    : What(at);
                return AddEach(at, what.Length > 0 ? what : before?.Object ?? "", to + 1);
            }

            case "blamed"
            or "blames"
            or "blaming"
            or "accused"
            or "accuses"
            or "accusing"
            or "charged"
            or "indicted":
            {
                int link = clause.IndexOf(
                    at + 1,
                    14,
                    word is "charged" or "indicted" ? ["with", "for"] : ["for", "of", "on"]
                );
                if (link < 0)
                {
                    return false;
                }

                if (clause.Words[link] == "on")
                {
                    return AddEach(at, _phrases.AttackAfter(at + 1, link), link + 1);
                }

                string who = IsPassive(at) ? _phrases.Before(at, isActor: true) : _phrases.After(at + 1, link);
                if (link + 1 < clause.Words.Length && Vocabulary.Attacks.Contains(clause.Words[link + 1]))
                {
                    _read = link + 1;
                    Add(at, who, Targets, _phrases.After(link + 2));
                    return true;
                }

                Add(at, _phrases.AttackAfter(link + 1), AttributedTo, who);
                return true;
            }

            case "responsible" when clause.NextIs(at, "for"):
            case "behind" when IsSaidToBe(at):
            {
                string what = _phrases.AttackAfter(at + (word == "behind" ? 1 : 2));
                foreach (string actor in _phrases.ActorsBefore(at))
                {
                    Add(at, what, AttributedTo, actor);
                }

                return true;
            }

            case "part"
            or "behalf" when clause.NextIs(at, "of") && StateAfter(at + 2) is { Length: > 0 } state:
            {
                string actor = clause
                    .Mentions.Where(m => m.First < at && m.Entity.Type == EntityType.ThreatActor)
                    .Select(static m => m.Entity.Text)
                    .LastOrDefault("");
                Add(at, actor, AttributedTo, state, tellsOutcome: false);
                return true;
            }

            case "work" when clause.NextIs(at, "of"):
                return AddEach(at, _phrases.Before(at - 1, isActor: false), at + 2);
            case "carried"
            or "conducted"
            or "orchestrated"
            or "perpetrated"
            or "launched"
            or "mounted"
            or "staged"
            or "sponsored"
            or "backed"
            or "directed"
            or "ordered"
            or "run":
            {
                int by = clause.IndexOf(at + 1, 4, "by");
                if (by > 0)
                {
                    return AddEach(at, What(at), by + 1);
                }

                string who = _phrases.Before(at, isActor: true);
                int noun = Enumerable
                    .Range(at + 1, Math.Max(0, Math.Min(8, clause.Words.Length - at - 1)))
                    .FirstOrDefault(i => Vocabulary.AttackNouns.Contains(clause.Words[i]), -1);
                if (who.Length == 0 || noun < 0)
                {
                    return false;
                }

                int against = clause.IndexOf(noun + 1, 4, "on", "against", "at");
                if (against > 0)
                {
                    Add(at, who, Targets, _phrases.After(against + 1));
                }
                else
                {
                    Add(at, _phrases.AttackAfter(at + 1), AttributedTo, who);
                }

                return true;
            }

            default:
                return false;
        }
    }

    // "organisations of the X regime nicknamed A and B", "a Russian group called C", "A, also known as B".
    private bool FindNaming(int at, string word)
    {
        bool any = false;
        foreach (Naming naming in _namings.At(at, word))
        {
            Add(at, naming.Subject, naming.Predicate, naming.Object, tellsOutcome: false, naming.By);
            any = true;
        }

        return any;
    }

    private bool FindUse(int at, string word)
    {
        if (
            word
            is not (
                "used"
                or "uses"
                or "using"
                or "use"
                or "deployed"
                or "deploys"
                or "deploying"
                or "leveraged"
                or "leverages"
                or "installed"
                or "delivered"
                or "dropped"
            )
        )
        {
            return false;
        }

        (ReportEntity Entity, int First, int Count) actor = clause.Mentions.LastOrDefault(m =>
            m.First < at && m.Entity.Type == EntityType.ThreatActor
        );
        List<(ReportEntity Entity, int First, int Count)> means =
        [
            .. clause.Mentions.Where(m =>
                m.First > at && m.First < at + 12 && m.Entity.Type is EntityType.Malware or EntityType.Tool
            ),
        ];
        foreach ((ReportEntity entity, int first, _) in means.Where(m => m.First > at))
        {
            if (actor.Entity is not null)
            {
                Add(at, actor.Entity.Text, Uses, entity.Text, tellsOutcome: false);
            }
        }

        return actor.Entity is not null && means.Count > 0;
    }

    // "many of the attempts failed": an outcome without its parties.
    private bool FindOutcome(int at, string word)
    {
        if (
            !(Vocabulary.Failed.Contains(word) || word is "successful" or "succeeded" or "unsuccessful")
            || clause.NextIs(at, "to")
        )
        {
            return false;
        }

        int start = at;
        while (
            start > 0
            && clause.Words[start - 1]
                is not (";" or "that" or "while" or "but" or "and" or "“" or "”" or "\"" or "``" or "''" or "–" or "—")
        )
        {
            // "Some, however, failed."
            if (clause.Words[start - 1] is ",")
            {
                bool isAside =
                    start > 2
                    && clause.Words[start - 2].ToLowerInvariant() is "however" or "though"
                    && clause.Words[start - 3] is ",";
                if (!isAside)
                {
                    break;
                }

                start -= 2;
            }

            start--;
        }

        bool told = Enumerable
            .Range(start, at - start)
            .Any(i =>
                Vocabulary.AttackNouns.Contains(clause.Words[i])
                || clause.Words[i].ToLowerInvariant()
                    is "some"
                        or "many"
                        or "most"
                        or "few"
                        or "none"
                        or "majority"
                        or "they"
            );
        int end = at;
        while (end > start && (Vocabulary.Auxiliaries.Contains(clause.Words[end - 1]) || clause.Words[end - 1] is ","))
        {
            end--;
        }

        if (!told || end == start || _frames.Any(f => f.At >= start && f.At < at))
        {
            return false;
        }

        ClaimedOutcome outcome = Outcomes.Of(clause.Words.AsSpan(start, at + 1 - start));
        _frames.Add(
            new Frame(at, clause.TextOf(start, end), Ended, clause.Words[at], outcome, false, clause.IsHedged())
        );
        return true;
    }

    // "X is most likely behind …", and not "the actors behind …".
    private bool IsSaidToBe(int at)
    {
        int i = at - 1;
        while (i > 0 && (Vocabulary.Auxiliaries.Contains(clause.Words[i]) && !IsBeing(i) || IsDegree(clause.Words[i])))
        {
            i--;
        }

        return i >= 0 && IsBeing(i);
    }

    private bool IsBeing(int at) =>
        clause.Words[at].ToLowerInvariant()
            is "is"
                or "are"
                or "was"
                or "were"
                or "be"
                or "been"
                or "being"
                or "stood"
                or "stands"
                or "stand";

    private static bool IsDegree(string word) =>
        word.EndsWith("ly", StringComparison.OrdinalIgnoreCase)
        || word.ToLowerInvariant() is "most" or "very" or "also" or "indeed" or "probably";

    // "with high confidence" stands between an assessment and what it is about.
    private int AfterConfidence(int at)
    {
        int confidence = clause.Words.AsSpan(at).IndexOf("with") == 0 ? clause.IndexOf(at + 1, 3, "confidence") : -1;
        return confidence < 0 ? at : confidence + 1;
    }

    // "Russian intelligence services", with the state's name in it.
    private string StateAfter(int from)
    {
        (int first, int end) = _phrases.PlaceAfter(from);
        return clause.Mentions.Any(m => m.First >= first && m.First < end && m.Entity.Type == EntityType.Location)
            ? clause.TextOf(first, end)
            : "";
    }

    private string What(int at) =>
        _phrases.AttackBefore(at) is { Length: > 0 } attack ? attack : _phrases.Before(at, isActor: false);

    // "an actor that somebody has linked to Y".
    private bool IsRelative(int at)
    {
        int end = at;
        while (end > 0 && clause.Words[end - 1].ToLowerInvariant() is "has" or "have" or "had")
        {
            end--;
        }

        bool isSaid =
            end < at || clause.Words[at].EndsWith('s') || clause.At(end - 1) is { Entity.Type: EntityType.Identity };
        for (int i = end - 1; isSaid && i >= Math.Max(0, end - LongestSpeaker); i--)
        {
            string word = clause.Words[i].ToLowerInvariant();
            if (word is "that" or "which" or "whom")
            {
                return i < end - 1;
            }

            if (
                word is "," or ";"
                || Vocabulary.Auxiliaries.Contains(word)
                || Vocabulary.Attackers.Contains(word)
                || Vocabulary.AttackNouns.Contains(word)
            )
            {
                return false;
            }
        }

        return false;
    }

    // "Somebody calls the group X; another attributes it to Y."
    private string Meant(int at, string what) =>
        what.ToLowerInvariant() is "it" or "them" && ActorBefore(at) is { Length: > 0 } actor ? actor : what;

    private string ActorBefore(int at) =>
        clause
            .Mentions.Where(m => m.First < at && m.Entity.Type is EntityType.ThreatActor or EntityType.Malware)
            .Select(static m => m.Entity.Text)
            .LastOrDefault(before?.Object ?? "");

    private bool AddEach(int at, string what, int from)
    {
        bool any = false;
        foreach (string who in _phrases.Each(from))
        {
            Add(at, what, AttributedTo, who);
            any = true;
        }

        return any;
    }

    private void Add(int at, string subject, string predicate, string written, bool tellsOutcome = true, string by = "")
    {
        if (
            subject.Equals(written, StringComparison.OrdinalIgnoreCase)
            || IsNone(subject)
            || IsNone(written)
            || (predicate == Targets && !(_roles.CanBeAttacked(written) && _roles.CanAttack(subject)))
            || (predicate == AttributedTo && !(_roles.CanBeTraced(subject) && _roles.CanBeBlamed(written)))
        )
        {
            return;
        }

        _frames.Add(
            new Frame(
                at,
                subject,
                predicate,
                written,
                tellsOutcome ? Outcomes.Of(clause.Around(at)) : ClaimedOutcome.Unstated,
                clause.IsNegated(at),
                clause.IsHedged(),
                by
            )
        );
    }

    // "no data were taken"
    private static bool IsNone(string phrase) =>
        phrase.StartsWith("no ", StringComparison.OrdinalIgnoreCase)
        || phrase.StartsWith("nothing", StringComparison.OrdinalIgnoreCase);

    private string By(int at)
    {
        int by = clause.IndexOf(at + 1, 8, "by");
        return by < 0 ? "" : _phrases.After(by + 1);
    }
}
