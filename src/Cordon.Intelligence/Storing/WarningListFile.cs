using System.Text.Json;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Json;

namespace Cordon.Intelligence.Storing;

/// <summary>Keeps warning lists in MISP's own form, one behind the other in a list.</summary>
internal static class WarningListFile
{
    public static void Write(IReadOnlyList<WarningList> lists, Stream target)
    {
        using var json = new Utf8JsonWriter(target);
        json.WriteStartArray();
        foreach (WarningList list in lists)
        {
            json.WriteStartObject();
            json.WriteString("name", list.Name);
            json.WriteString(
                "type",
                list.Type switch
                {
                    WarningListType.Exact => "string",
                    WarningListType.HostName => "hostname",
                    WarningListType.Network => "cidr",
                    _ => "substring",
                }
            );
            json.WriteStartArray("matching_attributes");
            foreach (string kind in list.Kinds.Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(kind);
            }

            json.WriteEndArray();
            json.WriteStartArray("list");
            foreach (string value in list.Values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static IReadOnlyList<WarningList> Read(string path, ImportContent content)
    {
        using FileStream stream = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(stream);
        int at = 0;
        foreach (JsonElement one in document.RootElement.EnumerateArray())
        {
            MispWarningListImport.Read(one, $"{path}: [{at++}]", content);
        }

        return content.WarningLists;
    }
}
