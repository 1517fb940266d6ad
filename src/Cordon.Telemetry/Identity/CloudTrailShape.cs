using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>CloudTrail of AWS.</summary>
internal sealed class CloudTrailShape : CloudShape
{
    private static readonly string[] Names =
    [
        "eventName",
        "eventSource",
        "eventTime",
        "eventType",
        "eventID",
        "awsRegion",
        "sourceIPAddress",
        "userAgent",
        "errorCode",
        "errorMessage",
        "recipientAccountId",
        "userIdentity.type",
        "userIdentity.arn",
        "userIdentity.userName",
        "userIdentity.accountId",
        "userIdentity.principalId",
        "userIdentity.accessKeyId",
        "userIdentity.sessionContext.sessionIssuer.userName",
        "userIdentity.sessionContext.sessionIssuer.type",
        "userIdentity.sessionContext.attributes.mfaAuthenticated",
        "additionalEventData.MFAUsed",
        "additionalEventData.UserName",
        "responseElements.ConsoleLogin",
        "requestParameters.userName",
        "requestParameters.roleArn",
        "requestParameters.policyArn",
        "requestParameters.name",
        "requestParameters.bucketName",
        "requestParameters.key",
        "responseElements.accessKey.accessKeyId",
        "serviceEventDetails.UserAuthentication",
    ];

    /// <inheritdoc/>
    public override string Name => "aws-cloudtrail";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        if (!record.Has("eventSource") || !record.Has("eventName"))
        {
            return 0;
        }

        return
            record.Text("eventSource").EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
            || record.Has("awsRegion")
            || record.Has("userIdentity")
            || record.Has("recipientAccountId")
            ? 94
            : 40;
    }

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        record.Text("eventID") is { Length: > 0 } id
            ? $"{id}|{record.Text("recipientAccountId")}|{record.Text("eventName")}"
            : "";

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("aws", "cloudtrail");
        string account = json.Text("recipientAccountId");
        record.Header(
            record.Time(json.Text("eventTime")),
            account.Length > 0 ? account : json.Text("userIdentity", "accountId"),
            json.Text("eventSource")
        );
        foreach (string name in Names)
        {
            record.Alias(name, json.Text([.. name.Split('.')]));
        }

        // Rules look for texts within what was asked and answered.
        foreach (string name in (ReadOnlySpan<string>)["requestParameters", "responseElements", "additionalEventData"])
        {
            if (json.Find(name) is { ValueKind: JsonValueKind.Object } part)
            {
                record.Alias(name, part.GetRawText());
            }
        }

        return record.Show();
    }
}
