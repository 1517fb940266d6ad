using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Denials, and what it is that they deny.</content>
internal sealed partial class StatementReader
{
    private void AddDenial(Clause clause, Speaker speaker, List<Speaker> speakers)
    {
        List<string> by = Names([speaker, .. Chain(speaker.At, speakers).Where(s => s != speaker)]);
        Deny(clause, speaker.Name, speaker.Stance, by, Allegation(clause, speaker.At + 1));
    }

    // "had nothing to do with these attempts", "was not behind it": a denial in other words.
    private void Negated(Clause clause, List<Frame> frames, List<Speaker> speakers)
    {
        string lower = string.Join(' ', clause.Words).ToLowerInvariant();
        int at = frames.Any(static f => f.IsNegated) ? -1 : DenyingPhrases.Find(lower, clause.Words);
        if (at < 0 || speakers.Any(s => s.Stance != ClaimStance.Asserts && (s.Covers(at) || s.At == at)))
        {
            return;
        }

        List<Speaker> chain = Chain(at, speakers);
        if (chain.Count == 0 && new SpeakerFinder(clause).AccuserAt(at) is { Length: > 0 } name)
        {
            // "In October the company issued a correction"
            var speaker = new Speaker(name, at, at, clause.Words.Length, ClaimStance.Denies, null);
            chain = [speaker with { Name = Described(clause, speaker) }];
        }

        if (chain.Count == 0)
        {
            return;
        }

        _claims.RemoveAll(c => c.Start == clause.Sentence.Start && c.Stance != ClaimStance.Denies);
        ClaimStance stance = DenyingPhrases.IsRetraction(lower) ? ClaimStance.Retracts : ClaimStance.Denies;
        Deny(clause, chain[0].Name, stance, Names(chain), clause.TextOf(at, EndOfSaying(clause, at)).TrimEnd('.', ' '));
    }

    // Where the words end that deny: with the quotation, or before who says them.
    private static int EndOfSaying(Clause clause, int at)
    {
        int end = at;
        while (
            end < clause.Words.Length
            && clause.Words[end] is not ("”" or "\"" or "''" or ";")
            && !(
                clause.Words[end] is ","
                && end + 1 < clause.Words.Length
                && clause.Words[end + 1] is "”" or "\"" or "''"
            )
        )
        {
            end++;
        }

        return end;
    }

    // What is denied, where the sentence says it: "the accusations", "any involvement".
    private static string Allegation(Clause clause, int from)
    {
        int end = from;
        while (
            end < clause.Words.Length
            && end < from + LongestAllegation
            && (char.IsLetterOrDigit(clause.Words[end][0]) || clause.Words[end][0] is '-' or '’' or '\'')
            && !Vocabulary.Untrue.Contains(clause.Words[end])
            && clause.Words[end] is not "and"
            && clause.Words[end].ToLowerInvariant() is not ("as" or "after" or "when" or "while" or "but")
        )
        {
            end++;
        }

        while (end > from && clause.Words[end - 1].ToLowerInvariant() is "a" or "an" or "and" or "is" or "are")
        {
            end--;
        }

        return end > from ? clause.TextOf(from, end) : "this";
    }

    // A denial is of what its state, or he who denies, was last accused of; else of the last that was said of nobody's state. What was not said
    // before it may come right after it.
    private void Deny(Clause clause, string speaker, ClaimStance stance, List<string> by, string allegation)
    {
        HashSet<string> states = _states.Of(speaker);
        if (states.Count == 0)
        {
            states.UnionWith(clause.Mentions.SelectMany(m => _states.Of(m.Entity.Text)));
        }

        if (states.Count == 0 && SpokesmanOf(speaker) is { } last)
        {
            states = _states.Of(last);
        }

        var denial = new Denial(clause, _sentence, stance, by, states, speaker, allegation);
        Claim? claim = Denied(denial, _claims, out Claim? nearest);
        if ((claim ?? (states.Count == 0 ? nearest : null)) is { } denied)
        {
            Put(clause, denied.Subject, denied.Predicate, denied.Object, stance, denied.Outcome, by);
        }
        else
        {
            _open.Add(denial with { Nearest = nearest });
        }
    }

    private string? SpokesmanOf(string speaker) =>
        _speakerBefore is { } last
        && speaker.Split(' ')[^1].ToLowerInvariant() is "spokesman" or "spokeswoman" or "spokesperson" or "official"
            ? last
            : null;

