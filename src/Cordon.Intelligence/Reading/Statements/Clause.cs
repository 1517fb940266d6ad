using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>A sentence as statements are read from it: its words, and the entities in it by their tokens.</summary>
internal sealed class Clause
{
    private readonly string _text;

    /// <summary>Takes a sentence and the entities of its text that lie in it.</summary>
    public Clause(string text, Sentence sentence, IEnumerable<ReportEntity> entities)
    {
        _text = text;
        Sentence = sentence;
        Words = [.. sentence.Tokens.Select(t => text[t.Start..t.End])];
        Mentions = [.. entities.Select(Mention).Where(static m => m.Count > 0)];
    }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>Its words.</summary>
    public string[] Words { get; }

    /// <summary>What is named in it, in order.</summary>
    public IReadOnlyList<(ReportEntity Entity, int First, int Count)> Mentions { get; }

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
