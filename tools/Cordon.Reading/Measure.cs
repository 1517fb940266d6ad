using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Models;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Reading.Corpora;
using Cordon.Reading.Measures;

namespace Cordon.Reading;

/// <summary>Measures on parts that were not trained on, through the reader that <c>cordon intel read</c> uses.</summary>
internal static class Measure
{
    /// <summary>Prints the tables.</summary>
    public static int Run()
    {
        (NameList names, SequenceModel model) = Trainer.Tagger(["train"]);
        var models = new ReadingModels(names, new Tagger(model, names), null);
        Entities(new ReportReader(null, null, models));
        Console.WriteLine("with ATT&CK and misp-galaxy imported:");
        Entities(new ReportReader(Imported(), null, models));
        RoleMeasure.Run(new ReportReader(null, null, models));
        return Trainer.Techniques();
    }

    private static void Entities(ReportReader reader)
    {
        string root = Places.Corpora;
        Entities(reader, "APTNER dev, tokens joined by spaces", EntityCorpora.Aptner(root, "dev"));
        Entities(reader, "AnnoCTR dev, its own texts", EntityCorpora.AnnoCtrTexts(root, "dev"));
        Entities(reader, "AnnoCTR dev, tokens joined by spaces", EntityCorpora.AnnoCtr(root, "dev"));
    }

    private static KnowledgeBase Imported()
    {
        var content = new ImportContent("measure", ImportLimits.Default);
        foreach (string folder in (string[])["attack", "misp-galaxy"])
        {
            foreach (
                string path in Directory
                    .EnumerateFiles(
                        Path.Combine(Places.Corpora, "intel", folder),
                        "*.json",
                        SearchOption.AllDirectories
                    )
                    .Order(StringComparer.Ordinal)
            )
            {
                using FileStream file = File.OpenRead(path);
                FileImport.Read(file, Path.GetFileName(path), content);
            }
        }

        return new KnowledgeBase([BuiltInKnowledge.Read(), content.Part]);
    }

    private static void Entities(ReportReader reader, string title, IReadOnlyList<Annotated> documents)
    {
        var score = new SpanScore();
        foreach (Annotated document in documents)
        {
            score.Add(
                document.Entities.Select(static e => (e.Type, e.Start, e.End)),
                reader.Read(document.Text).Entities.Select(static e => (e.Type, e.Start, e.End))
            );
        }

        Console.WriteLine(title);
        foreach (string type in Labels.Types)
        {
            Console.WriteLine("  " + score.Line(type));
        }

        foreach (
            string type in (string[])
                [
                    EntityType.Ipv4,
                    EntityType.Domain,
                    EntityType.Url,
                    EntityType.Email,
                    EntityType.File,
                    EntityType.Vulnerability,
                ]
        )
        {
            Console.WriteLine("  " + score.Line(type));
        }
    }
}
