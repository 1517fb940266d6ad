using System.Collections.Frozen;
using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Finds what a sentence states: deeds against somebody, whose doing something is, outcomes, names for one actor.</summary>
internal sealed partial class FrameFinder(Clause clause, Frame? before, string? lastActor)
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
    private const int ShortestSubject = 4;

    // What attempts are called where they were told of before.
    private static readonly FrozenSet<string> Several = Vocabulary.Words("some many most few none majority they");

    // What stands in a clause and in no phrase.
    private static readonly FrozenSet<string> Finite = Vocabulary.Words(
        "could would should might is was were are be been has have had means revealed despite"
    );

    private readonly NounPhrases _phrases = new(clause);
    private readonly Roles _roles = new(clause);
    private readonly NamingFinder _namings = new(clause, lastActor);
    private readonly List<Frame> _frames = [];

    // Whether attackers were told of, so that "the group" may be them.
    private bool IsToldOf => before is not null || lastActor is not null;

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

        FindFailure();
        return [.. _frames.OrderBy(static f => f.At)];
    }

    // "The hackers did not get in": where nothing else is told of them.
    private void FindFailure()
    {
        int phrase = _frames.Count == 0 ? Outcomes.FailureAt(clause.Words) : -1;
        if (phrase <= 0 || clause.IsOpen(phrase))
        {
            return;
        }

        int start = phrase;
        while (
            start > 0
            && clause.Words[start - 1] is not ("that" or "," or ";" or "“" or "\"")
            && !_phrases.IsSaying(start - 1)
        )
        {
            start--;
        }

        string who = clause.TextOf(start, phrase);
        bool isTold =
            clause
                .Words[start..phrase]
                .Any(static w => Vocabulary.Attackers.Contains(w) || Vocabulary.AttackNouns.Contains(w))
            || (IsToldOf && who.ToLowerInvariant() is "they" or "it" or "none" or "none of them");
        if (isTold)
        {
            _frames.Add(new Frame(phrase, who, Ended, "failed", ClaimedOutcome.Failed, false, clause.IsHedged()));
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
        if (!Vocabulary.Uses.Contains(word))
        {
            return false;
        }

        string actor =
            clause.Mentions.LastOrDefault(m => m.First < at && m.Entity.Type == EntityType.ThreatActor).Entity?.Text
            ?? (_phrases.Before(at, isActor: true) is { } who && _roles.IsAttacker(who, IsToldOf) ? who : "");
        List<(ReportEntity Entity, int First, int Count)> means =
        [
            .. clause.Mentions.Where(m =>
                m.First > at && m.First < at + 12 && m.Entity.Type is EntityType.Malware or EntityType.Tool
            ),
        ];
        foreach ((ReportEntity entity, int first, _) in means.Where(m => m.First > at))
        {
            if (actor.Length > 0)
            {
                Add(at, actor, Uses, entity.Text, tellsOutcome: false);
                int against = clause.IndexOf(first + 1, 4, "against");
                if (against > 0)
                {
                    Add(at, actor, Targets, _phrases.After(against + 1), outcomeByVerb: ClaimedOutcome.Attempted);
                }
            }
        }

        return actor.Length > 0 && means.Count > 0;
    }

    // "many of the attempts failed": an outcome without its parties.
    private bool FindOutcome(int at, string word)
    {
        if (
            !(Vocabulary.Failed.Contains(word) || word is "successful" or "succeeded" or "succeed" or "unsuccessful")
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
            && !_phrases.IsSaying(start - 1)
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
                || (Vocabulary.Attackers.Contains(clause.Words[i]) && word is not ("successful" or "succeeded"))
                || Several.Contains(clause.Words[i])
            );
        int end = at;
        while (
            end > start
            && (
                Vocabulary.Auxiliaries.Contains(clause.Words[end - 1])
                || clause.Words[end - 1] is "," or "only" or "not"
                || clause.Words[end - 1].EndsWith("ly", StringComparison.Ordinal)
            )
        )
        {
            end--;
        }

        string what = clause.TextOf(start, end);
        if (!told || !IsEnding(what) || _frames.Any(f => f.At >= start && f.At < at))
        {
            return false;
        }

        ClaimedOutcome outcome = Outcomes.Of(clause.Words.AsSpan(start, at + 1 - start));
        // "an attack on X was repelled" names whom it was on.
        int on = clause.IndexOf(start, end - start, "on", "against", "at", "into");
        if (on > start && Vocabulary.AttackNouns.Contains(clause.Words[on - 1]))
        {
            (int first, int stop) = _phrases.PlaceAfter(on + 1, end);
            _frames.Add(
                new Frame(at, "unknown", Targets, clause.TextOf(first, stop), outcome, false, clause.IsHedged())
            );
            return stop > first;
        }

        _frames.Add(new Frame(at, what, Ended, clause.Words[at], outcome, false, clause.IsHedged()));
        return true;
    }

    // "many of the attempts", "some": and not whatever else a sentence with an attack in it calls a success.
    private static bool IsEnding(string phrase)
    {
        string[] words = phrase.Split(' ');
        return Vocabulary.AttackNouns.Contains(Roles.HeadOf(phrase))
            || Vocabulary.AttackNouns.Contains(words[^1])
            || Vocabulary.Attackers.Contains(words[^1])
            || (words.Length <= ShortestSubject && (Several.Contains(words[0]) || words[0] is "a" or "the"));
    }

    private void Add(
        int at,
        string subject,
        string predicate,
        string written,
        bool tellsOutcome = true,
        string by = "",
        ClaimedOutcome outcomeByVerb = ClaimedOutcome.Unstated
    )
    {
        written = predicate == Targets ? _roles.Victim(written) : written;
        if (
            subject.Equals(written, StringComparison.OrdinalIgnoreCase)
            || IsNone(subject)
            || IsNone(written)
            || (
                predicate == Targets
                && !(CanBeVictim(subject, written) && (IsPronoun(subject) || _roles.CanAttack(subject)))
            )
            || (
                predicate == AttributedTo
                && !(_roles.CanBeTraced(subject) && (IsPronoun(written) || _roles.CanBeBlamed(written)))
            )
        )
        {
            return;
        }

        ClaimedOutcome outcome = tellsOutcome ? Outcomes.Of(clause.Around(at)) : ClaimedOutcome.Unstated;
        _frames.Add(
            new Frame(
                at,
                subject,
                predicate,
                written,
                outcome is ClaimedOutcome.Unstated ? outcomeByVerb : outcome,
                clause.IsNegated(at),
                clause.IsHedged(),
                by
            )
        );
    }

    // Whatever attackers do something to is attacked.
    private bool CanBeVictim(string subject, string written) =>
        !Vocabulary.AttackNouns.Contains(Roles.HeadOf(written))
        && !written.Split(' ').Any(Finite.Contains)
        && (_roles.CanBeAttacked(written) || IsThing(subject, written));

    private bool IsThing(string subject, string written)
    {
        bool isAttack =
            subject is "unknown"
            || Vocabulary.AttackNouns.Contains(subject.Split(' ')[^1])
            || _roles.IsAttacker(subject, IsToldOf);
        return isAttack
            && written.Split(' ') is [{ Length: > 0 }, ..] words
            && (
                Vocabulary.Articles.Contains(words[0])
                || Vocabulary.Quantities.Contains(words[0])
                || (char.IsLower(words[0][0]) && words[^1].EndsWith('s'))
            );
    }

    // "no data were taken"
    private static bool IsNone(string phrase) =>
        phrase.StartsWith("no ", StringComparison.OrdinalIgnoreCase)
        || phrase.StartsWith("nothing", StringComparison.OrdinalIgnoreCase);
}
