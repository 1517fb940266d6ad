using System.Globalization;
using System.Text;
using System.Text.Json;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>Sign-ins as Microsoft Graph gives them: one document with a list.</summary>
internal sealed class EntraGraphFormat : ITextFormat
{
    private bool _isFirst;

    public string Extension => ".json";

    public void Begin(ByteSink sink)
    {
        _isFirst = true;
        sink.Text("{\"value\":[\n");
    }

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is SignInEvent signIn)
        {
            sink.Text(_isFirst ? "" : ",\n");
            _isFirst = false;
            EntraObject.Write(sink.BeginJson(), signIn);
            sink.EndJson("");
        }
    }

    public void End(ByteSink sink) => sink.Text("\n]}\n");
}

/// <summary>Sign-ins through diagnostic settings: JSON lines around the object of Graph.</summary>
internal sealed class EntraDiagnosticFormat(string tenant, bool isInteractive) : ITextFormat
{
    public string Extension => ".json";

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is not SignInEvent signIn)
        {
            return;
        }

        Utf8JsonWriter json = sink.BeginJson();
        json.WriteStartObject();
        json.WriteString("time", EntraObject.Time(item.Time));
        json.WriteString("resourceId", $"/tenants/{tenant}/providers/Microsoft.aadiam");
        json.WriteString("operationName", "Sign-in activity");
        json.WriteString("operationVersion", "1.0");
        json.WriteString("category", isInteractive ? "SignInLogs" : "NonInteractiveUserSignInLogs");
        json.WriteString("tenantId", tenant);
        json.WriteString("resultType", signIn.Code.ToString(CultureInfo.InvariantCulture));
        if (signIn.Code != 0)
        {
            json.WriteString("resultDescription", EntraCodes.Reason(signIn.Code));
        }

        json.WriteNumber("durationMs", 0);
        json.WriteString("callerIpAddress", signIn.From.Address);
        json.WriteString("correlationId", signIn.Mark);
        json.WriteString("identity", signIn.Name);
        json.WriteNumber("Level", 4);
        json.WriteString("location", signIn.From.Place.Country);
        json.WritePropertyName("properties");
        EntraObject.Write(json, signIn);
        json.WriteEndObject();
        sink.EndJson();
    }
}

/// <summary>Sign-ins from a Log Analytics workspace: CSV with JSON in cells.</summary>
internal sealed class EntraTableFormat(bool isInteractive) : ITextFormat
{
    public string Extension => ".csv";

