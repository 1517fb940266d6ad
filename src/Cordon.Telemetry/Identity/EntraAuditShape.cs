using System.Text.Json;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>
/// Changes in the directory (Entra audit logs): Graph's <c>directoryAudits</c>, diagnostic settings, Log Analytics and the portal's table. Events also answer to the column
/// names of Log Analytics.
/// </summary>
internal sealed class EntraAuditShape : CloudShape
{
    private static readonly string[][] Names =
    [
        ["OperationName", "activityDisplayName", "Activity"],
        ["ActivityDisplayName", "operationName", "Activity"],
        ["Result", "resultType", "Status"],
        ["ResultReason", "resultDescription", "ResultReason"],
        ["LoggedByService", "Service"],
        ["Category"],
        ["OperationType", "ActivityType", "activityOperationType"],
        ["CorrelationId", "Correlation ID", "CorrelationId"],
        ["Id", "AuditLogId"],
        ["TenantId", "AADTenantId"],
        ["InitiatedBy.user.userPrincipalName", "ActorUserPrincipalName", "Initiated by (actor)"],
        ["InitiatedBy.user.id", "ActorObjectId"],
        ["InitiatedBy.user.ipAddress", "callerIpAddress", "IPAddress", "IpAddress", "IP address"],
        ["InitiatedBy.app.displayName", "ActorDisplayName"],
        ["InitiatedBy.app.servicePrincipalId", "ActorServicePrincipalName"],
    ];

    /// <inheritdoc/>
    public override string Name => "entra-audit";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        string category = record.Text("category");
        if (
            category.Equals("AuditLogs", StringComparison.OrdinalIgnoreCase)
            || record.Text("Type").Equals("AuditLogs", StringComparison.OrdinalIgnoreCase)
        )
        {
            return 95;
        }

        bool isNamed = Of(record, "activityDisplayName").Length > 0;
        bool isInitiated = Part(record, "initiatedBy") is not null || Part(record, "targetResources") is not null;
        bool isTold = Of(record, "loggedByService").Length > 0;
        return isInitiated && (isNamed || isTold) ? 92
            : isInitiated && Of(record, "activityDateTime", "operationName").Length > 0 ? 70
            : record.Has("ActivityType") && record.Has("ActorUserPrincipalName") ? 85
            : 0;
    }

    /// <inheritdoc/>
    public override int Score(CsvHeader header) =>
        header.Has("InitiatedBy") && header.Has("TargetResources") ? 92
        : header.Has("Activity") && header.Has("ActorUserPrincipalName") && header.Has("Service") ? 92
        : header.Has("Activity") && header.Has("Initiated by (actor)") ? 85
        : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) => Of(record, "id", "AuditLogId");

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        string service = Of(json, "loggedByService", "Service");
        record.Begin("azure", service.Equals("PIM", StringComparison.OrdinalIgnoreCase) ? "pim" : "auditlogs");
        DateTime? time = null;
        foreach (
            string name in (ReadOnlySpan<string>)
                ["activityDateTime", "Date (UTC)", "time", "TimeGenerated [UTC]", "TimeGenerated", "Date"]
        )
        {
            time ??= record.Time(Of(json, name), record.IsTable && name == "Date");
        }

        record.Header(time, Of(json, "tenantId", "AADTenantId"), service);
        foreach (string[] names in Names)
        {
            record.Alias(names[0], Of(json, names));
        }

        // In Sigma's rules the activity is the record's message.
        string activity = Of(json, "activityDisplayName", "operationName", "Activity");
        record.Alias("properties.message", activity);
        record.Alias("operationName", activity);
        record.Alias("ActivityType", Of(json, "operationType", "activityOperationType"));
        record.Alias("Status", Of(json, "result"));
        record.Alias("properties.result", Of(json, "result"));
        record.Alias("Initiatedby", Of(json, "initiatedBy.user.userPrincipalName", "initiatedBy.app.displayName"));
        AddTargets(record, Part(json, "targetResources"));
        AddTable(record);
        foreach (JsonElement pair in Pairs(Part(json, "additionalDetails")))
        {
            record.Alias($"AdditionalDetails.{pair.Text("key")}", pair.Text("value"));
        }

        return record.Show();
    }

    private static IEnumerable<JsonElement> Pairs(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Take(50) : [];

    private static void AddTargets(CloudRecord record, JsonElement? targets)
    {
        int number = 0;
        foreach (JsonElement target in Pairs(targets))
        {
            if (number++ == 0)
            {
                record.Alias("TargetResources.0.userPrincipalName", target.Text("userPrincipalName"));
                record.Alias("TargetResources.0.displayName", target.Text("displayName"));
                record.Alias("TargetResources.0.id", target.Text("id"));
                record.Alias("TargetResources.0.type", target.Text("type"));
                record.Alias(
                    "Target",
                    target.Text("userPrincipalName") is { Length: > 0 } name ? name : target.Text("displayName")
                );
            }

            record.Alias("targetResources.type", target.Text("type"));
            foreach (JsonElement change in target.Items("modifiedProperties").Take(50))
            {
                string name = change.Text("displayName");
                record.Alias($"ModifiedProperties.{name}.NewValue", change.Text("newValue"));
                record.Alias($"ModifiedProperties.{name}.OldValue", change.Text("oldValue"));
                record.Alias("TargetResources.ModifiedProperties.DisplayName", name);
                record.Alias("TargetResources.modifiedProperties.newValue", change.Text("newValue"));
                record.Alias("TargetResources.ModifiedProperties.NewValue", change.Text("newValue"));
                if (name.StartsWith("ConsentContext.", StringComparison.Ordinal))
                {
                    record.Alias(name, change.Text("newValue").Trim('"'));
                }
            }
        }
    }

    // The portal's table has a column for each of three targets and their properties.
    private static void AddTable(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Alias("TargetResources.0.userPrincipalName", Of(json, "Target1UserPrincipalName"));
        record.Alias("TargetResources.0.displayName", Of(json, "Target1DisplayName", "Target(s)"));
        record.Alias("TargetResources.0.id", Of(json, "Target1ObjectId"));
        record.Alias("TargetResources.0.type", Of(json, "Target1Type"));
        for (int i = 1; i <= 5; i++)
        {
            string place = $"Target1ModifiedProperty{CloudRecord.TextOf(i)}";
            if (Of(json, place + "Name") is { Length: > 0 } name)
            {
                record.Alias($"ModifiedProperties.{name}.NewValue", Of(json, place + "NewValue"));
                record.Alias($"ModifiedProperties.{name}.OldValue", Of(json, place + "OldValue"));
            }
        }
    }
}
