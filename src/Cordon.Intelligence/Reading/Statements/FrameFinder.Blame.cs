using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>What words of blame are about: whom, what, and by whom.</content>
internal sealed partial class FrameFinder
{
    // What was last said to have been done: whose doing it is is told now.
    private string Earlier() =>
        before switch
        {
            { Predicate: AttributedTo } => before.Subject,
            { Predicate: Targets } => $"the attack on {before.Object}",
            _ => "the attack",
        };

    // "It was the Cinder Jackals", and not "It was the third time".
    private string NamedAlone(int from)
    {
        int first = from;
        while (
            first < clause.Words.Length
            && clause.Words[first].ToLowerInvariant()
                is "not"
                    or "the"
                    or "really"
                    or "actually"
                    or "indeed"
                    or "likely"
                    or "probably"
                    or "reportedly"
        )
        {
            first++;
        }

        int end = first;
        while (
            end < clause.Words.Length
            && (
                clause.At(end) is { } mention
                    ? mention.Entity.Type is EntityType.ThreatActor or EntityType.Location or EntityType.Malware
                    : char.IsUpper(clause.Words[end][0])
            )
        )
        {
            end++;
        }

        bool isAlone =
            end > first
            && (
                end == clause.Words.Length
                || clause.Words[end] is "," or "." or ";" or "who" or "and" or "”" or "\"" or "''" or "—" or "–"
            );
        return isAlone && Cues.Of(clause.Words[first]) != Cue.Calendar ? clause.TextOf(first, end) : "";
    }

    // "claimed responsibility", and not "No group has claimed responsibility".
    private bool IsClaimed(int at) =>
        at > 0
        && clause.Words[at - 1].ToLowerInvariant()
            is "claimed"
                or "claims"
                or "claiming"
                or "took"
                or "taken"
                or "takes"
        && !clause.Words[..at].Any(static w => w.ToLowerInvariant() is "no" or "nobody" or "none" or "not" or "yet");

    private bool IsTrail(int at) =>
        clause
            .Words[Math.Max(0, at - LongestHeld)..at]
            .Any(static w =>
                w.ToLowerInvariant()
                    is "trail"
                        or "trails"
                        or "evidence"
                        or "clues"
                        or "clue"
                        or "traces"
                        or "everything"
                        or "signs"
                        or "indicators"
                        or "forensics"
            );

    // Where "of" or "for" is, past what is told of who is accused between commas.
    private int LinkAfter(int at, ReadOnlySpan<string> links)
    {
        int comma = clause.IndexOf(at + 1, LongestHeld, ",");
        int close = comma < 0 ? -1 : clause.IndexOf(comma + 1, LongestAsideOfAccused, ",");
        if (
            close > 0
            && clause.IndexOf(at + 1, comma - at - 1, links) < 0
            && clause.IndexOf(close + 1, 1, links) == close + 1
        )
        {
            return close + 1;
        }

        return clause.IndexOf(at + 1, 14, links);
    }

    // "of having wiped", "of trying to steal", "for hacking"
    private (int At, DeedVerb Verb)? DeedOf(int link)
    {
        for (int i = link + 1; i < Math.Min(link + 4, clause.Words.Length); i++)
        {
            if (DeedVerbs.At(clause, i) is { } verb)
            {
                return (i, verb);
            }

            if (
                clause.Words[i].ToLowerInvariant()
                is not ("having" or "trying" or "attempting" or "to" or "being" or "seeking")
            )
            {
                return null;
            }
        }

        return null;
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

    private string Accuser(int at) => new SpeakerFinder(clause).AccuserAt(at);

    private bool AddEach(int at, string what, int from, bool isPassive = false, string by = "")
    {
        bool any = false;
        foreach (string who in _phrases.Each(from))
        {
            Add(at, what, AttributedTo, who, by: isPassive ? Attributer(from) : by);
            any = true;
        }

        return any;
    }

    // "was tied to X by a parliamentary committee"
    private string Attributer(int from)
    {
        int by = clause.IndexOf(from + 1, LongestSpeaker, "by");
        (int first, int end) = by < 0 ? (0, 0) : _phrases.PlaceAfter(by + 1);
        bool isSpeaker =
            clause.Words[first..end].Any(Vocabulary.Speakers.Contains) || _roles.IsByName(clause.TextOf(first, end));
        return isSpeaker && !_roles.IsAttacker(clause.TextOf(first, end), isToldOf: false)
            ? clause.TextOf(first, end)
            : "";
    }
}
