using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>Microsoft 365's unified audit log: the export as CSV with JSON in the column AuditData, or that JSON by lines.</summary>
internal sealed class UnifiedAuditFormat(string tenant, bool isCsv) : ITextFormat
{
    private readonly ArrayBufferWriter<byte> _cell = new();

    public string Extension => isCsv ? ".csv" : ".json";

    public void Begin(ByteSink sink)
    {
        if (isCsv)
        {
            CsvText.Row(sink, "RecordType", "CreationDate", "UserIds", "Operations", "AuditData");
        }
    }

    public void Write(ByteSink sink, SimEvent item)
    {
        if (!isCsv)
        {
            Record(sink.BeginJson(), item);
            sink.EndJson();
            return;
        }

        _cell.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_cell))
        {
            Record(json, item);
        }

        (string operation, int type, string user) = Head(item);
        CsvText.Row(
            sink,
            type.ToString(CultureInfo.InvariantCulture),
            item.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.0000000'Z'", CultureInfo.InvariantCulture),
            user,
            operation,
            Encoding.UTF8.GetString(_cell.WrittenSpan)
        );
    }

    private static (string Operation, int Type, string User) Head(SimEvent item) =>
        item switch
        {
            SignInEvent s => (s.Code is 0 or 50140 ? "UserLoggedIn" : "UserLoginFailed", 15, s.Account),
            DirectoryEvent d => (EntraAuditFormat.Names(d.What).Name + ".", 8, d.Actor),
            ActivityEvent a => (
                a.Operation,
                a.Operation switch
                {
                    "MailItemsAccessed" => 50,
                    "New-InboxRule"
                    or "Set-Mailbox"
                    or "Remove-InboxRule"
                    or "New-TransportRule"
                    or "Add-MailboxPermission" => 1,
                    "Send" or "HardDelete" or "SoftDelete" => 2,
                    _ => 6,
                },
                a.Account
            ),
            _ => ("", 0, ""),
        };

    private void Record(Utf8JsonWriter json, SimEvent item)
    {
        (string operation, int type, string user) = Head(item);
        json.WriteStartObject();
        json.WriteString("CreationTime", item.Time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteString("Id", item.Mark);
        json.WriteString("Operation", operation);
        json.WriteString("OrganizationId", tenant);
        json.WriteNumber("RecordType", type);
        json.WriteNumber("UserType", 0);
        json.WriteNumber("Version", 1);
        json.WriteString("UserId", user);
        switch (item)
        {
            case SignInEvent s:
                SignIn(json, s);
                break;
            case DirectoryEvent d:
                Change(json, d);
                break;
            case ActivityEvent a:
                Activity(json, a, type);
                break;
        }

        json.WriteEndObject();
    }

    private static void SignIn(Utf8JsonWriter json, SignInEvent s)
    {
        json.WriteString("ResultStatus", s.Code is 0 or 50140 ? "Success" : "Failed");
        json.WriteString("UserKey", s.UserId);
        json.WriteString("Workload", "AzureActiveDirectory");
        json.WriteString("ClientIP", s.From.Address);
        json.WriteString("ActorIpAddress", s.From.Address);
        json.WriteString("ObjectId", s.App.Id);
        json.WriteNumber("AzureActiveDirectoryEventType", 1);
        json.WriteStartArray("ExtendedProperties");
        Named(json, "ResultStatusDetail", s.Code == 0 ? "Success" : "UserError");
        Named(json, "UserAgent", s.Agent);
        Named(json, "UserAuthenticationMethod", s.Factor.Length > 0 ? "16457" : "1");
        Named(
            json,
            "RequestType",
            s.Protocol switch
            {
                "ropc" => "OAuth2:Token",
                "deviceCode" => "Cmsi:Cmsi",
                _ => s.IsInteractive ? "Login:login" : "OAuth2:Token",
            }
        );
        json.WriteEndArray();
        json.WriteStartArray("DeviceProperties");
        Named(json, "OS", s.System);
        Named(json, "BrowserType", s.Browser);
        Named(json, "SessionId", s.Session);
        json.WriteEndArray();
        json.WriteString("ApplicationId", s.App.Id);
        json.WriteString("ErrorNumber", s.Code.ToString(CultureInfo.InvariantCulture));
        if (EntraCodes.LogonError(s.Code) is { Length: > 0 } error)
        {
            json.WriteString("LogonError", error);
        }
    }

    private static void Change(Utf8JsonWriter json, DirectoryEvent d)
    {
        json.WriteString("ResultStatus", "Success");
        json.WriteString("UserKey", d.ActorId);
        json.WriteString("Workload", "AzureActiveDirectory");
        json.WriteString("ObjectId", d.Target);
        json.WriteString("ClientIP", d.From.Address);
        json.WriteNumber("AzureActiveDirectoryEventType", 1);
        json.WriteStartArray("ModifiedProperties");
        if (d.What == "consent")
        {
            Changed(json, "ConsentContext.IsAdminConsent", "False");
            Changed(
                json,
                "ConsentAction.Permissions",
                $"[] => [[Id: {d.Mark}, ConsentType: Principal, Scope: {d.Detail}]]; "
            );
        }
        else if (d.Detail.Length > 0)
        {
            Changed(json, d.What == "role" ? "Role.DisplayName" : "Detail", d.Detail);
        }

        json.WriteEndArray();
        json.WriteStartArray("Target");
        json.WriteStartObject();
        json.WriteString("ID", d.Target);
        json.WriteNumber("Type", 5);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Activity(Utf8JsonWriter json, ActivityEvent a, int type)
    {
        json.WriteString("ResultStatus", "Succeeded");
        json.WriteString("UserKey", a.Account);
        json.WriteString("Workload", type is 6 ? "SharePoint" : "Exchange");
        json.WriteString("ClientIP", a.From.Address);
        json.WriteString("ClientIPAddress", a.From.Address);
        json.WriteString("SessionId", a.Session);
        if (a.Object.Length > 0)
        {
            json.WriteString("ObjectId", a.Object);
        }

        if (a.Agent.Length > 0)
        {
            json.WriteString(type is 6 ? "UserAgent" : "ClientInfoString", a.Agent);
        }

        if (type == 50)
        {
            json.WriteString("MailboxOwnerUPN", a.Account);
            json.WriteStartArray("OperationProperties");
            foreach ((string name, string value) in a.Parameters)
            {
                Named(json, name, value);
            }

            Named(json, "IsThrottled", a.IsThrottled ? "True" : "False");
            json.WriteEndArray();
            json.WriteNumber("OperationCount", a.Items);
            json.WriteStartArray("Folders");
            json.WriteStartObject();
            json.WriteString("Path", "\\Inbox");
            json.WriteStartArray("FolderItems");
            for (int i = 0; i < Math.Min(a.Items, 3); i++)
            {
                json.WriteStartObject();
                json.WriteString(
                    "InternetMessageId",
                    $"<{a.Mark[..8]}.{i}@{a.Account[(a.Account.IndexOf('@', StringComparison.Ordinal) + 1)..]}>"
                );
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else if (a.Parameters.Count > 0)
        {
            json.WriteStartArray(type == 1 ? "Parameters" : "ExtendedProperties");
            foreach ((string name, string value) in a.Parameters)
            {
                Named(json, name, value);
            }

            json.WriteEndArray();
        }
    }

    private static void Named(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        json.WriteString("Value", value);
        json.WriteEndObject();
    }

    private static void Changed(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        json.WriteString("NewValue", value);
        json.WriteString("OldValue", "");
        json.WriteEndObject();
    }
}
