using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Names of those who speak, before and after the word of saying.</content>
internal sealed partial class SpeakerFinder
{
    // The subject: what stands right before the verb and its helpers, back to a sign, a conjunction or the start.
    private (int First, int End) NameBefore(int at)
    {
        int end = BeforeHelpers(at);
        int stop = end;
        // "Beijing hit back, dismissing it as …": whom the sentence begins with.
        if (end > 1 && clause.Words[end - 1] is "," && clause.Words[at].EndsWith("ing", StringComparison.Ordinal))
        {
            return OpeningName();
        }
        // "…, a spokesman for X, said": what lies between two commas says more of the name before them.
        if (end > 1 && clause.Words[end - 1] == ",")
        {
            int open = Array.LastIndexOf(clause.Words, ",", end - 2);
            if (open > 0 && end - open < LongestAside && IsNameEnd(open - 1))
            {
                stop = IsPersonalName(open + 1, end - 1) ? end - 1 : open;
                end = open;
            }
        }

        // "Beijing, which had rejected the finding, …"
        bool isRelative = end > 1 && clause.Words[end - 1] is "which" or "who" && clause.Words[end - 2] is ",";
        (end, stop) = isRelative ? (end - 2, end - 2) : (end, stop);
        int first = end;
        while (first > 0 && end - first < LongestName && IsNamePart(first - 1))
        {
            first--;
        }

        while (
            first < end
            && clause.Words[first].ToLowerInvariant()
                is "and"
                    or "but"
                    or "that"
                    or "while"
                    or "in"
                    or "on"
                    or "as"
                    or "of"
        )
        {
            first++;
        }

        // "In July Britain's centre said …"
        while (first < end && (IsDay(clause.Words[first]) || (IsPartOfDay(first) && first + 1 < end)))
        {
            first++;
        }

        first = AfterOpening(first, end);
        int article =
            isRelative && end > first
                ? Array.FindLastIndex(clause.Words, end - 1, end - first, Vocabulary.Articles.Contains)
                : -1;
        first = article > first ? article : first;
        if (clause.Words[at].EndsWith("ing", StringComparison.Ordinal))
        {
            // "The ministry issued a statement calling it …"
            int verb = Enumerable.Range(first, end - first).FirstOrDefault(IsVerbOfIssuing, -1);
            (end, stop) = verb > first ? (verb, verb) : (end, stop);
        }

        // "In it the authority admitted …"
        if (end - first > 2 && IsPronoun(clause.Words[first]) && Vocabulary.Articles.Contains(clause.Words[first + 1]))
        {
            first++;
        }

        // "In June it corrected …": the pronoun alone is the subject.
        if (end - first > 1 && IsPronoun(clause.Words[end - 1]))
        {
            first = end - 1;
        }

        return (first, stop);
    }

    private (int First, int End) OpeningName()
    {
        (ReportEntity? entity, int first, int count) = clause.Mentions.FirstOrDefault(static m =>
            m.First < LongestTime
            && m.Entity.Type is EntityType.Identity or EntityType.Location or EntityType.ThreatActor
        );
        if (entity is not null)
        {
            return (0, first + count);
        }

        // "The broadcaster later issued a correction, saying …"
        int end = 0;
        while (
            end < Math.Min(LongestName, clause.Words.Length)
            && IsNamePart(end)
            && !Vocabulary.Auxiliaries.Contains(clause.Words[end])
            && !IsParticiple(clause.Words[end])
        )
        {
            end++;
        }

        return end < LongestName && IsDefinite(clause.TextOf(0, end)) ? (0, end) : (0, 0);
    }

    /// <summary>Whose verb a word is, where he accuses by it; empty where nobody is named.</summary>
    public string AccuserAt(int at)
    {
        (int first, int end) = NameBefore(at);
        string name = clause.TextOf(first, end);
        return name.Length > 0 && CanSpeak(name) && !IsPronoun(name) ? name : "";
    }

    // Back over what stands between a name and its verb: helpers, adverbs, a day, the sign that opens a quotation.
    private int BeforeHelpers(int at)
    {
        int end = at > 0 && Openers.Contains(clause.Words[at - 1]) ? at - 1 : at;
        int before;
        do
        {
            before = end;
            while (
                end > 0
                && Vocabulary.Auxiliaries.Contains(clause.Words[end - 1])
                && !(end == 1 && IsPronoun(clause.Words[0]))
            )
            {
                end--;
            }

            // "officials privately blamed"
            if (
                end > 1
                && char.IsLower(clause.Words[end - 1][0])
                && clause.Words[end - 1].EndsWith("ly", StringComparison.Ordinal)
            )
            {
                end--;
            }

            if (Is(end - 1, "long") && (Is(end - 2, "has") || Is(end - 2, "have") || Is(end - 2, "had")))
            {
                end--;
            }

            if ((Is(end - 1, "longer") && Is(end - 2, "no")) || (Is(end - 1, "first") && Is(end - 2, "at")))
            {
                end -= 2;
            }

            int time = BeforeTime(end);
            end = time > 0 ? time : end;
        } while (end != before);

        return end;
    }

    // "the agency late on Tuesday said", "X on Friday denied"
    private int BeforeTime(int end)
    {
        int first = end;
        while (
            first > 0
            && (
                clause.At(first - 1) is { Entity.Type: EntityType.Date }
                || (clause.At(first - 1) is null && (IsDay(clause.Words[first - 1]) || IsPartOfDay(first - 1)))
            )
        )
        {
            first--;
        }

        if (first == end)
        {
            return end;
        }

        while (
            first > 0
            && clause.Words[first - 1].ToLowerInvariant()
                is "on"
                    or "in"
                    or "late"
                    or "early"
                    or "last"
                    or "this"
                    or "at"
        )
        {
            first--;
        }

        return first;
    }

