using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>Audit logs of Google Cloud: entries whose <c>protoPayload</c> is an audit record, as they lie or as Pub/Sub and shippers wrap them.</summary>
internal sealed class GcpAuditShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "gcp-audit";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        IndexedObject entry = EntryOf(record);
        return
            entry.Find("protoPayload") is { ValueKind: JsonValueKind.Object } payload
            && (payload.Has("methodName") || payload.Has("serviceName"))
            && (entry.Has("logName") || entry.Has("timestamp") || entry.Has("insertId"))
            ? 92
            : 0;
    }

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record)
    {
        IndexedObject entry = EntryOf(record);
        return entry.Text("insertId") is { Length: > 0 } id
            ? $"{id}|{entry.Text("timestamp")}|{entry.Text("logName")}"
            : "";
    }

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject entry = EntryOf(record.Json);
        JsonElement payload = entry.Find("protoPayload")!.Value;
        string service = payload.Text("serviceName");
        // Workspace's logs come this way too.
        record.BeginEmpty(
            "gcp",
            service switch
            {
                "login.googleapis.com" => "google_workspace.login",
                "admin.googleapis.com" => "google_workspace.admin",
                _ => "gcp.audit",
            }
        );
        record.AddAll("", entry.Element);
        record.Header(record.Time(entry.Text("timestamp")), entry.Text("resource", "labels", "project_id"), service);
        record.Alias("gcp.audit.method_name", payload.Text("methodName"));
        record.Alias("gcp.audit.service_name", service);
        record.Alias("eventService", service);
        record.Alias("data.protoPayload.methodName", payload.Text("methodName"));
        record.Alias("data.protoPayload.serviceName", service);
        record.Alias("data.protoPayload.logName", entry.Text("logName"));
        record.Alias("data.protoPayload.resource.type", entry.Text("resource", "type"));
        foreach (string prefix in (ReadOnlySpan<string>)["protoPayload", "data.protoPayload"])
        {
            record.Alias(
                $"{prefix}.authorizationInfo.permission",
                payload.Items("authorizationInfo").Select(static i => i.Text("permission"))
            );
            record.Alias(
                $"{prefix}.authorizationInfo.granted",
                payload.Items("authorizationInfo").Select(static i => i.Text("granted"))
            );
        }

        string[] names = [.. payload.Items("metadata", "event").Select(static e => e.Text("eventName"))];
        record.Alias("protoPayload.metadata.event.eventName", names);
        record.Alias("eventName", names);
        return record.Show();
    }

    private static IndexedObject EntryOf(IndexedObject record) =>
        record.Find("protoPayload") is null && record.Find("data") is { ValueKind: JsonValueKind.Object } inner
            ? new IndexedObject(inner)
            : record;
}
