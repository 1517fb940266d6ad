using System.Collections.Frozen;
using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Which words say something, and whether they say that it is so.</content>
internal sealed partial class SpeakerFinder
{
    // What somebody said or wrote, for which he may be sorry; for an attack only attackers are.
    private static readonly FrozenSet<string> Sayings = Vocabulary.Words(
        "error mistake report article statement story accusation claim confusion naming blaming accusing saying reporting claiming linking"
    );

    private ClaimStance? StanceOf(int at)
    {
        string word = clause.Words[at];
        if (clause.At(at) is not null || clause.IsHearsay(at))
        {
            return null;
        }

        // "the service was quoted as saying"
        if (word is "quoted" && Is(at + 1, "as") && at > 0 && Vocabulary.Being.Contains(clause.Words[at - 1]))
        {
            return ClaimStance.Asserts;
        }

        if (
            (Is(at - 1, "longer") && Is(at - 2, "no") && Vocabulary.Says.Contains(word))
            || (word is "apologised" or "apologized" && Near(at, Sayings, FarBack))
            || Vocabulary.Retracts.Contains(word)
            || IsTakenBack(at)
        )
        {
            return ClaimStance.Retracts;
        }

        // "could neither confirm nor deny the report"
        bool isLeftOpen =
            at > 1
            && clause.Words[at - 1].ToLowerInvariant() is "nor" or "or"
            && clause.Words[at - 2] is "confirm" or "confirmed";
        if (
            (Vocabulary.Denies.Contains(word) && !isLeftOpen)
            || IsWavedAway(at)
            || (
                word
                    is "called"
                        or "calls"
                        or "call"
                        or "calling"
                        or "described"
                        or "describes"
                        or "describing"
                        or "branded"
                        or "labelled"
                        or "labeled"
                        or "termed"
                        or "spoke"
                        or "speaks"
                && Near(at, Vocabulary.Untrue, 14)
            )
        )
        {
            return ClaimStance.Denies;
        }

        bool noun =
            at > 0
            && clause.Words[at - 1].ToLowerInvariant()
                is "the"
                    or "a"
                    or "an"
                    or "such"
                    or "these"
                    or "those"
                    or "any"
                    or "of"
                    or "its"
                    or "their"
                    or "was"
                    or "were"
                    or "been"
                    or "be"
                    or "is"
                    or "are"
                    or "being";
        noun |=
            IsDoneTo(at)
            || (
                at > 0
                && (
                    clause.Words[at - 1].EndsWith("'s", StringComparison.Ordinal)
                    || clause.Words[at - 1].EndsWith("’s", StringComparison.Ordinal)
                )
            );
        bool participle =
            Vocabulary.Links.Contains(word)
            && at > 0
            && (
                Vocabulary.Attackers.Contains(clause.Words[at - 1])
                || Vocabulary.AttackNouns.Contains(clause.Words[at - 1])
            )
            && at + 1 < clause.Words.Length
            && clause.Words[at + 1] is "to" or "by" or "as";
        // "the French claims were invented": a noun.
        noun |=
            word is "claims" or "reports" or "charges" or "accounts"
            && at + 1 < clause.Words.Length
            && Vocabulary.Being.Contains(clause.Words[at + 1]);

        // "quoted X as saying": whose word it is was told by "quoted".
        bool isQuoted = word is "saying" or "telling" && Is(at - 1, "as");
        return Vocabulary.Says.Contains(word) && !noun && !participle && !isQuoted ? ClaimStance.Asserts : null;
    }

    // "took back its finding", "took the remark back"
    private bool IsTakenBack(int at)
    {
        // "has amended an article"
        bool isAmended =
            clause.Words[at] is "amended" or "amends" or "deleted" or "removed" or "pulled"
            && clause.IndexOf(at + 1, 4, "article", "story", "post", "tweet", "claim", "statement", "headline") > 0;
        if (isAmended)
        {
            return true;
        }

        // "went back on the story", "backed away from the finding"
        bool isReversed =
            Is(at, "backtracked")
            || ((Is(at, "went") || Is(at, "goes")) && Is(at + 1, "back") && Is(at + 2, "on"))
            || ((Is(at, "backed") || Is(at, "backs")) && (Is(at + 1, "away") || Is(at + 1, "down")));
        if (isReversed)
        {
            return true;
        }

        if (
            clause.Words[at].ToLowerInvariant()
            is not ("walked" or "walks" or "took" or "takes" or "take" or "taken" or "taking")
        )
        {
            return false;
        }

        int back = clause.IndexOf(at + 1, FarBack, "back");
        return back > at && Array.IndexOf(clause.Words, ",", at, back - at) < 0;
    }

    // "laughed off the charge", "brushed the report aside"
    private bool IsWavedAway(int at)
    {
        string? particle = clause.Words[at].ToLowerInvariant() switch
        {
            "laughed" or "laughs" or "shrugged" or "shrugs" => "off",
            "waved" or "waves" => "away",
            "brushed" or "brushes" or "swept" => "aside",
            "pushed" or "pushes" => "back",
            "shot" or "shoots" => "down",
            "poured" or "pours" or "threw" => "water",
            "scoffed" or "scoffs" or "bristled" => "at",
            _ => null,
        };
        return particle is not null && clause.IndexOf(at + 1, FarBack, particle) > at;
    }

    // "a report by X published on Thursday"
    private static bool IsParticiple(string word) =>
        char.IsLower(word[0]) && word.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsWriting(string word) =>
        word.ToLowerInvariant()
            is "report"
                or "statement"
                or "analysis"
                or "post"
                or "advisory"
                or "study"
                or "paper"
                or "bulletin"
                or "letter"
                or "memo"
                or "indictment"
                or "document"
                or "cable";

    // "was first blamed", "has since been named": done to somebody, and not by him.
    private bool IsDoneTo(int at)
    {
        int i = at - 1;
        while (
            i >= 0 && (Adverbs.Contains(clause.Words[i]) || clause.Words[i].EndsWith("ly", StringComparison.Ordinal))
        )
        {
            i--;
        }

        return i >= 0 && i < at - 1 && Vocabulary.Being.Contains(clause.Words[i]);
    }

    private bool Near(int at, FrozenSet<string> words, int most) =>
        Enumerable.Range(at, Math.Min(most, clause.Words.Length - at)).Any(i => words.Contains(clause.Words[i]));
}
