using System.Text.Json;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>Entra ID's audit log: the list of Graph, or JSON lines of diagnostic settings.</summary>
internal sealed class EntraAuditFormat(string tenant, bool isDiagnostic) : ITextFormat
{
    private bool _isFirst;

    public string Extension => ".json";

    public void Begin(ByteSink sink)
    {
        _isFirst = true;
        sink.Text(isDiagnostic ? "" : "{\"value\":[\n");
    }

    public void End(ByteSink sink) => sink.Text(isDiagnostic ? "" : "\n]}\n");

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is not DirectoryEvent change)
        {
            return;
        }

        (string name, string category) = Names(change.What);
        if (!isDiagnostic)
        {
            sink.Text(_isFirst ? "" : ",\n");
            _isFirst = false;
            Properties(sink.BeginJson(), change, name, category);
            sink.EndJson("");
            return;
        }

        Utf8JsonWriter json = sink.BeginJson();
        json.WriteStartObject();
        json.WriteString("time", EntraObject.Time(item.Time));
        json.WriteString("resourceId", $"/tenants/{tenant}/providers/Microsoft.aadiam");
        json.WriteString("operationName", name);
        json.WriteString("operationVersion", "1.0");
        json.WriteString("category", "AuditLogs");
        json.WriteString("tenantId", tenant);
        json.WriteString("resultSignature", "None");
        json.WriteNumber("durationMs", 0);
        json.WriteString("callerIpAddress", change.From.Address);
        json.WriteString("correlationId", change.Mark);
        json.WriteNumber("Level", 4);
        json.WritePropertyName("properties");
        Properties(json, change, name, category);
        json.WriteEndObject();
        sink.EndJson();
    }

    /// <summary>The operation's name and category.</summary>
    public static (string Name, string Category) Names(string what) =>
        what switch
        {
            "consent" => ("Consent to application", "ApplicationManagement"),
            "method" => ("User registered security info", "UserManagement"),
            "reset" => ("Reset password (by admin)", "UserManagement"),
            "change" => ("Change password (self-service)", "UserManagement"),
            "revoke" => ("Update StsRefreshTokenValidFrom Timestamp", "UserManagement"),
            "disable" => ("Disable account", "UserManagement"),
            "add-user" => ("Add user", "UserManagement"),
            "role" => ("Add member to role", "RoleManagement"),
            "app-removed" => ("Remove delegated permission grant", "ApplicationManagement"),
            "device" => ("Register device", "Device"),
            _ => ("Update user", "UserManagement"),
        };

    private static void Properties(Utf8JsonWriter json, DirectoryEvent item, string name, string category)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Mark);
        json.WriteString("category", category);
        json.WriteString("correlationId", item.Mark);
        json.WriteString("result", "success");
        json.WriteString(
            "resultReason",
            item.What == "method" ? "User registered Authenticator App with Notification and Code" : ""
        );
        json.WriteString("activityDisplayName", name);
        json.WriteString("activityDateTime", EntraObject.Time(item.Time));
        json.WriteString("loggedByService", item.What == "method" ? "Authentication Methods" : "Core Directory");
        json.WriteString("operationType", item.What is "add-user" or "consent" or "role" ? "Assign" : "Update");
        json.WriteStartObject("initiatedBy");
        json.WriteStartObject("user");
        json.WriteString("id", item.ActorId);
        json.WriteString("userPrincipalName", item.Actor);
        json.WriteString("ipAddress", item.From.Address);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("targetResources");
        json.WriteStartObject();
        json.WriteString("id", item.TargetId);
        if (item.What is "consent" or "app-removed")
        {
            json.WriteString("displayName", item.Target);
            json.WriteString("type", "ServicePrincipal");
            json.WriteStartArray("modifiedProperties");
            Modified(json, "ConsentContext.IsAdminConsent", "\"False\"");
            Modified(
                json,
                "ConsentAction.Permissions",
                $"\"[] => [[Id: {item.Mark}, ClientId: {item.TargetId}, PrincipalId: {item.ActorId}, ConsentType: Principal, Scope: {item.Detail}]]; \""
            );
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("userPrincipalName", item.Target);
            json.WriteString("type", "User");
            json.WriteStartArray("modifiedProperties");
            if (item.Detail.Length > 0)
            {
                Modified(json, item.What == "role" ? "Role.DisplayName" : "Detail", $"\"{item.Detail}\"");
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("additionalDetails");
        if (item.Agent.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("key", "User-Agent");
            json.WriteString("value", item.Agent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Modified(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("displayName", name);
        json.WriteNull("oldValue");
        json.WriteString("newValue", value);
        json.WriteEndObject();
    }
}
