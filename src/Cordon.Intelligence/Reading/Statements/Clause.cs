using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>A sentence as statements are read from it: its words, and the entities in it by their tokens.</summary>
internal sealed class Clause
{
    private const int FarBack = 14;
    private const double MostCapitals = 0.7;

    private readonly string _text;
    private readonly IReadOnlySet<string> _ordinary;

    /// <summary>Takes a sentence and the entities of its text that lie in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="ordinary">The words that the text writes without a capital anywhere, in lower case.</param>
    public Clause(string text, Sentence sentence, IEnumerable<ReportEntity> entities, IReadOnlySet<string> ordinary)
    {
        _ordinary = ordinary;
        _text = text;
        Sentence = sentence;
        Words = [.. sentence.Tokens.Select(t => text[t.Start..t.End])];
        Mentions = [.. entities.Select(Mention).Where(static m => m.Count > 0)];
        string[] content = [.. Words.Where(static w => w.Length > 3 && char.IsLetter(w[0]))];
        IsTitle = content.Length > 2 && content.Count(static w => char.IsUpper(w[0])) > MostCapitals * content.Length;
    }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>Its words.</summary>
    public string[] Words { get; }

    /// <summary>What is named in it, in order.</summary>
    public IReadOnlyList<(ReportEntity Entity, int First, int Count)> Mentions { get; }

    /// <summary>Whether it is written as a title, in which capitals say nothing of names.</summary>
    public bool IsTitle { get; }

    /// <summary>The text of a run of words.</summary>
    public string TextOf(int first, int end) =>
        end > first ? _text[Sentence.Tokens[first].Start..Sentence.Tokens[end - 1].End].Replace('\n', ' ') : "";

    /// <summary>The mention that a word is part of; null where it is part of none.</summary>
    public (ReportEntity Entity, int First, int Count)? At(int word)
    {
        foreach ((ReportEntity Entity, int First, int Count) one in Mentions)
        {
            if (word >= one.First && word < one.First + one.Count)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Where one of some words stands, looking at so many from a place on and not past a semicolon; −1 where none does.</summary>
    public int IndexOf(int from, int most, params ReadOnlySpan<string> wanted)
    {
        for (int i = from; i < Words.Length && i < from + most; i++)
        {
            foreach (string one in wanted)
            {
                if (Words[i].Equals(one, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }

            if (Words[i] is ";")
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Whether the word after a place is one of some.</summary>
    public bool NextIs(int at, params ReadOnlySpan<string> wanted)
    {
        foreach (string one in wanted)
        {
            if (at + 1 < Words.Length && Words[at + 1].Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the four words before a place denies it.</summary>
    public bool IsNegated(int at) =>
        Enumerable
            .Range(Math.Max(0, at - 4), Math.Min(4, at))
            .Any(i =>
                Words[i] is not ("no" or "nothing" or "without")
                && !(i > 0 && char.IsUpper(Words[i][0]))
                && (
                    Vocabulary.Negations.Contains(Words[i])
                    || Words[i].EndsWith("n't", StringComparison.Ordinal)
                    || Words[i].EndsWith("n’t", StringComparison.Ordinal)
                )
            );

    /// <summary>Whether a place is in what nobody says: "it is unclear whether …", "could not say who was …", "can't confirm that …".</summary>
    public bool IsOpen(int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - FarBack); i--)
        {
            string word = Words[i].ToLowerInvariant();
            if (word is ";" || (word is "," && Words[i + 1].ToLowerInvariant() is "but" or "and" or "while"))
            {
                return false;
            }

            string before = i > 0 ? Words[i - 1].ToLowerInvariant() : "";
            bool isUnsaid = word switch
            {
                "who" or "what" or "how" or "if" or "which" => before is "unclear" or "unknown"
                    || (Vocabulary.Knows.Contains(before) && (IsNegated(i - 1) || IsRefused(i - 1))),
                // "could not confirm or deny that …"
                "that" => before is "confirm" or "verify" or "corroborate" or "deny" && IsNegated(i - 1),
                _ => false,
            };
            if (word is "whether" || isUnsaid)
            {
                return true;
            }
        }

        return false;
    }

    // "declined to say who"
    private bool IsRefused(int at) =>
        Words[Math.Max(0, at - 3)..at]
            .Any(static w => w.ToLowerInvariant() is "declined" or "refused" or "unable" or "yet");

    /// <summary>The words in the same breath as one: up to a semicolon or a new clause with another subject.</summary>
    public ReadOnlySpan<string> Around(int at)
    {
        int start = at;
        while (start > 0 && Words[start - 1] is not (";" or "while"))
        {
            start--;
        }

        int end = at + 1;
        while (end < Words.Length && Words[end] is not (";" or "while"))
        {
            end++;
        }

        return Words.AsSpan(start, end - start);
    }

    /// <summary>Whether a word with a capital is written so as a name, as far as the text shows: all words of a title and the first of a sentence are.</summary>
    public bool IsWrittenAsName(string word) =>
        char.IsUpper(word[0]) && !((IsTitle || word == Words[0]) && _ordinary.Contains(word.ToLowerInvariant()));

    /// <summary>Whether something in it says that it may not be so.</summary>
    public bool IsHedged() => Words.Any(Vocabulary.Hedges.Contains) || Enumerable.Range(0, Words.Length).Any(IsHearsay);

    /// <summary>Whether a word says that something is said of somebody: "is said to have", "rumoured to be".</summary>
    public bool IsHearsay(int at) =>
        Words[at] is "said" or "rumoured" or "rumored" or "reported" or "alleged"
        && at + 2 < Words.Length
        && Words[at + 1] is "to"
        && Words[at + 2] is "have" or "be";

    private (ReportEntity Entity, int First, int Count) Mention(ReportEntity entity)
    {
        int first = 0;
        while (first < Sentence.Tokens.Count && Sentence.Tokens[first].Start < entity.Start)
        {
            first++;
        }

        int end = first;
        while (end < Sentence.Tokens.Count && Sentence.Tokens[end].End <= entity.End)
        {
            end++;
        }

        return (entity, first, end - first);
    }
}
