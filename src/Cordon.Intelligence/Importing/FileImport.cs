using System.Text.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads one file of any form that is known.</summary>
internal static class FileImport
{
    /// <summary>Reads it.</summary>
    /// <param name="stream">It must be able to seek.</param>
    /// <param name="name">What a source is called that the file does not name: the file's name.</param>
    /// <param name="content">Gets what is read, and what could not be.</param>
    public static void Read(Stream stream, string name, ImportContent content)
    {
        byte[] start = new byte[FileFormats.Needed];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        FileFormat format = FileFormats.Of(start.AsSpan(0, read), read < start.Length);
        stream.Position = 0;
        switch (format)
        {
            case FileFormat.Stix:
                content.CountFormat(StixImport.Format);
                StixImport.Read(stream, name, name, content);
                break;
            case FileFormat.PlainList:
                content.CountFormat(PlainListImport.Format);
                PlainListImport.Read(stream, name, name, content);
                break;
            case FileFormat.MispManifest:
                // It lists the events that lie beside it and says nothing of its own.
                break;
            case FileFormat.Unknown:
                content.Problems.Add(name, "this is no form that Cordon reads");
                break;
            default:
                ReadWhole(stream, name, format, content);
                break;
        }
    }

    private static void ReadWhole(Stream stream, string name, FileFormat format, ImportContent content)
    {
        if (stream.Length > content.Limits.MaxFile)
        {
            content.Problems.Add(name, $"the file is larger than {content.Limits.MaxFile} bytes");
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(
                stream,
                new JsonDocumentOptions { MaxDepth = content.Limits.MaxDepth }
            );
            ReadJson(document.RootElement, name, format, content);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            content.Problems.Add(name, fault.Message);
        }
    }

    private static void ReadJson(JsonElement root, string name, FileFormat format, ImportContent content)
    {
        switch (format)
        {
            case FileFormat.Knowledge:
                content.CountFormat(KnowledgeReader.Format);
                KnowledgePart part = KnowledgeReader.Read(root, content.Import, name, content.Problems);
                content.Part.Add(part);
                KnowledgeIndicators.Read(root, part.Sources, name, content);
                break;
            case FileFormat.MicrosoftMapping:
                content.CountFormat(MicrosoftMappingImport.Format);
                MicrosoftMappingImport.Read(root, name, content);
                break;
            case FileFormat.MispGalaxy:
                content.CountFormat(MispGalaxyImport.Format);
                MispGalaxyImport.Read(root, name, content);
                break;
            case FileFormat.MispWarningList:
                content.CountFormat(MispWarningListImport.Format);
                MispWarningListImport.Read(root, name, content);
                break;
            default:
                content.CountFormat(MispEventImport.Format);
                MispEventImport.Read(root, name, content);
                break;
        }
    }
}
