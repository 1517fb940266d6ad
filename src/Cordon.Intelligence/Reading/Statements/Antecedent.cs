using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Finds whom "the company" or "the institute" means: who was named last that is one.</summary>
internal sealed class Antecedent(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<ReportEntity> entities)
{
    // In sentences and in words.
    private const int FarBack = 3;
    private const int LongestName = 6;

    // What a company is called, where its name does not say what it is.
    private static readonly FrozenSet<string> Companies = Vocabulary.Words(
        "company firm carrier drugmaker vaccinemaker manufacturer maker vendor supplier haulier shipper operator biotech startup start-up business contractor"
    );

    // What names of their kind hold: "the institute" is one that has the word in its name.
    private static readonly FrozenSet<string> Kinds = Vocabulary.Words(
        "institute university hospital clinic laboratory agency ministry department centre center service board council authority regulator directorate embassy committee commission bank school college trust foundation bureau body newspaper paper daily broadcaster police government"
    );

    // What an office is called, where its name does not say what it is.
    private static readonly FrozenSet<string> Authorities = Vocabulary.Words("agency bureau authority service body");

    private readonly HashSet<string> _others =
    [
        .. entities
            .Where(static e => e.Type is not (EntityType.Identity or EntityType.Sector))
            .Select(static e => e.Text),
    ];

    /// <summary>The name; null where the words mean nobody, or nobody was named.</summary>
    /// <param name="phrase">"the company".</param>
    /// <param name="sentence">Where it stands: the sentence's number.</param>
    /// <param name="before">And the place in the text.</param>
    /// <param name="lastSpeaker">Who spoke last; "the company" is his, where he is one.</param>
    public string? Of(string phrase, int sentence, int before, string lastSpeaker)
    {
        string[] words = phrase.Split(' ');
        if (
            words.Length is not (2 or 3)
            || !words[0].Equals("the", StringComparison.OrdinalIgnoreCase)
            || words[1..].Any(static w => char.IsUpper(w[0]))
        )
        {
            return null;
        }

        string kind = words[^1];
        bool isCompany = Companies.Contains(kind);
        if (!isCompany && !Kinds.Contains(kind))
        {
            return null;
        }

        if (
            isCompany
            && lastSpeaker.Length > 0
            && char.IsUpper(lastSpeaker[0])
            && !lastSpeaker.StartsWith("The ", StringComparison.Ordinal)
            && IsCompany(lastSpeaker, isFirst: false)
        )
        {
            return lastSpeaker;
        }

        for (int i = sentence; i >= Math.Max(0, sentence - FarBack); i--)
        {
            IReadOnlyList<Token> tokens = sentences[i].Tokens;
            string? name = null;
            for (int t = 0; t < tokens.Count && tokens[t].End <= before; t++)
            {
                // "attacked by X": not whom a company is called by.
                if (
                    IsNoName(tokens[t])
                    || (t > 0 && IsWord(tokens[t - 1], "by"))
                    || (t > 1 && IsWord(tokens[t - 2], "by"))
                    || (t > 0 && Vocabulary.Attackers.Contains(text[tokens[t - 1].Start..tokens[t - 1].End]))
                    || (t > 0 && IsWord(tokens[t - 1], "called"))
                )
                {
                    continue;
                }

                (string found, int end) = NameAt(tokens, t);
                t = end - 1;
                if (found.Equals(phrase, StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                bool isOne = isCompany
                    ? IsCompany(found, isFirst: end == 1)
                    : found.EndsWith(kind, StringComparison.OrdinalIgnoreCase);
                name = isOne ? found : name;
            }

            if (name is not null)
            {
                return name;
            }
        }

        // "The agency", after the FBI spoke.
        bool isHis =
            Authorities.Contains(kind)
            && lastSpeaker.Any(char.IsUpper)
            && !_others.Contains(lastSpeaker)
            && !WellKnown.IsPress(lastSpeaker)
            && !WellKnown.IsVendor(lastSpeaker)
            && !lastSpeaker.Split(' ').Any(w => Kinds.Contains(w) && w != kind);
        return isHis ? lastSpeaker : null;
    }

    private bool IsNoName(Token token)
    {
        string word = text[token.Start..token.End];
        return !char.IsUpper(word[0])
            || Vocabulary.Articles.Contains(word)
            || Vocabulary.Pointers.Contains(word)
            || Vocabulary.Connectives.Contains(word)
            || Vocabulary.Auxiliaries.Contains(word)
            || Cues.Of(word) == Cue.Calendar
            || SpeakerFinder.IsPronoun(word);
    }

    private bool IsWord(Token token, string word) =>
        text.AsSpan(token.Start, token.End - token.Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    // A run of capitals with the words that belong to it: "Bank of Norland", "Norland's interior ministry".
    private (string Name, int End) NameAt(IReadOnlyList<Token> tokens, int first)
    {
        int end = first + 1;
        int last = end;
        while (last < tokens.Count && last - first < LongestName)
        {
            string word = text[tokens[last].Start..tokens[last].End];
            if (char.IsUpper(word[0]) || (Kinds.Contains(word) && last > first))
            {
                end = ++last;
            }
            else if (
                word is "of" or "the" or "for" or "and" or "&" or "'s" or "’s" or "interior" or "foreign" or "health"
            )
            {
                last++;
            }
            else
            {
                break;
            }
        }

        return (text[tokens[first].Start..tokens[end - 1].End], end);
    }

    private bool IsCompany(string name, bool isFirst) =>
        !_others.Contains(name)
        && !(isFirst && !name.Contains(' ', StringComparison.Ordinal))
        && name.Split(' ').All(static w => Cues.Of(w) != Cue.Calendar && !Vocabulary.Attackers.Contains(w))
        && !name.Split(' ').Any(Kinds.Contains)
        && !WellKnown.IsPress(name)
        && !Vocabulary.Titles.Contains(name.Split(' ')[^1])
        && name.Length > 2
        && char.IsLetter(name[1]);
}
