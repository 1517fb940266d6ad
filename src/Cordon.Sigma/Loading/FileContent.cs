using Cordon.Events;
using Cordon.Sigma.Caching;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>What one file gave.</summary>
internal sealed class FileContent
{
    public List<SigmaDocument> Documents { get; } = [];

    public List<SigmaProblem> Problems { get; } = [];

    /// <summary>How many documents the file has, the refused ones among them.</summary>
    public int Count { get; init; }

    /// <summary>The hash of the file's bytes; null where it could not be read, or nobody wants to know.</summary>
    public ContentHash? Hash { get; set; }

    public static FileContent OfProblem(SigmaProblem problem)
    {
        var content = new FileContent();
        content.Problems.Add(problem);
        return content;
    }

    /// <summary>Reads every document of a text; one that is broken costs only itself.</summary>
    public static FileContent Read(string text, string path, SigmaOptions options, FieldTable fields)
    {
        List<YamlDocumentText> documents = YamlDocuments.Split(text);
        var content = new FileContent { Count = documents.Count };
        foreach (YamlDocumentText document in documents)
        {
            var context = new DocumentContext(path, document.Number, options, fields);
            SigmaDocument? read = ReadDocument(context, document);
            content.Problems.AddRange(
                context.Problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)
            );
            if (read is not null && !context.HasErrors)
            {
                content.Documents.Add(read);
            }
        }

        return content;
    }

    private static SigmaDocument? ReadDocument(DocumentContext context, YamlDocumentText document)
    {
        YamlNode? root = YamlReader.Read(document, context.Options, out YamlFault? fault);
        if (fault is not null)
        {
            context.Error(fault.Line, fault.Column, fault.Code, fault.Message);
            return null;
        }

        if (root is YamlMapping map)
        {
            return DocumentReader.Read(context, map);
        }

        context.Error(
            root?.Line ?? document.FirstLine,
            root?.Column ?? 1,
            ProblemCodes.NotARule,
            $"A Sigma document is a map of keys such as title, logsource and detection; this is {root?.Describe() ?? "empty"}."
        );
        return null;
    }
}
