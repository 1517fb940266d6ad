namespace Cordon.Intelligence.Reading.Statements;

/// <content>Whose doing something is said to be, and whose group an actor.</content>
internal sealed partial class FrameFinder
{
    private bool FindAttribution(int at, string word)
    {
        switch (word)
        {
            case "attributed"
            or "attribute"
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

                bool isPassive = IsPassive(at);
                string who = isPassive ? _phrases.Before(at, isActor: true) : _phrases.After(at + 1, link);
                if (link + 1 < clause.Words.Length && Vocabulary.Attacks.Contains(clause.Words[link + 1]))
                {
                    _read = link + 1;
                    Add(at, who, Targets, _phrases.After(link + 2));
                    return true;
                }

                string what = _phrases.AttackAfter(link + 1);
                if (!isPassive)
                {
                    return AddEach(at, what, at + 1);
                }

                Add(at, what, AttributedTo, who);
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
            or "behalf"
            or "work"
            or "works"
            or "worked"
            or "working"
                when clause.NextIs(at, word is "part" or "behalf" ? "of" : "for")
                    && StateAfter(at + 2) is { Length: > 0 } state:
                Add(at, GroupBefore(at), AttributedTo, state, tellsOutcome: false);
                return true;
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
        Vocabulary.Being.Contains(clause.Words[at])
        || clause.Words[at].ToLowerInvariant() is "stood" or "stands" or "stand";

    private static bool IsDegree(string word) =>
        word.EndsWith("ly", StringComparison.OrdinalIgnoreCase)
        || word.ToLowerInvariant() is "most" or "very" or "also" or "indeed" or "probably";

    // "with high confidence" stands between an assessment and what it is about.
    private int AfterConfidence(int at)
    {
        int confidence = clause.Words.AsSpan(at).IndexOf("with") == 0 ? clause.IndexOf(at + 1, 3, "confidence") : -1;
        return confidence < 0 ? at : confidence + 1;
    }

    // "Russian intelligence services", "the government in X": a state, or what it acts through.
    private string StateAfter(int from)
    {
        (int first, int end) = _phrases.PlaceAfter(from);
        bool isState =
            clause.Mentions.Any(m => m.First >= first && m.First < end && m.Entity.Type == EntityType.Location)
            && !Enumerable.Range(first, end - first).Any(i => Vocabulary.AttackNouns.Contains(clause.Words[i]))
            && (end - first <= 2 || clause.Words[first..end].Any(Vocabulary.StateOrgans.Contains));
        return isState ? clause.TextOf(first, end) : "";
    }

    // The actor that is named before, or the last one that was, where a group is spoken of.
    private string GroupBefore(int at) =>
        clause.Mentions.Any(m => m.First < at && m.Entity.Type == EntityType.ThreatActor)
        || (before?.Predicate == AttributedTo && clause.Words[..at].Any(Vocabulary.Attackers.Contains))
            ? ActorBefore(at)
            : "";

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
}
