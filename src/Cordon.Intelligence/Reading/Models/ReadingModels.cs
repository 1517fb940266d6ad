using System.IO.Compression;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Techniques;

namespace Cordon.Intelligence.Reading.Models;

/// <summary>What was trained, and the names that are known without any knowledge loaded; each is a resource that <c>tools/Cordon.Reading</c> makes.</summary>
/// <param name="Names">Known names.</param>
/// <param name="Tagger">Tags names; null where there is none.</param>
/// <param name="Techniques">Tells techniques; null where there is none.</param>
internal sealed record ReadingModels(NameList Names, Tagger? Tagger, TechniqueReader? Techniques)
{
    private static readonly Lazy<ReadingModels> Shipped = new(Load);

    /// <summary>What ships with the program.</summary>
    public static ReadingModels BuiltIn => Shipped.Value;

    private static ReadingModels Load()
    {
        NameList names = NameList.Empty;
        using (Stream? stream = Open("names"))
        {
            if (stream is not null)
            {
                using var packed = new BrotliStream(stream, CompressionMode.Decompress);
                using var bytes = new MemoryStream();
                packed.CopyTo(bytes);
                names = NameList.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            }
        }

        using Stream? tagger = Open("tagger");
        using Stream? techniques = Open("techniques");
        return new ReadingModels(
            names,
            tagger is null ? null : new Tagger(SequenceModel.Read(tagger), names),
            techniques is null ? null : new TechniqueReader(TechniqueModel.Read(techniques))
        );
    }

    private static Stream? Open(string name) =>
        typeof(ReadingModels).Assembly.GetManifestResourceStream($"reading/{name}.bin");
}
