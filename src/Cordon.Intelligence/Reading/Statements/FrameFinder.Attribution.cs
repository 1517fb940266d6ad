using Cordon.Intelligence.Reading.Tagging;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Whose doing something is said to be, and whose group an actor.</content>
internal sealed partial class FrameFinder
{
    // In words.
    private const int LongestHeld = 8;
    private const int LongestAsideOfAccused = 16;

    private bool FindAttribution(int at, string word) =>
        FindTie(at, word)
        || FindAccusation(at, word)
        || FindIdiom(at, word)
        || FindAdmission(at, word)
        || FindMaker(at, word);

    // "was attributed to X", "the attackers belong to Y", "works for Z"
    private bool FindTie(int at, string word)
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
            or "ascribed"
            or "ascribes"
            or "credited"
            or "belonged"
            or "belongs"
            or "belong"
            or "pinned":
            {
                int to = clause.IndexOf(at + 1, 16, word == "pinned" ? "on" : "to");
                while (to > 0 && clause.IsHearsay(to - 1))
                {
                    to = clause.IndexOf(to + 1, 16, "to");
                }

                if (to < 0)
                {
                    return false;
                }

                string what =
                    to > at + 1 ? Meant(at, _phrases.AttackAfter(AfterConfidence(at + 1), to))
                    : IsRelative(at) ? ActorBefore(at)
                    : What(at);
                return AddEach(at, what.Length > 0 ? what : before?.Object ?? "", to + 1, IsPassive(at));
            }

