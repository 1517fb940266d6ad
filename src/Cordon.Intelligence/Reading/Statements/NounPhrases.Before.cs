namespace Cordon.Intelligence.Reading.Statements;

/// <content>What stands before a verb: its subject, or what was done to.</content>
internal sealed partial class NounPhrases
{
    /// <summary>What stands before a verb as its subject; empty where nothing does.</summary>
    /// <param name="at">The verb.</param>
    /// <param name="isActor">Whether one who can act is wanted.</param>
    public string Before(int at, bool isActor)
    {
        int end = at;
        while (
            end > 0
            && (
                Vocabulary.Auxiliaries.Contains(clause.Words[end - 1])
                || clause.Words[end - 1].ToLowerInvariant()
                    is "to"
                        or "tried"
                        or "trying"
                        or "attempted"
                        or "sought"
                        or "attempting"
                        or "trató"
                        or "and"
                        or "aimed"
            )
        )
        {
            end--;
        }

        while (end > 1 && clause.At(end - 1) is null && clause.Words[end - 1].EndsWith("ly", StringComparison.Ordinal))
        {
            end--;
            while (end > 0 && Vocabulary.Auxiliaries.Contains(clause.Words[end - 1]))
            {
                end--;
            }
        }

        end = BeforeAside(end);
        if (isActor && Antecedent(end) is { Length: > 0 } meant)
        {
            return meant;
        }

        if (!isActor && Opening(end) is { Length: > 0 } opening)
        {
            return opening;
        }

        for (int i = end - 1; i >= 0 && end - i < 24; i--)
        {
            if (i < end - 1 && (clause.Words[i] is ";" or ":" or "–" or "—" or "that" || IsSaying(i)))
            {
                break;
            }

            if (clause.At(i) is { } mention)
            {
                // "firms in X": a place that does nothing itself.
                bool isPlace =
                    isActor
                    && mention.Entity.Type == EntityType.Location
                    && mention.First > 0
                    && clause.Words[mention.First - 1].ToLowerInvariant()
                        is "in"
                            or "of"
                            or "against"
                            or "across"
                            or "for"
                            or "at";
                if (isPlace)
                {
                    continue;
                }

                if (
                    mention.Entity.Type
                    is EntityType.ThreatActor
                        or EntityType.Identity
                        or EntityType.Location
                        or EntityType.Sector
                        or EntityType.Malware
                )
                {
                    // "A cyberattack on X disrupted …"
                    if (isActor && AttackOn(mention.First) is { Length: > 0 } attack)
                    {
                        return attack;
                    }

                    int first = isActor ? HeadBefore(mention.First) : mention.First;
                    return Whole(first, Math.Min(end, GroupEnd(i + 1, end)));
                }

                continue;
            }

            if (!isActor && !Vocabulary.AttackNouns.Contains(clause.Words[i]) && IsNounEnd(i, end))
            {
                return Described(i);
            }

            bool named = isActor && i == end - 1 && char.IsUpper(clause.Words[i][0]);
            if (i == end - 1 && clause.Words[i].ToLowerInvariant() is "it" or "they" or "he" or "she")
            {
                return clause.Words[i];
            }

            if (
                named
                || Vocabulary.Attackers.Contains(clause.Words[i])
                || (isActor && i == end - 1 && CanDo(clause.Words[i]))
                || (!isActor && Vocabulary.AttackNouns.Contains(clause.Words[i]))
            )
            {
                return Whole(i, i + 1);
            }

            if (clause.Words[i].ToLowerInvariant() is "they" or "who" or "which" && isActor)
            {
                string earlier = i > 0 ? Before(i, true) : "";
                return earlier.Length > 0 ? earlier : clause.Words[i];
            }
        }

        return "";
    }

    // Who or what is made an attacker by the deed: a man, ransomware, an attack.
    private static bool CanDo(string word) =>
        Vocabulary.Culprits.Contains(word)
        || Vocabulary.AttackNouns.Contains(word)
        || Vocabulary.Forces.Contains(word)
        || word is "state" or "power"
        || Roles.IsMeans(word);

