using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Models;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Measures;

/// <summary>
/// Measures names over training and development parts together, each third of a corpus by a model that was trained on the others. A development part
/// alone hangs on the few names of its few reports.
/// </summary>
internal static class FoldMeasure
{
    private const int Folds = 3;

    private static readonly string[] Types = [EntityType.ThreatActor, EntityType.Malware, EntityType.Identity];

    /// <summary>Prints the tables.</summary>
    public static int Run()
    {
        string root = Places.Corpora;
        string[] parts = ["train", "dev"];
        (string Title, List<Annotated> Documents)[] sets =
        [
            ("APTNER", [.. parts.SelectMany(p => EntityCorpora.Aptner(root, p))]),
            ("AnnoCTR", [.. parts.SelectMany(p => EntityCorpora.AnnoCtr(root, p))]),
            ("AnnoCTR, its own texts", [.. parts.SelectMany(p => EntityCorpora.AnnoCtrTexts(root, p))]),
        ];
        var fold = sets[1]
            .Documents.Select((d, i) => (d.Name, Fold: i * Folds / sets[1].Documents.Count))
            .ToDictionary(static d => d.Name, static d => d.Fold, StringComparer.Ordinal);
        int FoldOf(int set, int index) =>
            set == 0 ? index * Folds / sets[0].Documents.Count : fold[sets[set].Documents[index].Name];
        SpanScore[] scores = [.. sets.Select(static _ => new SpanScore())];
        SpanScore[] known = [.. sets.Select(static _ => new SpanScore())];
        for (int left = 0; left < Folds; left++)
        {
            List<Annotated>[] learnt =
            [
                .. sets.Select((s, set) => s.Documents.Where((_, i) => FoldOf(set, i) != left).ToList()),
            ];
            (NameList names, SequenceModel model) = Trainer.Tagger([.. learnt[0], .. learnt[1]], learnt[2]);
            var reader = new ReportReader(null, null, new ReadingModels(names, new Tagger(model, names), null));
            for (int set = 0; set < sets.Length; set++)
            {
                foreach (Annotated document in sets[set].Documents.Where((_, i) => FoldOf(set, i) == left))
                {
                    var wanted = document.Entities.Select(static e => (e.Type, e.Start, e.End)).ToList();
                    scores[set]
                        .Add(wanted, reader.Read(document.Text).Entities.Select(static e => (e.Type, e.Start, e.End)));
                    known[set].Add(wanted, KnownNames.Of(document.Text, names));
                }
            }
        }

        for (int set = 0; set < sets.Length; set++)
        {
            Console.WriteLine(sets[set].Title);
            foreach (string type in Types)
            {
                Console.WriteLine("  " + scores[set].Line(type));
                Console.WriteLine("  " + known[set].Line("by known names", type));
            }
        }

        return 0;
    }
}
