using System.Reflection;
using System.Text.Json;
using Cordon.Intelligence.Importing;

namespace Cordon.Intelligence.Knowledge;

/// <summary>The knowledge that ships with Cordon: written for it from public facts, each with its source.</summary>
internal static class BuiltInKnowledge
{
    /// <exception cref="InvalidDataException">The file that ships is broken; a test holds that it is not.</exception>
    public static KnowledgePart Read()
    {
        var part = new KnowledgePart();
        var problems = new ProblemList();
        Assembly assembly = typeof(BuiltInKnowledge).Assembly;
        using Stream stream = assembly.GetManifestResourceStream("knowledge.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        part.Add(KnowledgeReader.Read(document.RootElement, KnowledgeBase.BuiltInImport, "knowledge.json", problems));
        return problems.Count == 0
            ? part
            : throw new InvalidDataException($"{problems.Kept[0].Place}: {problems.Kept[0].Reason}");
    }
}
