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
    private static readonly string[] Types = [EntityType.ThreatActor, EntityType.Malware, EntityType.Identity];

    /// <summary>Prints the tables.</summary>
    public static int Run()
    {
        SpanScore[] scores = [.. FoldReaders.Titles.Select(static _ => new SpanScore())];
        SpanScore[] known = [.. FoldReaders.Titles.Select(static _ => new SpanScore())];
        foreach ((NameList names, SequenceModel model, List<Annotated>[] kept) in FoldReaders.All())
        {
            var reader = new ReportReader(null, null, new ReadingModels(names, new Tagger(model, names), null));
            for (int set = 0; set < kept.Length; set++)
            {
                foreach (Annotated document in kept[set])
                {
                    var wanted = document.Entities.Select(static e => (e.Type, e.Start, e.End)).ToList();
                    scores[set]
                        .Add(wanted, reader.Read(document.Text).Entities.Select(static e => (e.Type, e.Start, e.End)));
                    known[set].Add(wanted, KnownNames.Of(document.Text, names));
                }
            }
        }

        for (int set = 0; set < scores.Length; set++)
        {
            Console.WriteLine(FoldReaders.Titles[set]);
            foreach (string type in Types)
            {
                Console.WriteLine("  " + scores[set].Line(type));
                Console.WriteLine("  " + known[set].Line("by known names", type));
            }
        }

        return 0;
    }
}
