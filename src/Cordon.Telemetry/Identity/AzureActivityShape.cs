using System.Text.Json;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>What was done with resources in Azure: the activity log and the logs of resources, from diagnostic settings, the programming interface or Log Analytics.</summary>
internal sealed class AzureActivityShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "azure-activity";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        if (record.Text("Type").Equals("AzureActivity", StringComparison.OrdinalIgnoreCase))
        {
            return 90;
        }

        if (record.Has("OperationNameValue") && (record.Has("CallerIpAddress") || record.Has("Caller")))
        {
            return 88;
        }

        // The programming interface gives names as {value, localizedValue}.
        if (record.Find("operationName", "value") is not null && record.Has("eventTimestamp"))
        {
            return 88;
        }

        if (record.Text("operationName").Length == 0)
        {
            return 0;
        }

        int marks = 0;
        foreach (
            string name in (ReadOnlySpan<string>)
                [
                    "time",
                    "resourceId",
                    "category",
                    "callerIpAddress",
                    "tenantId",
                    "correlationId",
                    "resultType",
                    "operationVersion",
                    "statusCode",
                ]
        )
        {
            marks += record.Has(name) ? 1 : 0;
        }

        return marks >= 3 && record.Has("time") ? 40 + (marks * 4) : 0;
    }

    /// <inheritdoc/>
    public override int Score(CsvHeader header) =>
        header.Has("OperationNameValue") || (header.Has("Operation name") && header.Has("Event initiated by")) ? 88 : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) => record.Text("eventDataId");

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("azure", "activitylogs");
        DateTime? time = null;
        foreach (
            string name in (ReadOnlySpan<string>)
                ["time", "eventTimestamp", "TimeGenerated [UTC]", "TimeGenerated", "Time"]
        )
        {
            time ??= record.Time(json.Text(name));
        }

        record.Header(time, json.Text("tenantId"));
        string operation =
            json.Text("OperationNameValue") is { Length: > 0 } value ? value
            : json.Text("operationName", "value") is { Length: > 0 } named ? named
            : Of(json, "operationName", "Operation name");
        record.Alias("operationName", operation);
        record.Alias("OperationNameValue", operation);
        record.Alias("properties.message", Of(json, "message", "operationName"));
        record.Alias("Caller", CallerOf(json));
        record.Alias("CallerIpAddress", Of(json, "callerIpAddress", "httpRequest.clientIpAddress"));
        record.Alias("ResourceId", Of(json, "resourceId", "Resource"));
        record.Alias("CategoryValue", Of(json, "category.value", "category"));
        record.Alias("ActivityStatusValue", Of(json, "status.value", "resultType", "statusText", "Status"));
        record.Alias("ResourceProviderValue", Of(json, "resourceProviderName.value"));
        record.Alias("CorrelationId", Of(json, "correlationId"));
        return record.Show();
    }

    private static string CallerOf(IndexedObject record)
    {
        string caller = Of(record, "caller", "Event initiated by");
        if (caller.Length > 0)
        {
            return caller;
        }

        // Claims are named by addresses with dots in them.
        if (record.Find("identity", "claims") is { ValueKind: JsonValueKind.Object } claims)
        {
            foreach (
                string name in (ReadOnlySpan<string>)
                    [
                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
                        "upn",
                        "unique_name",
                        "name",
                        "appid",
                    ]
            )
            {
                if (claims.Text(name) is { Length: > 0 } claim)
                {
                    return claim;
                }
            }
        }

        return Of(record, "identity.authorization.evidence.principalId", "requesterUpn", "identity.requester.upn");
    }
}
