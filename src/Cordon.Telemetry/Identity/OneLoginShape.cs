using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>Events of OneLogin.</summary>
internal sealed class OneLoginShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "onelogin";

    /// <inheritdoc/>
    public override int Score(IndexedObject record) =>
        !record.Has("event_type_id") ? 0
        : record.Has("user_name") || record.Has("actor_user_name") || record.Has("account_id") || record.Has("ipaddr")
            ? 92
        : 50;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        record.Text("uuid") is { Length: > 0 } id ? id : record.Text("id");

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("onelogin", "onelogin.events");
        record.Header(
            record.Time(json.Text("created_at"))
                ?? record.Time(json.Text("event_timestamp"))
                ?? record.Time(json.Text("timestamp")),
            json.Text("account_id"),
            "onelogin",
            long.TryParse(json.Text("event_type_id"), out long code) ? code : null
        );
        record.Alias("id", json.Text("uuid"));
        return record.Show();
    }
}