    public void Begin(ByteSink sink) =>
        CsvText.Row(
            sink,
            "TimeGenerated [UTC]",
            "Id",
            "Category",
            "UserDisplayName",
            "UserPrincipalName",
            "UserId",
            "AppDisplayName",
            "AppId",
            "IPAddress",
            "Location",
            "ResultType",
            "ResultDescription",
            "ClientAppUsed",
            "UserAgent",
            "CorrelationId",
            "ConditionalAccessStatus",
            "IsInteractive",
            "AuthenticationRequirement",
            "AuthenticationProtocol",
            "ResourceDisplayName",
            "RiskLevelDuringSignIn",
            "SessionId",
            "UniqueTokenIdentifier",
            "AutonomousSystemNumber",
            "Status",
            "DeviceDetail",
            "LocationDetails",
            "AuthenticationDetails"
        );

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is not SignInEvent s)
        {
            return;
        }

        CsvText.Row(
            sink,
            s.Time.ToString("M/d/yyyy, h:mm:ss.fff tt", CultureInfo.InvariantCulture),
            s.Mark,
            isInteractive ? "SignInLogs" : "NonInteractiveUserSignInLogs",
            s.Name,
            s.Account,
            s.UserId,
            s.App.Name,
            s.App.Id,
            s.From.Address,
            s.From.Place.Country,
            s.Code.ToString(CultureInfo.InvariantCulture),
            s.Code == 0 ? "" : EntraCodes.Reason(s.Code),
            s.ClientApp,
            s.Agent,
            s.Mark,
            s.Code == 53003 ? "failure"
                : s.Code == 0 ? "success"
                : "notApplied",
            isInteractive ? "true" : "false",
            EntraObject.Requirement(s),
            s.Protocol.Length > 0 ? s.Protocol : "none",
            s.App.Resource,
            s.Risk,
            s.Session,
            s.Code == 0 ? s.Mark[..8] + "AAAA" : "",
            s.From.Network.Number.ToString(CultureInfo.InvariantCulture),
            Cell(s, isArray: false, EntraObject.Status),
            Cell(s, isArray: false, EntraObject.Device),
            Cell(s, isArray: false, EntraObject.Location),
            Cell(s, isArray: true, EntraObject.Details)
        );
    }

    private static string Cell(SignInEvent item, bool isArray, Action<Utf8JsonWriter, SignInEvent> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            if (isArray)
            {
                json.WriteStartArray();
                write(json, item);
                json.WriteEndArray();
            }
            else
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

/// <summary>Sign-ins from the portal's download: CSV whose headers have spaces at their ends.</summary>
internal sealed class EntraPortalFormat : ITextFormat
{
    public string Extension => ".csv";

    public void Begin(ByteSink sink) =>
        CsvText.Row(
            sink,
            "Date (UTC)",
            "Request ID",
            "User agent",
            "Correlation ID",
            "User ID",
            "User",
            "Username",
            "User type",
            "Cross tenant access type",
            "Incoming token type",
            "Authentication Protocol",
            "Unique token identifier",
            "Original transfer method",
            "Client credential type",
            "Token Protection - Sign In Session",
            "Application",
            "Application ID ",
            "Resource",
            "Resource ID ",
            "Resource tenant ID",
            "Home tenant ID",
            "Home tenant name",
            "IP address",
            "Location",
            "Status",
            "Sign-in error code",
            "Failure reason",
            "Client app",
            "Device ID",
            "Browser",
            "Operating System",
            "Compliant",
            "Managed",
            "Join Type",
            "Multifactor authentication result",
            "Multifactor authentication auth method",
            "Multifactor authentication auth detail",
            "Authentication requirement",
            "Sign-in identifier",
            "Session ID",
            "IP address (seen by resource)",
            "Through Global Secure Access",
            "Global Secure Access IP address",
            "Autonomous system  number",
            "Flagged for review",
            "Token issuer type",
            "Token issuer name",
            "Latency",
            "Conditional Access"
        );

    public void Write(ByteSink sink, SimEvent item)
    {
        if (item is not SignInEvent s)
        {
            return;
        }

        string token = s.Factor == "claim" ? "Primary refresh token" : "None";
        CsvText.Row(
            sink,
            s.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            s.Mark,
            s.Agent,
            s.Mark,
            s.UserId,
            s.Name,
            s.Account,
            "member",
            "None",
            token,
            s.Protocol switch
            {
                "deviceCode" => "Device Code",
                "ropc" => "ROPC",
                _ => "None",
            },
            s.Code == 0 ? s.Mark[..8] + "AAAA" : "",
            "None",
            "None",
            "Unbound",
            s.App.Name,
            s.App.Id,
            s.App.Resource,
            "",
            "",
            "",
            "",
            s.From.Address,
            $"{s.From.Place.City}, {s.From.Place.State}, {s.From.Place.Country}",
            s.Code == 0 ? "Success"
                : s.Code is 50074 or 50076 or 50079 or 50140 ? "Interrupted"
                : "Failure",
            s.Code == 0 ? "" : s.Code.ToString(CultureInfo.InvariantCulture),
            s.Code == 0 ? "" : EntraCodes.Reason(s.Code),
            s.ClientApp,
            s.DeviceId,
            s.Browser,
            s.System,
            s.DeviceId.Length > 0 ? "Yes" : "No",
            s.DeviceId.Length > 0 ? "Yes" : "No",
            s.DeviceId.Length > 0 ? "Azure AD joined" : "",
            EntraCodes.Additional(s.Factor),
            s.Factor is "push" or "denied" or "silent" ? "Mobile app notification" : "",
            "",
            s.Factor.Length > 0 ? "Multifactor authentication" : "Single-factor authentication",
            s.Account,
            s.Session,
            "",
            "No",
            "",
            s.From.Network.Number.ToString(CultureInfo.InvariantCulture),
            "No",
            "Azure AD",
            "",
            "120",
            s.Code == 53003 ? "Failure"
                : s.Code == 0 ? "Success"
                : "Not Applied"
        );
    }
}
