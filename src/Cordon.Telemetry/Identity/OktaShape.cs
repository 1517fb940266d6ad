using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>Okta's System Log.</summary>
internal sealed class OktaShape : CloudShape
{
    private static readonly string[] Names =
    [
        "eventType",
        "legacyEventType",
        "displayMessage",
        "severity",
        "uuid",
        "published",
        "outcome.result",
        "outcome.reason",
        "actor.alternateId",
        "actor.id",
        "actor.displayName",
        "actor.type",
        "client.ipAddress",
        "client.zone",
        "client.device",
        "client.userAgent.rawUserAgent",
        "client.geographicalContext.city",
        "client.geographicalContext.country",
        "client.geographicalContext.geolocation.lat",
        "client.geographicalContext.geolocation.lon",
        "securityContext.asNumber",
        "securityContext.isp",
        "securityContext.isProxy",
        "authenticationContext.externalSessionId",
        "authenticationContext.rootSessionId",
        "authenticationContext.credentialType",
        "debugContext.debugData.dtHash",
        "debugContext.debugData.deviceFingerprint",
        "debugContext.debugData.requestUri",
        "debugContext.debugData.threatSuspected",
        "debugContext.debugData.behaviors",
        "debugContext.debugData.risk",
        "debugContext.debugData.factor",
        "debugContext.debugData.logOnlySecurityData",
        "transaction.id",
    ];

    /// <inheritdoc/>
    public override string Name => "okta";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        record = Inner(record);
        if (!record.Has("eventType") || record.Has("eventSource"))
        {
            return 0;
        }

        int marks = 0;
        foreach (
            string name in (ReadOnlySpan<string>)
                [
                    "published",
                    "actor",
                    "outcome",
                    "uuid",
                    "displayMessage",
                    "legacyEventType",
                    "authenticationContext",
                    "securityContext",
                    "debugContext",
                    "transaction",
                    "client",
                    "target",
                ]
        )
        {
            marks += record.Has(name) ? 1 : 0;
        }

        return marks >= 3 ? Math.Min(98, 60 + (marks * 4)) : 0;
    }

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) => Inner(record).Text("uuid");

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = Inner(record.Json);
        record.BeginEmpty("okta", "okta");
        record.AddAll("", json.Element);
        record.Header(record.Time(json.Text("published")), "", "okta");
        foreach (string name in Names)
        {
            record.Alias(name, json.Text([.. name.Split('.')]));
        }

        int number = 0;
        foreach (JsonElement target in json.Items("target").Take(20))
        {
            string place = $"target.{CloudRecord.TextOf(number++)}";
            record.Alias($"{place}.alternateId", target.Text("alternateId"));
            record.Alias($"{place}.displayName", target.Text("displayName"));
            record.Alias($"{place}.type", target.Text("type"));
            record.Alias($"{place}.id", target.Text("id"));
            record.Alias("target.displayName", target.Text("displayName"));
        }

        return record.Show();
    }

    // Event hooks and some shippers put the event one level down.
    private static IndexedObject Inner(IndexedObject record) =>
        !record.Has("eventType") && record.Find("event") is { ValueKind: JsonValueKind.Object } inner
            ? new IndexedObject(inner)
            : record;
}