            case "from"
                when at > 1
                    && (IsBeing(at - 1) || clause.Words[at - 1] is "came" or "come")
                    && (
                        Vocabulary.Attackers.Contains(clause.Words[at - 2])
                        || Vocabulary.AttackNouns.Contains(clause.Words[at - 2])
                    ):
                return AddEach(at, _phrases.Before(at - 1, isActor: false), at + 1);
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
            default:
                return false;
        }
    }

    // "blamed X for it", "holds X responsible", "X was behind it"
    private bool FindAccusation(int at, string word)
    {
        switch (word)
        {
            case "blamed"
            or "blames"
            or "blaming"
            or "accused"
            or "accuses"
            or "accusing"
            or "charged"
            or "indicted"
            or "suspected"
            or "suspects"
                when word is not ("suspected" or "suspects")
                    || (clause.IndexOf(at + 1, LongestHeld, "of") is > 0 and var of && DeedOf(of) is not null):
            {
                if (
                    word is "blamed" or "blames" or "blaming"
                    && !IsPassive(at)
                    && clause.IndexOf(at + 1, 14, "for", "on", "of") < 0
                )
                {
                    return AddEach(at, Earlier(), at + 1);
                }

                int link = LinkAfter(at, word is "charged" or "indicted" ? ["with", "for"] : ["for", "of", "on"]);
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
                if (DeedOf(link) is { } deed)
                {
                    _read = deed.At;
                    Add(at, who, Targets, VictimAfter(deed.Verb.End), outcomeByVerb: OutcomeByVerb(deed.At, deed.Verb));
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

            case "holds"
            or "held"
            or "hold"
            or "holding"
            or "considers"
            or "believes"
            or "deems" when clause.IndexOf(at + 1, LongestHeld, "responsible") is > 0 and var held:
            {
                string what = clause.NextIs(held, "for") ? _phrases.AttackAfter(held + 2) : before?.Object ?? "";
                _read = held;
                return AddEach(at, what, at + 1, by: Accuser(at));
            }

            case "suspected"
                when IsPassive(at)
                    && (at + 1 == clause.Words.Length || clause.NextIs(at, ".", ",", ";", "in"))
                    && _phrases.Before(at, isActor: true) is { Length: > 0 } suspect
                    && (_roles.IsAttacker(suspect, IsToldOf) || _roles.IsByName(suspect)):
                Add(at, Earlier(), AttributedTo, suspect);
                return true;
            case "responsible" when clause.NextIs(at, "for") || IsSaidToBe(at):
            case "behind" when IsSaidToBe(at):
            {
                bool isAlone = word == "responsible" && !clause.NextIs(at, "for");
                string what = isAlone ? Earlier() : _phrases.AttackAfter(at + (word == "behind" ? 1 : 2));
                foreach (string actor in _phrases.ActorsBefore(at))
                {
                    Add(at, what, AttributedTo, actor);
                }

                return true;
            }
            default:
                return false;
        }
    }

    // "pointed the finger at X", "the trail led to X", "It was X"
    private bool FindIdiom(int at, string word)
    {
        switch (word)
        {
            case "finger" or "fingers" when clause.IndexOf(at + 1, 2, "at") is > 0 and var pointed:
                return AddEach(at, Earlier(), pointed + 1);
            case "blame" when at > 0 && clause.Words[at - 1] is "to":
            {
                string what = clause.NextIs(at, "for") ? _phrases.AttackAfter(at + 2) : Earlier();
                foreach (string actor in _phrases.ActorsBefore(at - 1))
                {
                    Add(at, what, AttributedTo, actor);
                }

                return true;
            }

            case "suspicion" when clause.IndexOf(at + 1, LongestHeld, "on") is > 0 and var fallen:
                return AddEach(at, Earlier(), fallen + 1);
            case "culprit"
            or "culprits"
            or "perpetrator"
            or "perpetrators"
            or "attackers" when at > 1 && clause.Words.AsSpan(Math.Max(0, at - 3)..at).Contains("as"):
            {
                int named = Array.FindLastIndex(
                    clause.Words,
                    at,
                    static w => w is "named" or "names" or "identified" or "identifies" or "fingered" or "singled"
                );
                return named >= 0 && AddEach(at, Earlier(), named + (clause.NextIs(named, "out") ? 2 : 1));
            }

            case "blame" when clause.IndexOf(at + 1, LongestHeld, "on", "at") is > 0 and var laid:
            {
                int feet = clause.IndexOf(laid + 1, 3, "feet", "door");
                int from = feet > 0 && clause.NextIs(feet, "of") ? feet + 2 : laid + 1;
                return AddEach(at, clause.NextIs(at, "for") ? _phrases.AttackAfter(at + 2, laid) : Earlier(), from);
            }

            case "door"
            or "feet" when clause.NextIs(at, "of") && !clause.Words.Contains("blame"):
            {
                int lay = Array.FindLastIndex(clause.Words, at, static w => w is "lay" or "laid" or "lays" or "laying");
                return lay >= 0 && AddEach(at, _phrases.AttackAfter(lay + 1, at), at + 2, by: Accuser(lay));
            }

            case "down" when clause.NextIs(at, "to") && at > 1 && clause.Words[at - 1] is "it" or "this" or "attack":
                return AddEach(at, Earlier(), at + 2);
            case "led"
            or "leads"
            or "lead"
            or "point"
            or "points"
            or "pointed"
            or "pointing" when clause.NextIs(at, "to", "back", "towards", "toward") && IsTrail(at):
                return AddEach(at, Earlier(), at + (clause.NextIs(at, "back") ? 3 : 2));
            case "hallmarks" or "hallmark" or "fingerprints" or "signature" when clause.NextIs(at, "of"):
            {
                int bear = Array.FindLastIndex(
                    clause.Words,
                    at,
                    static w =>
                        w is "bore" or "bears" or "bear" or "bearing" or "carries" or "carried" or "had" or "has"
                );
                return AddEach(at, bear > 0 ? What(bear) : Earlier(), at + 2);
            }

            case "it" when clause.NextIs(at, "was", "is") && NamedAlone(at + 2) is { Length: > 0 } culprit:
                Add(at + 2, Earlier(), AttributedTo, culprit);
                return true;
            case "did"
            or "done"
                when clause.NextIs(at, "it", "this", "so")
                    && _phrases.Before(at, isActor: true) is { Length: > 0 } doer
                    && _roles.IsByName(doer):
                Add(at, Earlier(), AttributedTo, doer);
                return true;
            default:
                return false;
        }
    }

    // "X claimed responsibility"
    private bool FindAdmission(int at, string word)
    {
        switch (word)
        {
            case "responsibility"
            or "credit" when IsClaimed(at) && _phrases.Before(at - 1, isActor: true) is { Length: > 0 } claimer:
                Add(
                    at,
                    clause.NextIs(at, "for") ? _phrases.AttackAfter(at + 2) : Earlier(),
                    AttributedTo,
                    claimer,
                    by: claimer
                );
                return true;
            case "claimed"
            or "claims"
                when clause.NextIs(at, "the", "this", "an")
                    && at + 2 < clause.Words.Length
                    && Vocabulary.AttackNouns.Contains(clause.Words[at + 2])
                    && _phrases.Before(at, isActor: true) is { Length: > 0 } claimant
                    && _roles.IsAttacker(claimant, IsToldOf):
                Add(at, _phrases.AttackAfter(at + 1), AttributedTo, claimant, by: claimant);
                return true;
            default:
                return false;
        }
    }

    // "was the work of X", "was carried out by X"
    private bool FindMaker(int at, string word)
    {
        switch (word)
        {
            case "work" when clause.NextIs(at, "of"):
                return AddEach(at, _phrases.Before(at - 1, isActor: false), at + 2);
            // "sent false invoices by email"
            case "sent" when !IsPassive(at):
                return false;
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
            or "sent"
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
}
