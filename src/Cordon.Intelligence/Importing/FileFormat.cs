using System.Text.Json;

namespace Cordon.Intelligence.Importing;

/// <summary>Which form a file has, told by its beginning and not by its name.</summary>
internal enum FileFormat
{
    Unknown,
    PlainList,
    Stix,
    Knowledge,
    MicrosoftMapping,
    MispGalaxy,
    MispEvent,
    MispWarningList,
    MispManifest,
}

/// <summary>Tells forms of files from each other.</summary>
internal static class FileFormats
{
    public const int Needed = 64 * 1024;

    /// <summary>Looks at the beginning of a file.</summary>
    /// <param name="start">Its first bytes, up to <see cref="Needed"/>.</param>
    /// <param name="isAll">Whether there are no more.</param>
    public static FileFormat Of(ReadOnlySpan<byte> start, bool isAll)
    {
        if (start.StartsWith("\uFEFF"u8))
        {
            start = start[3..];
        }

        ReadOnlySpan<byte> text = start.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return FileFormat.Unknown;
        }

        if (text[0] is not ((byte)'{' or (byte)'['))
        {
            return start.Contains((byte)0) ? FileFormat.Unknown : FileFormat.PlainList;
        }

        var reader = new Utf8JsonReader(text, isAll, default);
        try
        {
            return OfJson(ref reader);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return
                text[0] == (byte)'['
                && text.Length > 1
                && text[1] is not ((byte)'{' or (byte)'"' or (byte)'[' or (byte)' ' or (byte)'\r' or (byte)'\n')
                ? FileFormat.PlainList
                : FileFormat.Unknown;
        }
    }

    private static FileFormat OfJson(ref Utf8JsonReader reader)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        string? type = null;
        bool isArray = false;
        bool hasObjects = false;
        bool isFirstUuid = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                isArray = true;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.HasValueSequence || reader.ValueSpan.Length > 100 ? "" : reader.GetString() ?? "";
                isFirstUuid |= names.Count == 0 && Guid.TryParseExact(name, "D", out _);
                names.Add(name);
                if (!reader.Read())
                {
                    break;
                }

                if (
                    name is "type" or "format"
                    && reader.TokenType == JsonTokenType.String
                    && reader.ValueSpan.Length < 100
                )
                {
                    type = reader.GetString();
                }

                hasObjects |= name == "objects" && reader.TokenType == JsonTokenType.StartArray;
                if (Decide(names, type, isArray, hasObjects) is { } early)
                {
                    return early;
                }

                // What is inside does not matter; where it does not end within the bytes, what was seen has to do.
                if (!reader.TrySkip())
                {
                    break;
                }
            }
            else if (reader.TokenType == JsonTokenType.EndObject)
            {
                break;
            }
        }

        return isFirstUuid ? FileFormat.MispManifest
            : names.Contains("values") && names.Contains("uuid") ? FileFormat.MispGalaxy
            : names.Contains("list") ? FileFormat.MispWarningList
            : names.Contains("info") && (names.Contains("Attribute") || names.Contains("Object")) ? FileFormat.MispEvent
            : names.Contains("id") && type is not null ? FileFormat.Stix
            : names.Contains("more") && names.Contains("next") ? FileFormat.Stix
            : FileFormat.Unknown;
    }

    private static FileFormat? Decide(HashSet<string> names, string? type, bool isArray, bool hasObjects) =>
        type == Knowledge.KnowledgeReader.Format ? FileFormat.Knowledge
        : hasObjects || type == "bundle" ? FileFormat.Stix
        : isArray && names.Contains(MicrosoftMappingImport.NameColumn) ? FileFormat.MicrosoftMapping
        : names.Contains("Event") || names.Contains("response") ? FileFormat.MispEvent
        : null;
}
