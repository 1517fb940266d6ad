using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>Risks that Entra ID Protection detected: Graph's <c>riskDetections</c>, diagnostic settings (<c>UserRiskEvents</c>) and Log Analytics.</summary>
internal sealed class EntraRiskShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "entra-risk";

    /// <inheritdoc/>
    public override int Score(IndexedObject record) =>
        Of(record, "riskEventType").Length > 0
        && Of(record, "detectedDateTime", "activityDateTime", "riskLevel").Length > 0
            ? 96
        : record.Text("category") is { Length: > 0 } category
        && (
            category.Equals("UserRiskEvents", StringComparison.OrdinalIgnoreCase)
            || category.Equals("RiskyUsers", StringComparison.OrdinalIgnoreCase)
        )
            ? 95
        : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        Of(record, "id") is { Length: > 0 } id
            ? $"{id}|{Of(record, "riskState")}|{Of(record, "lastUpdatedDateTime", "time")}"
            : "";

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("azure", "riskdetection");
        record.Header(
            record.Time(Of(json, "activityDateTime"))
                ?? record.Time(Of(json, "detectedDateTime"))
                ?? record.Time(Of(json, "riskLastUpdatedDateTime"))
                ?? record.Time(Of(json, "time", "TimeGenerated")),
            Of(json, "tenantId")
        );
        record.Alias("UserPrincipalName", Of(json, "userPrincipalName"));
        record.Alias("IPAddress", Of(json, "ipAddress"));
        record.Alias("riskEventType", Of(json, "riskEventType"));
        record.Alias("RiskLevel", Of(json, "riskLevel"));
        record.Alias("RiskState", Of(json, "riskState"));
        record.Alias("Id", Of(json, "id"));
        return record.Show();
    }
}