    private string AttackOn(int name)
    {
        int on = name - 1;
        while (on > 0 && Vocabulary.Articles.Contains(clause.Words[on]))
        {
            on--;
        }

        bool isAttack =
            on > 0
            && clause.Words[on].ToLowerInvariant() is "on" or "against" or "at"
            && Vocabulary.AttackNouns.Contains(clause.Words[on - 1]);
        return isAttack ? Described(on - 1) : "";
    }

    // "hackers working for X", "two members of Y": who acts for those who are named.
    private int HeadBefore(int name)
    {
        for (int i = name - 1; i >= Math.Max(0, name - LongestTie); i--)
        {
            string word = clause.Words[i];
            if (clause.At(i) is null && (Vocabulary.Attackers.Contains(word) || Vocabulary.Culprits.Contains(word)))
            {
                bool isTied = i < name - 1 && Ties.Contains(clause.Words[i + 1]);
                return isTied ? i : name;
            }

            bool isBetween =
                Ties.Contains(word)
                || Vocabulary.Articles.Contains(word)
                || (clause.At(i) is { Entity.Type: EntityType.Location });
            if (!isBetween)
            {
                return name;
            }
        }

        return name;
    }

    // "that documents relating to … were stolen": what a clause begins with, where nobody is named in it.
    private string Opening(int end)
    {
        int that = end - 1;
        while (that >= 0 && end - that < LongestOpening && clause.Words[that] is not "that")
        {
            if (
                clause.At(that) is not null
                || clause.Words[that] is "," or ";"
                || Vocabulary.Auxiliaries.Contains(clause.Words[that])
            )
            {
                return "";
            }

            that--;
        }

        if (that < 0 || clause.Words[that] is not "that")
        {
            return "";
        }

        int last = that + 1;
        while (
            last < end
            && !Stops.Contains(clause.Words[last])
            && !Weak.Contains(clause.Words[last])
            && clause.Words[last] is not ("of" or "about" or "related")
            && !(
                last > that + 1
                && clause.Words[last].EndsWith("ing", StringComparison.Ordinal)
                && (Weak.Contains(clause.Words[last + 1]) || Vocabulary.Articles.Contains(clause.Words[last + 1]))
            )
        )
        {
            last++;
        }

        return clause.TextOf(that + 1, last);
    }

    /// <summary>Whether a word is one of saying.</summary>
    public bool IsSaying(int at) =>
        clause.At(at) is null
        && char.IsLower(clause.Words[at][0])
        && Vocabulary.Says.Contains(clause.Words[at])
        && !Vocabulary.Links.Contains(clause.Words[at]);

    // "a campaign that attacked …", "hackers who attacked …": what the pronoun stands for, where that is right before it.
    private string Antecedent(int end)
    {
        if (end < 2 || clause.Words[end - 1] is not ("that" or "which" or "who") || clause.At(end - 2) is not null)
        {
            return "";
        }

        int noun = end - 2;
        if (!Vocabulary.AttackNouns.Contains(clause.Words[noun]) && !Vocabulary.Attackers.Contains(clause.Words[noun]))
        {
            return "";
        }

        return Described(noun);
    }

    /// <summary>The attackers that the sentence, or what is said in it, begins with: "Intruders who …", "A man from … who"; empty where others do.</summary>
    public string OpeningActor(int at)
    {
        int first = at;
        while (
            first > 0 && clause.Words[first - 1] is not ("that" or "“" or "\"") && !(IsSaying(first - 1) && first > 1)
        )
        {
            first--;
        }

        int end = first;
        while (
            end < at
            && end - first < LongestDescription
            && !Stops.Contains(clause.Words[end])
            && !Vocabulary.Connectives.Contains(clause.Words[end])
            && !Vocabulary.Auxiliaries.Contains(clause.Words[end])
        )
        {
            end++;
        }

        bool isActor =
            end > first
            && end < at
            && (
                Vocabulary.Attackers.Contains(clause.Words[end - 1])
                || Vocabulary.Culprits.Contains(clause.Words[end - 1])
            );
        return isActor ? clause.TextOf(first, end) : "";
    }

