using Cordon.Intelligence.Reading.Tagging;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Measures;

/// <summary>
/// The documents of training and development parts, each third of a corpus with a model that was trained on the others; a report is in one third,
/// however its text is set.
/// </summary>
internal static class FoldReaders
{
    private const int Folds = 3;

    /// <summary>The titles of the sets, in their order.</summary>
    public static readonly string[] Titles = ["APTNER", "AnnoCTR", "AnnoCTR, its own texts"];

    /// <summary>For each third: its names and model, and the documents of each set that were kept from it.</summary>
    public static IEnumerable<(NameList Names, SequenceModel Model, List<Annotated>[] Kept)> All()
    {
        string root = Places.Corpora;
        string[] parts = ["train", "dev"];
        List<Annotated>[] sets =
        [
            [.. parts.SelectMany(p => EntityCorpora.Aptner(root, p))],
            [.. parts.SelectMany(p => EntityCorpora.AnnoCtr(root, p))],
            [.. parts.SelectMany(p => EntityCorpora.AnnoCtrTexts(root, p))],
        ];
        var fold = sets[1]
            .Select((d, i) => (d.Name, Fold: i * Folds / sets[1].Count))
            .ToDictionary(static d => d.Name, static d => d.Fold, StringComparer.Ordinal);
        int FoldOf(int set, int index) => set == 0 ? index * Folds / sets[0].Count : fold[sets[set][index].Name];
        for (int left = 0; left < Folds; left++)
        {
            List<Annotated>[] learnt = [.. sets.Select((s, set) => s.Where((_, i) => FoldOf(set, i) != left).ToList())];
            (NameList names, SequenceModel model) = Trainer.Tagger([.. learnt[0], .. learnt[1]], learnt[2]);
            yield return (
                names,
                model,
                [.. sets.Select((s, set) => s.Where((_, i) => FoldOf(set, i) == left).ToList())]
            );
        }
    }
}
