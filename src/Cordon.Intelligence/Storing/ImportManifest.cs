using System.Globalization;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Json;

namespace Cordon.Intelligence.Storing;

/// <summary>Reads and writes the list of imports.</summary>
internal static class ImportManifest
{
    private const string Format = "cordon-intel/1";

    public static List<ImportRecord> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (JsonFields.Text(document.RootElement, "format") != Format)
            {
                throw new IntelligenceException($"{path} is of another version of Cordon");
            }

            return [.. JsonFields.Items(document.RootElement, "imports").Select(Record)];
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new IntelligenceException($"{path} is not whole: {fault.Message}", fault);
        }
    }

    public static byte[] Write(IReadOnlyList<ImportRecord> records)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("imports");
            foreach (ImportRecord one in records)
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id);
                json.WriteString("origin", one.Origin);
                json.WriteString("when", one.When.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("formats", one.Formats);
                json.WriteNumber("actors", one.Actors);
                json.WriteNumber("software", one.Software);
                json.WriteNumber("claims", one.Claims);
                json.WriteNumber("indicators", one.Indicators);
                json.WriteNumber("warning_lists", one.WarningLists);
                json.WriteNumber("problems", one.Problems);
                if (one.Grade is { } grade)
                {
                    json.WriteString("grade", grade);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static ImportRecord Record(JsonElement json)
    {
        string id = JsonFields.Text(json, "id") ?? "";
        if (id.Length != 16 || !id.All(char.IsAsciiHexDigitLower))
        {
            throw new FormatException("an import has no identifier");
        }

        int Number(string name) =>
            json.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int number) ? number : 0;
        return new ImportRecord(
            id,
            JsonFields.Text(json, "origin") ?? throw new FormatException($"the import {id} has no origin"),
            DateTime.Parse(
                JsonFields.Text(json, "when") ?? "",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            )
        )
        {
            Formats = JsonFields.Text(json, "formats") ?? "",
            Actors = Number("actors"),
            Software = Number("software"),
            Claims = Number("claims"),
            Indicators = Number("indicators"),
            WarningLists = Number("warning_lists"),
            Problems = Number("problems"),
            Grade = JsonFields.Text(json, "grade") is { } grade && AdmiraltyScale.IsGrade(grade) ? grade : null,
        };
    }
}