    /// <summary>Of "An attack on X wiped …" the attack and whom it was on; nothing where the sentence does not begin so.</summary>
    public (string Attack, string Victim) OpeningAttack(int at)
    {
        for (int i = Math.Max(0, at - FarBefore); i < at - 2; i++)
        {
            if (
                Vocabulary.AttackNouns.Contains(clause.Words[i])
                && clause.Words[i + 1].ToLowerInvariant() is "on" or "against" or "at"
            )
            {
                string victim = After(i + 2, at);
                bool isWhole = !clause
                    .Words[(i + 2)..at]
                    .Any(static w => w is "," or ";" or "that" or "who" or "which");
                return isWhole ? (Described(i), victim) : ("", "");
            }
        }

        return ("", "");
    }

    /// <summary>The attack that is the subject before a verb, "two further attacks in the autumn"; empty where none is.</summary>
    public string AttackBefore(int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - Longest) && clause.Words[i] is not (";" or ","); i--)
        {
            if (clause.At(i) is null && Vocabulary.AttackNouns.Contains(clause.Words[i]))
            {
                int end = i + 1;
                if (clause.Words[end].ToLowerInvariant() is "on" or "at" or "against")
                {
                    (int start, int stop) = PlaceAfter(end + 1, at);
                    end = stop > start ? stop : end;
                }

                return clause.TextOf(FirstOf(i), end);
            }

            if (clause.Words[i] is "that")
            {
                break;
            }
        }

        return "";
    }

    // A noun with what describes it.
    private string Described(int noun) => clause.TextOf(FirstOf(noun), noun + 1);

    private int FirstOf(int noun)
    {
        int first = noun;
        while (first > 0 && noun - first < LongestDescription && IsDescription(first - 1))
        {
            first--;
        }

        return first;
    }

    private bool IsDescription(int at) =>
        clause.At(at) is { } mention
            ? mention.Entity.Type == EntityType.Location
            : char.IsLetter(clause.Words[at][0])
                && !Stops.Contains(clause.Words[at])
                && !Weak.Contains(clause.Words[at])
                && !Vocabulary.Articles.Contains(clause.Words[at + 1])
                && !Vocabulary.Auxiliaries.Contains(clause.Words[at])
                && (!Vocabulary.Says.Contains(clause.Words[at]) || Vocabulary.Links.Contains(clause.Words[at]));

    // "X, an actor that somebody has linked to Y, attacked …": of two commas, what stands before the first.
    private int BeforeAside(int end)
    {
        if (end < 2 || clause.Words[end - 1] is not ",")
        {
            return end;
        }

        for (int i = end - 2; i > 0 && end - i < LongestAside; i--)
        {
            if (clause.Words[i] is ",")
            {
                return Asides.Contains(clause.Words[i + 1]) || Enumerable.Range(i + 1, end - i - 2).Any(IsSaying)
                    ? i
                    : end;
            }
        }

        return end;
    }

    /// <summary>The actors before a word, such as those of "A, B and C were responsible".</summary>
    public IReadOnlyList<string> ActorsBefore(int at)
    {
        List<string> actors =
        [
            .. clause
                .Mentions.Where(m => m.First < at && m.Entity.Type == EntityType.ThreatActor)
                .Select(static m => m.Entity.Text)
                .Distinct(StringComparer.Ordinal),
        ];
        if (actors.Count > 0 || Before(at, isActor: true) is not { Length: > 0 } last)
        {
            return actors;
        }

        // "Russian intelligence and Chinese spies were behind it"
        int and = Array.LastIndexOf(clause.Words, "and", at - 1);
        bool isPair =
            and > 0 && at - and < Longest && clause.TextOf(and + 1, at).StartsWith(last, StringComparison.Ordinal);
        string first = isPair ? Before(and, isActor: true) : "";
        return first.Length > 0 ? [first, last] : [last];
    }

    private bool IsNounEnd(int at, int end) =>
        at == end - 1 && clause.Words[at].Length > 2 && char.IsLetter(clause.Words[at][0]);
}
