using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading.Documents;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>
/// Reads who says what of whom: deeds, whose doing they are, names for one actor, outcomes; and denials, which stand beside what they deny and take
/// nothing from it. Frames of words, no guesses: a sentence that fits none gives no claim.
/// </summary>
internal sealed partial class StatementReader(
    ReportText document,
    IReadOnlyList<Sentence> sentences,
    IReadOnlyList<ReportEntity> entities
)
{
    // A text that says more than this says it to keep a reader busy.
    private const int MostClaims = 10_000;
    private const int NearSentences = 30;
    private const int NearEntities = 200;
    private const int LongestAllegation = 8;
    private const int MostLookedAt = 200;
    private const int NearStart = 5;

    // In sentences.
    private const int SoonAfter = 2;

    private readonly List<Claim> _claims = [];
    private int _sentence;
    private int _entity;
    private string? _lastSpeaker;
    private string? _speakerBefore;
    private Frame? _lastFrame;
    private readonly States _states = new(entities);
    private readonly Antecedent _antecedents = new(document.Text, sentences, entities);

    // Who was named last as an attacker.
    private string? _lastActor;

    // Names of attackers, and of malware after which they are called.
    private readonly HashSet<string> _attackers =
    [
        .. entities
            .Where(static e => e.Type is EntityType.ThreatActor or EntityType.Malware)
            .Select(static e => e.Text),
    ];

    // Words that the text writes without a capital: where one begins a sentence, the capital is the sentence's.
    private readonly HashSet<string> _ordinary = OrdinaryWords(document.Text, sentences);

    // Denials of what is only told after them.
    private readonly List<Denial> _open = [];

    /// <summary>The claims of the text, in order.</summary>
    public IReadOnlyList<Claim> Read(CancellationToken cancel)
    {
        for (_sentence = 0; _sentence < sentences.Count && _claims.Count < MostClaims; _sentence++)
        {
            cancel.ThrowIfCancellationRequested();
            Sentence sentence = sentences[_sentence];
            while (_entity < entities.Count && entities[_entity].End <= sentence.Start)
            {
                _entity++;
            }

            int end = _entity;
            while (end < entities.Count && entities[end].Start < sentence.End)
            {
                end++;
            }

            Read(new Clause(document.Text, sentence, entities.Skip(_entity).Take(end - _entity), _ordinary));
            Close(isEnd: false);
        }

        Close(isEnd: true);
        return [.. _claims.OrderBy(static c => c.Start)];
    }

    private static HashSet<string> OrdinaryWords(string text, IReadOnlyList<Sentence> sentences)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Sentence sentence in sentences)
        {
            foreach (Token token in sentence.Tokens)
            {
                if (char.IsLower(text[token.Start]))
                {
                    lookup.Add(text.AsSpan(token.Start, token.End - token.Start));
                }
            }
        }

        return words;
    }

    private void Read(Clause clause)
    {
        List<Speaker> speakers =
        [
            .. new SpeakerFinder(clause)
                .Find(_lastSpeaker)
                .Where(static s => s.IsSomebody)
                .Select(s => s with { Name = Described(clause, s) }),
        ];
        List<Frame> frames = new FrameFinder(clause, _lastFrame, _lastActor).Find();
        foreach (Frame frame in frames)
        {
            Add(clause, frame, speakers);
        }

        // A denial without a deed of its own denies what was said before.
        foreach (Speaker speaker in speakers.Where(static s => s.Stance != ClaimStance.Asserts))
        {
            if (!frames.Any(f => speaker.Covers(f.At) || f.At == speaker.At))
            {
                AddDenial(clause, speaker, speakers);
            }
        }

        Negated(clause, frames, speakers);
        _lastSpeaker = speakers.LastOrDefault()?.Name ?? PersonOf(clause) ?? _lastSpeaker;
        _speakerBefore = speakers.LastOrDefault(s => SpokesmanOf(s.Name) is null)?.Name ?? _speakerBefore;
        _lastActor =
            clause.Mentions.LastOrDefault(static m => m.Entity.Type == EntityType.ThreatActor).Entity?.Text
            ?? _lastActor;
        _lastFrame = frames.LastOrDefault(static f => f.Predicate != FrameFinder.Alias) ?? _lastFrame;
    }

    // What is denied is a deed or whose it was, not what an actor is called or works with.
    private static bool IsAccusation(string predicate) => predicate is FrameFinder.Targets or FrameFinder.AttributedTo;

    private void Add(Clause clause, Frame frame, List<Speaker> speakers)
    {
        if (WhoSays(clause, frame, speakers) is not (List<Speaker> chain, ClaimStance stance))
        {
            return;
        }

        List<string> by = Names(chain);
        if (frame.By.Length > 0)
        {
            by.RemoveAll(name => name.Equals(frame.By, StringComparison.OrdinalIgnoreCase));
            by.Insert(0, frame.By);
        }

        string subject = Meant(frame.Subject, chain);
        if (
            frame.Predicate == FrameFinder.Targets
            && FrameFinder.IsPronoun(frame.Subject)
            && stance is ClaimStance.Asserts or ClaimStance.Reports
        )
        {
            // "X said it had shut down its systems" tells of no attack, "the gang said it had" does.
            subject = chain.Count == 0 && _lastFrame?.Predicate == FrameFinder.Targets ? _lastFrame.Subject : subject;
            if (!new Roles(clause).IsAttacker(subject, isToldOf: true) && !_attackers.Contains(subject))
            {
                return;
            }
        }

        if (stance is ClaimStance.Denies or ClaimStance.Retracts && subject.Length == 0 && chain.Count > 0)
        {
            subject = SpokenName.Of(chain[0].Name);
        }

        string written = Meant(frame.Object, chain);
        bool isUnmeant = FrameFinder.IsPronoun(written) && frame.Predicate == FrameFinder.AttributedTo;
        if (subject.Length == 0 || written.Length == 0 || isUnmeant)
        {
            return;
        }

        Put(clause, subject, frame.Predicate, written, stance, frame.Outcome, by);
        if (stance == ClaimStance.Denies && ClaimantOf(clause, chain, frame.At) is { } claimant)
        {
            ClaimStance his = IsPress(claimant) ? ClaimStance.Reports : ClaimStance.Asserts;
            Put(clause, subject, frame.Predicate, written, his, frame.Outcome, [claimant]);
        }
    }

    // Through whom it is told and how the first of them stands to it; null where the text itself says that it is not so.
    private (List<Speaker> Chain, ClaimStance Stance)? WhoSays(Clause clause, Frame frame, List<Speaker> speakers)
    {
        List<Speaker> chain = Chain(frame.At, speakers);
        ClaimStance stance = chain.Count > 0 ? chain[0].Stance : ClaimStance.Asserts;
        stance = frame.IsNegated && stance == ClaimStance.Asserts && chain.Count > 0 ? ClaimStance.Denies : stance;
        if (chain.Count > 0 && stance == ClaimStance.Asserts && Correction.IsOwn(clause, frame.At))
        {
            return (chain, ClaimStance.Retracts);
        }

        // "withdrew a statement in which it had accused X", "corrected a report that said"
        if (Retractor(chain) is { } retractor)
        {
            return ([retractor], ClaimStance.Retracts);
        }

        // What an article said before is taken back by whoever publishes it.
        if (Correction.IsOne(clause, frame.At))
        {
            return ([], ClaimStance.Retracts);
        }

        if (frame.IsNegated && chain.Count == 0)
        {
            return null;
        }

        bool isPassedOn = stance == ClaimStance.Asserts && (frame.IsHedged || IsByPressAlone(clause, chain));
        return (chain, isPassedOn ? ClaimStance.Reports : stance);
    }

    // "The Ledger reported that …", and names no source.
    private bool IsByPressAlone(Clause clause, List<Speaker> chain) =>
        chain is [var press]
        && (press.Origin is null || IsPress(press.Origin))
        && (IsPress(press.Name) || IsUnknownPress(clause, press))
        && (
            clause.Words[press.At].Equals("according", StringComparison.OrdinalIgnoreCase)
            || !clause.Words[press.At].EndsWith("ing", StringComparison.Ordinal)
        );

    // "rejected a claim by X that …", "denied a report in Y that …": who had said what is denied.
    private static string? ClaimantOf(Clause clause, List<Speaker> chain, int deed)
    {
        if (chain.Count == 0 || chain[0].At >= deed)
        {
            return null;
        }

        int link = clause.IndexOf(
            chain[0].At + 2,
            Math.Min(LongestAllegation, deed - chain[0].At - 2),
            "by",
            "from",
            "in"
        );
        int that = link < 0 ? -1 : clause.IndexOf(link + 1, LongestAllegation, "that");
        bool isAllegation = link > 0 && Vocabulary.Allegations.Contains(clause.Words[link - 1]);
        return isAllegation && that > link + 1 && that < deed ? clause.TextOf(link + 1, that) : null;
    }

    // Who takes back what he himself, or what he wrote, had said: the wider of two sayings.
    private static Speaker? Retractor(List<Speaker> chain) =>
        chain.Count > 1 && chain[0].Stance == ClaimStance.Asserts
            ? chain.Find(s =>
                s.Stance == ClaimStance.Retracts
                && s.At < chain[0].At
                && (
                    SpokenName.Of(s.Name) == SpokenName.Of(chain[0].Name)
                    || chain[0].Name.Split(' ')[^1] is "report" or "article" or "story" or "statement"
                )
            )
            : null;

    // "The agency said that it was attacked."
    private static string Meant(string phrase, List<Speaker> chain) =>
        chain.Count > 0
        && phrase.ToLowerInvariant() is ("it" or "itself" or "they" or "them" or "us" or "we" or "he" or "she")
            ? SpokenName.Of(chain[0].Name)
            : phrase;

    private void Put(
        Clause clause,
        string subject,
        string predicate,
        string written,
        ClaimStance stance,
        ClaimedOutcome outcome,
        IReadOnlyList<string> by
    )
    {
        Claim claim = new(subject, predicate, written, stance, outcome, by)
        {
            Start = clause.Sentence.Start,
            End = clause.Sentence.End,
            Said = document.Published,
        };
        for (int i = _claims.Count - 1; i >= 0 && _claims[i].Start == claim.Start; i--)
        {
            Claim other = _claims[i];
            if (
                other.Subject == subject
                && other.Predicate == predicate
                && other.Object == written
                && other.Stance == stance
            )
            {
                return;
            }
        }

        if (predicate == FrameFinder.AttributedTo && stance is ClaimStance.Asserts or ClaimStance.Reports)
        {
            _states.Add(subject, written);
        }

        _claims.Add(claim);
    }

    // Who says it, from the one whose words it is to the one who wrote it down: the nearer a speaker's words, the nearer he is to the origin.
    private static List<Speaker> Chain(int at, List<Speaker> speakers) =>
        [
            .. speakers
                .Where(s => s.Covers(at) || s.At == at)
                .OrderBy(static s => s.To - s.From)
                .ThenByDescending(static s => s.From),
        ];

    private List<string> Names(List<Speaker> chain)
    {
        var names = new List<string>();
        foreach (Speaker speaker in chain)
        {
            if (speaker.Origin is { } origin)
            {
                Distinct(names, origin);
            }

            // "We reject it", somebody said: the word stands for him.
            if (chain.Count == 1 || !SpeakerFinder.IsPronoun(speaker.Name))
            {
                Distinct(names, speaker.Name);
            }

            if (speaker.Through is { } through)
            {
                Distinct(names, through);
            }
        }

        if (document.Publisher is { } publisher)
        {
            Distinct(names, publisher);
        }

        return names;
    }

    private static void Distinct(List<string> names, string name)
    {
        name = name.Trim(' ', '“', '”', '"', '\'', ',');
        if (
            name.Length > 0
            && !names.Any(n => SpokenName.Of(n).Equals(SpokenName.Of(name), StringComparison.OrdinalIgnoreCase))
        )
        {
            names.Add(name);
        }
    }

    private static bool IsPressWord(string name) =>
        name.Split(' ').Any(Vocabulary.Press.Contains)
        || (name.Any(char.IsUpper) && Vocabulary.Titles.Contains(name.Split(' ')[^1]) && name.Contains(' '));
}
