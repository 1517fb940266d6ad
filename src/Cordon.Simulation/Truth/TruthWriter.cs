using System.Globalization;
using System.Text.Json;

namespace Cordon.Simulation.Truth;

/// <summary>Writes truth.json.</summary>
internal static class TruthWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    public static void Write(Stream output, TruthDocument truth)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("seed", truth.Seed);
        json.WriteString("profile", truth.Profile);
        json.WriteNumber("days", truth.Days);
        json.WriteStartArray("members");
        foreach (TruthMember member in truth.Members)
        {
            json.WriteStartObject();
            json.WriteString("id", member.Id);
            json.WriteString("name", member.Name);
            json.WriteString("folder", member.Folder);
            json.WriteNumber("accounts", member.Accounts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("attempts");
        foreach (TruthAttempt attempt in truth.Attempts)
        {
            Attempt(json, attempt);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Attempt(Utf8JsonWriter json, TruthAttempt attempt)
    {
        json.WriteStartObject();
        json.WriteString("id", attempt.Id);
        json.WriteString("organisation", attempt.Organisation);
        json.WriteString("kind", attempt.Kind);
        json.WriteString("campaign", attempt.Campaign);
        json.WriteString("actor", attempt.Actor);
        json.WriteStartObject("behind");
        json.WriteString("sort", attempt.Behind.Sort);
        json.WriteString("actor", attempt.Behind.Actor);
        json.WriteString("name", attempt.Behind.Name);
        json.WriteBoolean("reported", attempt.Behind.IsReported);
        json.WriteEndObject();
        json.WriteString("first", Time(attempt.First));
        json.WriteString("last", Time(attempt.Last));
        json.WriteStartArray("techniques");
        foreach (string technique in attempt.Techniques)
        {
            json.WriteStringValue(technique);
        }

        json.WriteEndArray();
        json.WriteString("outcome", TruthWords.Of(attempt.Outcome));
        json.WriteString("knowable", TruthWords.Of(attempt.Knowable));
        json.WriteStartArray("targets");
        foreach (TruthTarget target in attempt.Targets)
        {
            json.WriteStartObject();
            json.WriteString("kind", target.Kind);
            json.WriteString("name", target.Name);
            json.WriteString("outcome", TruthWords.Of(target.Outcome));
            json.WriteString("knowable", TruthWords.Of(target.Knowable));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missingLogs");
        foreach (string log in attempt.MissingLogs)
        {
            json.WriteStringValue(log);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Time(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
