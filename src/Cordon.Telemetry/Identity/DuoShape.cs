using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>Duo's logs of authentication (old and new) and of administration.</summary>
internal sealed class DuoShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "duo";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        if (record.Has("txid") || record.Has("auth_device") || record.Has("access_device"))
        {
            return record.Has("result") || record.Has("factor") ? 92 : 60;
        }

        if (record.Has("action") && record.Has("username") && (record.Has("isotimestamp") || record.Has("timestamp")))
        {
            return record.Has("description") ? 88 : 60;
        }

        return record.Has("factor") && record.Has("integration") && record.Has("result") ? 85 : 0;
    }

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        record.Text("txid") is { Length: > 0 } id ? $"{id}|{record.Text("result")}|{record.Text("timestamp")}" : "";

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        bool isAdmin = json.Has("action") && !json.Has("factor") && !json.Has("result");
        record.Begin("duo", isAdmin ? "admin" : "authentication");
        record.Header(
            record.Time(json.Text("isotimestamp"))
                ?? record.Time(json.Text("timestamp"))
                ?? record.Time(json.Text("ts")),
            json.Text("host"),
            "duo"
        );
        record.Alias("user.name", json.Text("username"));
        record.Alias("access_device.ip", json.Text("ip"));
        record.Alias("application.name", json.Text("integration"));
        record.Alias("txid", json.Text("txid"));
        if (isAdmin)
        {
            AddDescription(record, json.Text("description"));
        }

        return record.Show();
    }

    // The description of an action is JSON in a text.
    private static void AddDescription(CloudRecord record, string description)
    {
        if (!description.StartsWith('{'))
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(
                description,
                new JsonDocumentOptions { MaxDepth = JsonLimits.MaxDepth / 2 }
            );
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                record.Alias($"description.{member.Name}", JsonMembers.TextOf(member.Value));
            }
        }
        catch (JsonException)
        {
            // Then it is a text.
        }
    }
}