    // The last claim that accuses a state of the denial's, else one that it denied before; and the last that accuses nobody's.
    private Claim? Denied(Denial denial, IEnumerable<Claim> claims, out Claim? nearest)
    {
        nearest = null;
        if (denial.Stance == ClaimStance.Retracts)
        {
            // He takes back what he said.
            Claim? own = claims
                .TakeLast(MostLookedAt)
                .LastOrDefault(c =>
                    IsAccusation(c.Predicate)
                    && c.AssertedBy.Any(n => SpokenName.Of(n) == SpokenName.Of(denial.Speaker))
                );
            if (own is not null)
            {
                return own;
            }
        }

        Claim? before = null;
        Claim? unnamed = null;
        foreach (Claim claim in claims.TakeLast(MostLookedAt).Reverse().Where(static c => IsAccusation(c.Predicate)))
        {
            HashSet<string> accused = AccusedOf(claim);
            if (claim.Stance is ClaimStance.Denies or ClaimStance.Retracts)
            {
                bool isOwn =
                    denial.States.Overlaps(accused)
                    || (claim.AssertedBy.Count > 0 && denial.States.Overlaps(_states.Of(claim.AssertedBy[0])));
                before ??= isOwn ? claim : null;
            }
            else if (denial.States.Overlaps(accused))
            {
                return DeedOf(claim, claims) ?? claim;
            }
            else if (
                (denial.States.Count == 0 || accused.Count == 0)
                && !claim.AssertedBy.Contains(denial.Speaker, StringComparer.Ordinal)
            )
            {
                // Of whom nobody was named somebody else denies only where there is nothing better.
                bool isOwnMatter =
                    claim.Subject is not "unknown"
                    || claim.Object.Contains(SpokenName.Of(denial.Speaker), StringComparison.OrdinalIgnoreCase);
                nearest ??= isOwnMatter ? claim : null;
                unnamed ??= claim;
            }
        }

        nearest ??= unnamed;
        return before;
    }

    // Of "the Russian group X attacked Y" what is denied is the attack, and not whose group X is.
    private Claim? DeedOf(Claim claim, IEnumerable<Claim> claims) =>
        claim.Predicate != FrameFinder.AttributedTo || _states.Of(claim.Object).Count == 0
            ? null
            : claims
                .TakeLast(MostLookedAt)
                .LastOrDefault(c =>
                    c.Start == claim.Start
                    && c != claim
                    && c.Stance is ClaimStance.Asserts or ClaimStance.Reports
                    && (
                        (
                            c.Predicate == FrameFinder.Targets
                            && c.Subject.Contains(claim.Subject, StringComparison.Ordinal)
                        )
                        || (
                            c.Predicate == FrameFinder.AttributedTo
                            && c.Object.Contains(claim.Subject, StringComparison.Ordinal)
                        )
                    )
                );

    private HashSet<string> AccusedOf(Claim claim) =>
        _states.Of(claim.Predicate == FrameFinder.Targets ? claim.Subject : claim.Object);

    // Takes what was said after denials that had nothing before them; what still has nothing says what it denies in its own words.
    private void Close(bool isEnd)
    {
        foreach (Denial open in _open.ToArray())
        {
            // Of what follows, the next is looked at first.
            List<Claim> since =
            [
                .. _claims.TakeLast(MostLookedAt).Where(c => c.Start > open.Clause.Sentence.Start).Reverse(),
            ];
            Claim? said = Denied(open, since, out _);
            if (said is null && !isEnd && _sentence - open.Sentence < SoonAfter)
            {
                continue;
            }

            _open.Remove(open);
            if ((said ?? open.Nearest) is { } claim)
            {
                Put(open.Clause, claim.Subject, claim.Predicate, claim.Object, open.Stance, claim.Outcome, open.By);
            }
            else
            {
                Put(
                    open.Clause,
                    open.Allegation,
                    FrameFinder.AttributedTo,
                    open.Speaker,
                    open.Stance,
                    ClaimedOutcome.Unstated,
                    open.By
                );
            }
        }
    }

    /// <summary>A denial, and what is known of what it denies.</summary>
    private sealed record Denial(
        Clause Clause,
        int Sentence,
        ClaimStance Stance,
        List<string> By,
        HashSet<string> States,
        string Speaker,
        string Allegation
    )
    {
        /// <summary>The claim to take where nothing better follows.</summary>
        public Claim? Nearest { get; init; }
    }
}
