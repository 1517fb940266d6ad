using System.Text.Json;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>
/// The unified audit log of Microsoft 365: objects of the Management API, and rows of an export whose <c>AuditData</c> holds them. Lists of names and values also answer
/// by their names.
/// </summary>
internal sealed class UnifiedAuditShape : CloudShape
{
    private static readonly string[] Names =
    [
        "CreationTime",
        "Id",
        "Operation",
        "Workload",
        "ResultStatus",
        "OrganizationId",
        "ObjectId",
        "RecordType",
        "UserId",
        "UserKey",
        "UserType",
        "ClientIP",
        "ClientIPAddress",
        "ActorIpAddress",
        "ApplicationId",
        "ErrorNumber",
        "LogonError",
        "MailboxOwnerUPN",
        "MailboxOwnerSid",
        "ClientInfoString",
        "OperationCount",
        "SessionId",
        "InterSystemsId",
        "SourceFileName",
        "SiteUrl",
        "UserAgent",
        "TargetUserOrGroupName",
        "LogonType",
        "ExternalAccess",
    ];

    /// <inheritdoc/>
    public override string Name => "m365-unified-audit";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        if (record.Has("AuditData") && (record.Has("Operations") || record.Has("Operation")))
        {
            return 97;
        }

        if (!record.Has("Operation") || !(record.Has("CreationTime") || record.Has("RecordType")))
        {
            return 0;
        }

        int marks = 0;
        foreach (
            string name in (ReadOnlySpan<string>)
                ["CreationTime", "Workload", "RecordType", "UserId", "UserKey", "UserType", "OrganizationId", "Id"]
        )
        {
            marks += record.Has(name) ? 1 : 0;
        }

        return marks >= 3 ? 60 + (marks * 4) : 0;
    }

    /// <inheritdoc/>
    public override int Score(CsvHeader header) =>
        header.Has("AuditData") && (header.Has("Operations") || header.Has("Operation") || header.Has("RecordType"))
            ? 97
            : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        record.Find("AuditData") is { ValueKind: JsonValueKind.Object } data ? data.Text("Id")
        : record.Has("AuditData") ? ""
        : record.Text("Id");

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        JsonElement outer = record.Json.Element;
        if (outer.Find("AuditData") is not { } data)
        {
            return Show(record, outer);
        }

        if (data.ValueKind == JsonValueKind.Object)
        {
            return Show(record, data);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(
                data.ValueKind == JsonValueKind.String ? data.GetString()! : data.GetRawText(),
                new JsonDocumentOptions { MaxDepth = JsonLimits.MaxDepth / 2 }
            );
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return Show(record, document.RootElement);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        record.Tell(
            "its AuditData is no JSON, perhaps cut when it was exported; what the other columns say was read",
            isLoss: true
        );
        return ShowRow(record, outer);
    }

    // A row whose details can't be read still says who did what.
    private static bool ShowRow(CloudRecord record, JsonElement row)
    {
        record.Begin("m365", "unified-audit");
        string time = row.Text("CreationDate") is { Length: > 0 } date ? date : row.Text("CreationTime");
        record.Header(record.Time(time), "");
        record.Alias("Operation", row.Text("Operations"));
        record.Alias("UserId", row.Text("UserIds"));
        record.Alias("Id", row.Text("Identity") is { Length: > 0 } id ? id : row.Text("RecordId"));
        return record.Show();
    }

    private static bool Show(CloudRecord record, JsonElement data)
    {
        record.BeginEmpty("m365", "unified-audit");
        record.AddAll("", data);
        string workload = data.Text("Workload");
        record.Header(
            record.Time(data.Text("CreationTime"))
                ?? record.Time(record.Json.Text("CreationDate"))
                ?? record.Time(record.Json.Text("CreationTime")),
            data.Text("OrganizationId"),
            workload
        );
        foreach (string name in Names)
        {
            record.Alias(name, data.Text(name));
        }

        foreach (
            string list in (ReadOnlySpan<string>)
                ["ExtendedProperties", "Parameters", "OperationProperties", "DeviceProperties"]
        )
        {
            AddPairs(record, data, list, "Value");
        }

        AddPairs(record, data, "ModifiedProperties", "NewValue");
        AddMail(record, data);
        record.Alias("AppAccessContext.AADSessionId", data.Text("AppAccessContext", "AADSessionId"));
        record.Alias("eventSource", workload);
        record.Alias("eventName", data.Text("Name") is { Length: > 0 } alert ? alert : data.Text("Operation"));
        string status = data.Text("ResultStatus");
        record.Alias(
            "status",
            status is "Success" or "Succeeded" or "True" || status.Length == 0 && data.Has("AlertId") ? "success" : ""
        );
        return record.Show();
    }

    private static void AddPairs(CloudRecord record, JsonElement data, string list, string value)
    {
        foreach (JsonElement pair in data.Items(list).Take(200))
        {
            if (pair.Text("Name") is not { Length: > 0 } name)
            {
                continue;
            }

            string text = pair.Find(value) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } nested
                ? nested.GetRawText()
                : pair.Text(value);
            if (text.Length == 0)
            {
                // A parameter that was emptied says something: forwarding that was taken back.
                record.Empty($"{list}.{name}");
            }

            record.Alias($"{list}.{name}", text);
            record.Alias(name, text);
            if (list == "ModifiedProperties")
            {
                record.Alias($"{list}.{name}.NewValue", text);
                record.Alias($"{list}.{name}.OldValue", pair.Text("OldValue"));
            }
        }
    }

    // Names of the mails that were read, deleted or sent, whatever list they stand in.
    private static void AddMail(CloudRecord record, JsonElement data)
    {
        int number = 0;
        foreach (JsonElement folder in data.Items("Folders").Take(50))
        {
            record.Alias("Folder", folder.Text("Path"));
            foreach (JsonElement item in folder.Items("FolderItems").Take(200))
            {
                Item(item.Text("InternetMessageId"));
            }
        }

        foreach (JsonElement item in data.Items("AffectedItems").Take(200))
        {
            Item(item.Text("InternetMessageId"));
            record.Alias("Subject", item.Text("Subject"));
        }

        Item(data.Text("Item", "InternetMessageId"));
        record.Alias("Subject", data.Text("Item", "Subject"));

        void Item(string id)
        {
            if (id.Length > 0 && number < 100)
            {
                record.Alias($"MessageId.{CloudRecord.TextOf(number++)}", id);
            }
        }
    }
}
