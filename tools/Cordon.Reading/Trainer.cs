using System.IO.Compression;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Techniques;
using Cordon.Reading.Corpora;
using Cordon.Reading.Measures;
using Cordon.Reading.Training;

namespace Cordon.Reading;

/// <summary>Trains what ships, and what is measured.</summary>
internal static class Trainer
{
    private const int LeastFeature = 2;
    private const float Rate = 0.03f;
    private const float Decay = 2e-4f;
    private const double Forget = 0.5;
    private const int Rounds = 8;
    private const float LeastWeight = 0.02f;
    private const int FewestDocuments = 3;
    private const int Folds = 5;

    /// <summary>What the classifier of techniques starts from; chosen on documents that each fold did not train on.</summary>
    public const float Shift = 1.5f;

    /// <summary>Trains on training and development parts, and writes the resources of Cordon.Intelligence.</summary>
    public static int Run(string repository)
    {
        string folder = Path.Combine(repository, "src", "Cordon.Intelligence", "Reading", "Models");
        (NameList names, SequenceModel tagger) = Tagger(["train", "dev"]);
        using (FileStream file = File.Create(Path.Combine(folder, "names.bin")))
        {
            using var packed = new BrotliStream(file, CompressionLevel.SmallestSize);
            names.Write(packed);
        }

        using (FileStream file = File.Create(Path.Combine(folder, "tagger.bin")))
        {
            tagger.Write(file);
        }

        List<Annotated> reports = TechniqueCorpora.Tram(Places.Corpora);
        using (FileStream file = File.Create(Path.Combine(folder, "techniques.bin")))
        {
            new TechniqueTrainer(Told(reports), TechniqueCorpora.Procedures(Places.Corpora))
                .Train(reports, Shift)
                .Write(file);
        }

        return 0;
    }

    /// <summary>Trains the tagger on parts of the corpora.</summary>
    public static (NameList Names, SequenceModel Model) Tagger(IReadOnlyList<string> parts)
    {
        string root = Places.Corpora;
        return Tagger(
            [.. parts.SelectMany(p => EntityCorpora.Aptner(root, p).Concat(EntityCorpora.AnnoCtr(root, p)))],
            [.. parts.SelectMany(p => EntityCorpora.AnnoCtrTexts(root, p))]
        );
    }

    /// <summary>Trains the tagger on documents.</summary>
    /// <param name="joined">Whose tokens are joined by spaces; they decide too which names are to be left out.</param>
    /// <param name="texts">As they were written.</param>
    public static (NameList Names, SequenceModel Model) Tagger(
        IReadOnlyList<Annotated> joined,
        IReadOnlyList<Annotated> texts
    )
    {
        NameList names = NamePruner.Prune(NameList.Of(NameSources.Read(Places.Corpora)), joined);
        List<Example> examples =
        [
            .. joined
                .Concat(texts)
                .Select(EntityCorpora.WithoutCommonWords)
                .SelectMany(d => ExampleReader.Read(d, names)),
        ];
        Console.Error.WriteLine($"{examples.Count} sentences");
        var trainer = new FieldTrainer(examples, LeastFeature, Rate, Decay, Forget);
        SequenceModel model = trainer.Train(Rounds, LeastWeight, Console.Error.WriteLine);
        // Not before: a model that knows all names of its training texts would trust in names too much.
        return (names.With(NameList.Of(NamePruner.Learned(joined))), model);
    }

    /// <summary>Measures techniques per document, each fifth of the reports by a model that was trained on the others.</summary>
    public static int Techniques()
    {
        List<Annotated> reports = TechniqueCorpora.Tram(Places.Corpora);
        List<(string, string)> procedures = TechniqueCorpora.Procedures(Places.Corpora);
        float[] shifts = [0.5f, 1, 1.5f, 2, 2.5f];
        SetScore[] scores = [.. shifts.Select(static _ => new SetScore())];
        for (int fold = 0; fold < Folds; fold++)
        {
            List<Annotated> train = [.. reports.Where((_, i) => i % Folds != fold)];
            TechniqueModel model = new TechniqueTrainer(Told(train), procedures).Train(train, 0);
            foreach (Annotated report in reports.Where((_, i) => i % Folds == fold))
            {
                var wanted = report
                    .Entities.Select(static e => e.Type)
                    .Where(static t => t.Length > 0)
                    .ToHashSet(StringComparer.Ordinal);
                for (int s = 0; s < shifts.Length; s++)
                {
                    scores[s].Add(wanted, TechniqueMeasure.Found(model, report.Text, shifts[s]));
                }
            }
        }

        for (int s = 0; s < shifts.Length; s++)
        {
            Console.WriteLine(scores[s].Line($"techniques {shifts[s]}"));
        }

        return 0;
    }

    private static IEnumerable<string> Told(IReadOnlyList<Annotated> reports) =>
        reports
            .SelectMany(static r =>
                r.Entities.Select(static e => e.Type).Where(static t => t.Length > 0).Distinct(StringComparer.Ordinal)
            )
            .GroupBy(static t => t, StringComparer.Ordinal)
            .Where(static g => g.Count() >= FewestDocuments)
            .Select(static g => g.Key);
}
