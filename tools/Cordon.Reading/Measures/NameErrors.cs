using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Models;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Measures;

/// <summary>Lists what a model finds too much and too little where it did not train, the most frequent first.</summary>
internal static class NameErrors
{
    private const int Most = 60;

    /// <summary>Prints them for a type of entity, on development parts.</summary>
    public static int Run(string type)
    {
        (NameList names, SequenceModel model) = Trainer.Tagger(["train"]);
        Reading[] readings =
        [
            new("APTNER", Reader(names, model), EntityCorpora.Aptner(Places.Corpora, "dev")),
            new("AnnoCTR", Reader(names, model), EntityCorpora.AnnoCtrTexts(Places.Corpora, "dev")),
        ];
        return Print(type, readings);
    }

    /// <summary>Prints them over folds of training and development parts.</summary>
    public static int RunFolds(string type) =>
        Print(
            type,
            [
                .. FoldReaders
                    .All()
                    .SelectMany(static f =>
                    {
                        ReportReader reader = Reader(f.Names, f.Model);
                        return f.Kept.Select(
                            (documents, set) => new Reading(FoldReaders.Titles[set], reader, documents)
                        );
                    }),
            ]
        );

    private static int Print(string type, IEnumerable<Reading> readings)
    {
        foreach (IGrouping<string, Reading> set in readings.GroupBy(static r => r.Title, StringComparer.Ordinal))
        {
            Dictionary<string, int> counts = new(StringComparer.Ordinal);
            foreach ((_, ReportReader reader, List<Annotated> documents) in set)
            {
                foreach (Annotated document in documents)
                {
                    Compare(type, document, reader.Read(document.Text).Entities, counts);
                }
            }

            Console.WriteLine(set.Key);
            foreach ((string what, int count) in counts.OrderByDescending(static c => c.Value).Take(Most))
            {
                Console.WriteLine($"  {count, 4} {what.ReplaceLineEndings(" ")}");
            }
        }

        return 0;
    }

    // Each with what the other side has at its place.
    private static void Compare(
        string type,
        Annotated document,
        IReadOnlyList<ReportEntity> entities,
        Dictionary<string, int> counts
    )
    {
        List<Marked> found = [.. entities.Select(static e => new Marked(e.Type, e.Start, e.End))];
        List<Marked> wanted = [.. document.Entities];
        Count("+", found.Except(wanted), wanted);
        Count("-", wanted.Except(found), found);

        void Count(string sign, IEnumerable<Marked> some, List<Marked> others)
        {
            foreach (Marked one in some.Where(s => s.Type == type))
            {
                string instead = string.Join(
                    ' ',
                    others
                        .Where(o => o.Start < one.End && o.End > one.Start)
                        .Select(o => $"{o.Type} '{document.Text[o.Start..o.End]}'")
                );
                string what = $"{sign}{document.Text[one.Start..one.End]} ({instead})";
                counts[what] = counts.GetValueOrDefault(what) + 1;
            }
        }
    }

    private static ReportReader Reader(NameList names, SequenceModel model) =>
        new(null, null, new ReadingModels(names, new Tagger(model, names), null));

    private sealed record Reading(string Title, ReportReader Reader, List<Annotated> Documents);
}