    private bool IsPartOfDay(int at) =>
        clause.Words[at].ToLowerInvariant()
            is "week"
                or "month"
                or "year"
                or "night"
                or "morning"
                or "afternoon"
                or "evening"
                or "today"
                or "yesterday";

    private bool IsNameEnd(int at) =>
        clause.At(at) is not null
        || char.IsUpper(clause.Words[at][0])
        || Vocabulary.Speakers.Contains(clause.Words[at])
        || (at > 0 && Vocabulary.Articles.Contains(clause.Words[at - 1]));

    // "the ambassador, Ruslan Thorvik, told": a name after the office.
    private bool IsPersonalName(int first, int end) =>
        end - first is > 0 and < 5
        && (
            char.IsLower(clause.Words[first - 2][0])
            || (end - first == 1 && clause.Words[first].Length < 7)
            || clause
                .Words[Math.Max(0, first - 8)..(first - 1)]
                .Any(static w => char.IsLower(w[0]) && Vocabulary.Speakers.Contains(w))
        )
        && clause.Words[first..end].All(static w => char.IsUpper(w[0]) || w is "." or "the");

    // "For two days the institute maintained …": the name is what follows on when or where.
    private int AfterOpening(int first, int end)
    {
        // "A day earlier a group …"
        int since = clause.IndexOf(first, LongestTime, "earlier", "later", "before", "afterwards");
        if (since >= first && since < end - 1)
        {
            return since + 1;
        }

        if (
            end - first < 3
            || clause.At(first) is not null
            || clause.Words[first]
                is not (
                    "For"
                    or "After"
                    or "During"
                    or "At"
                    or "Until"
                    or "By"
                    or "From"
                    or "Since"
                    or "Within"
                    or "Days"
                    or "Hours"
                )
        )
        {
            return first;
        }

        for (int i = first + 2; i < end; i++)
        {
            bool isBegin = clause.Words[i] is "the" or "a" or "an" || clause.At(i) is { } mention && mention.First == i;
            if (isBegin && !Vocabulary.Connectives.Contains(clause.Words[i - 1]))
            {
                return i;
            }
        }

        return first;
    }

    private bool IsVerbOfIssuing(int at) =>
        clause.At(at) is null
        && char.IsLower(clause.Words[at][0])
        && (
            clause.Words[at] is "sent" or "put" or "gave" or "made" or "told" or "said" or "wrote"
            || (clause.Words[at].EndsWith("ed", StringComparison.Ordinal) && clause.Words[at].Length > 4)
        );

    private static bool IsDay(string word) =>
        Cues.Of(word) == Cue.Calendar && word is not ("may" or "march") || int.TryParse(word, out _);

    private (int First, int End) NameAfter(int at)
    {
        int end = at;
        while (
            end < clause.Words.Length
            && end - at < LongestName
            && IsNamePart(end)
            && !Vocabulary.Says.Contains(clause.Words[end])
        )
        {
            end++;
        }

        while (
            end > at
            && (
                clause.Words[end - 1].ToLowerInvariant() is "on" or "in" or "at" or "of" or "for" or "and"
                || (end - 1 > at && IsParticiple(clause.Words[end - 1]))
            )
        )
        {
            end--;
        }

        // "the hospital's director, Mirela Vance"
        if (
            end > at + 1
            && end + 2 < clause.Words.Length
            && clause.Words[end] is ","
            && char.IsLower(clause.Words[end - 1][0])
        )
        {
            int name = end + 1;
            while (name < clause.Words.Length && name - end < 5 && char.IsUpper(clause.Words[name][0]))
            {
                name++;
            }

            bool isName = name - end > 2 && (name == clause.Words.Length || clause.Words[name] is "," or "." or ";");
            end = isName ? name : end;
        }

        return (at, end);
    }

    private bool IsNamePart(int at)
    {
        string word = clause.Words[at];
        if (clause.At(at) is { } mention)
        {
            return mention.Entity.Type is not EntityType.Date;
        }

        // "the mission to the U.N."
        bool isAbbreviation =
            word is "." && at > 0 && clause.Words[at - 1].Contains('.') && char.IsUpper(clause.Words[at - 1][0]);
        bool isOfMany = word is "'" or "’" && at > 0 && clause.Words[at - 1].EndsWith('s');
        bool sign =
            !char.IsLetterOrDigit(word[0])
            && word is not ("’s" or "'s" or "-" or "&")
            && word is not "$"
            && !isOfMany
            && !isAbbreviation;
        // "the ambassador to the United Nations"
        if (word is "to" && at > 0 && Offices.Contains(clause.Words[at - 1]))
        {
            return true;
        }

        bool breaks =
            word.ToLowerInvariant()
                is "that"
                    or "while"
                    or "but"
                    or "because"
                    or "which"
                    or "who"
                    or "when"
                    or "after"
                    or "where"
                    or "if"
                    or "whether"
                    or "by"
                    or "on"
                    or "to"
                    or "yesterday"
                    or "today"
                    or "monday"
                    or "tuesday"
                    or "wednesday"
                    or "thursday"
                    or "friday"
                    or "saturday"
                    or "sunday"
            || (
                at > 0
                && (Vocabulary.Says.Contains(word) || Vocabulary.Denies.Contains(word))
                && char.IsLower(word[0])
                && word is not ("report" or "reports")
            );
        return !sign && !breaks;
    }
}
