using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>
/// Activities of Google Workspace as the Reports API gives them, where a record holds several events, each of which is shown by itself; and as warehouses keep them, one event
/// a record.
/// </summary>
internal sealed class GoogleWorkspaceShape : CloudShape
{
    private const int MaxEvents = 200;

    /// <inheritdoc/>
    public override string Name => "google-workspace";

    /// <inheritdoc/>
    public override int Score(IndexedObject record) =>
        record.Find("id", "applicationName") is not null
            ? record.Text("kind").Equals("admin#reports#activity", StringComparison.OrdinalIgnoreCase)
            || record.Has("events")
                ? 98
                : 80
            : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        record.Text("id", "uniqueQualifier") is { Length: > 0 } unique
            ? $"{unique}|{record.Text("id", "time")}|{record.Text("id", "applicationName")}|{record.Text("name")}|{record.Text("type")}"
            : "";

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        if (json.Find("events") is not { ValueKind: JsonValueKind.Array } events)
        {
            return Show(record, json.Element);
        }

        int number = 0;
        foreach (JsonElement one in events.EnumerateArray())
        {
            if (number++ == MaxEvents)
            {
                record.Tell($"it holds more than {MaxEvents} events; the others were left out", isLoss: true);
                break;
            }

            if (one.ValueKind == JsonValueKind.Object && !Show(record, one))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Show(CloudRecord record, JsonElement one)
    {
        IndexedObject json = record.Json;
        string application = json.Text("id", "applicationName").ToLowerInvariant();
        record.BeginEmpty("gcp", $"google_workspace.{application}");
        foreach (JsonProperty member in json.Element.EnumerateObject())
        {
            if (!member.NameEquals("events") && !member.NameEquals("parameters"))
            {
                record.AddAll(member.Name, member.Value);
            }
        }

        if (json.Has("events"))
        {
            record.Alias("name", one.Text("name"));
            record.Alias("type", one.Text("type"));
        }

        record.Header(record.Time(json.Text("id", "time")), json.Text("id", "customerId"), application);
        AddParameters(record, one);
        record.Alias("eventName", one.Text("name"));
        record.Alias("eventService", $"{application}.googleapis.com");
        record.Alias(
            "uniqueId",
            json.Text("id", "uniqueQualifier") is { Length: > 0 } id ? $"{id}@{json.Text("id", "time")}" : ""
        );
        return record.Show();
    }

    // As a list of {name, value}, or as an object.
    private static void AddParameters(CloudRecord record, JsonElement one)
    {
        if (one.Find("parameters") is not { } parameters)
        {
            return;
        }

        if (parameters.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in parameters.EnumerateObject())
            {
                record.AddAll($"parameters.{member.Name}", member.Value);
                record.Alias(member.Name.ToLowerInvariant(), JsonMembers.TextOf(member.Value));
            }

            return;
        }

        foreach (JsonElement parameter in one.Items("parameters"))
        {
            string name = parameter.Text("name");
            foreach (
                string kind in (ReadOnlySpan<string>)
                    [
                        "value",
                        "boolValue",
                        "intValue",
                        "multiValue",
                        "messageValue",
                        "multiIntValue",
                        "multiMessageValue",
                    ]
            )
            {
                if (name.Length > 0 && parameter.Find(kind) is { } value)
                {
                    record.AddAll($"parameters.{name}", value);
                    record.Alias(name.ToLowerInvariant(), JsonMembers.TextOf(value));
                }
            }
        }
    }
}
