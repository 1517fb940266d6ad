using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Models;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Measures;

/// <summary>Lists what a model of the training parts finds too much and too little on development parts, the most frequent first.</summary>
internal static class NameErrors
{
    /// <summary>Prints them for a type of entity.</summary>
    public static int Run(string type)
    {
        (NameList names, SequenceModel model) = Trainer.Tagger(["train"]);
        var reader = new ReportReader(null, null, new ReadingModels(names, new Tagger(model, names), null));
        foreach (
            (string title, List<Annotated> documents) in (ReadOnlySpan<(string, List<Annotated>)>)
                [
                    ("APTNER", EntityCorpora.Aptner(Places.Corpora, "dev")),
                    ("AnnoCTR", EntityCorpora.AnnoCtrTexts(Places.Corpora, "dev")),
                ]
        )
        {
            Dictionary<string, int> counts = new(StringComparer.Ordinal);
            foreach (Annotated document in documents)
            {
                var found = reader
                    .Read(document.Text)
                    .Entities.Where(e => e.Type == type)
                    .Select(static e => (e.Start, e.End))
                    .ToHashSet();
                var wanted = document
                    .Entities.Where(e => e.Type == type)
                    .Select(static e => (e.Start, e.End))
                    .ToHashSet();
                foreach ((int start, int end) in found.Except(wanted))
                {
                    Count(counts, "+" + document.Text[start..end]);
                }

                foreach ((int start, int end) in wanted.Except(found))
                {
                    string instead = string.Join(
                        ' ',
                        reader
                            .Read(document.Text)
                            .Entities.Where(e => e.Start < end && e.End > start)
                            .Select(static e => $"{e.Type} '{e.Text}'")
                    );
                    Count(counts, $"-{document.Text[start..end]} ({instead})");
                }
            }

            Console.WriteLine(title);
            foreach ((string what, int count) in counts.OrderByDescending(static c => c.Value).Take(60))
            {
                Console.WriteLine($"  {count, 4} {what.ReplaceLineEndings(" ")}");
            }
        }

        return 0;

        static void Count(Dictionary<string, int> counts, string what) =>
            counts[what] = counts.GetValueOrDefault(what) + 1;
    }
}
