using System.Text.Json;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>
/// Sign-ins at Entra ID: as Microsoft Graph gives them, as diagnostic settings write them, out of Log Analytics, and the portal's tables, old and new. Whatever the
/// shape, events also answer to the column names of Log Analytics.
/// </summary>
internal sealed class EntraSignInShape : CloudShape
{
    private static readonly Dictionary<string, string> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SignInLogs"] = "signinlogs",
        ["NonInteractiveUserSignInLogs"] = "noninteractiveusersigninlogs",
        ["AADNonInteractiveUserSignInLogs"] = "noninteractiveusersigninlogs",
        ["ServicePrincipalSignInLogs"] = "serviceprincipalsigninlogs",
        ["AADServicePrincipalSignInLogs"] = "serviceprincipalsigninlogs",
        ["ManagedIdentitySignInLogs"] = "managedidentitysigninlogs",
        ["AADManagedIdentitySignInLogs"] = "managedidentitysigninlogs",
        ["ADFSSignInLogs"] = "adfssigninlogs",
        ["MicrosoftServicePrincipalSignInLogs"] = "serviceprincipalsigninlogs",
    };

    // The common name first, then what the shapes call it.
    private static readonly string[][] Names =
    [
        ["UserPrincipalName", "Username", "Sign-in identifier", "AlternateSignInName"],
        ["UserId", "User ID"],
        ["UserDisplayName", "User"],
        ["UserType", "User type"],
        ["ServicePrincipalName", "Service principal name", "Managed identity name"],
        ["ServicePrincipalId", "Service principal ID"],
        ["IPAddress", "callerIpAddress", "IP address"],
        ["ResultDescription", "status.failureReason", "Failure reason"],
        ["AppDisplayName", "Application"],
        ["AppId", "Application ID"],
        ["ResourceDisplayName", "Resource"],
        ["ClientAppUsed", "Client app", "ClientApp"],
        ["ConditionalAccessStatus", "Conditional Access"],
        ["AuthenticationRequirement", "Authentication requirement"],
        ["AuthenticationProtocol", "Authentication Protocol"],
        ["IncomingTokenType", "Incoming token type"],
        ["UserAgent", "User agent"],
        ["RiskLevelDuringSignIn"],
        ["RiskState"],
        ["RiskLevelAggregated"],
        ["SessionId", "Session ID"],
        ["UniqueTokenIdentifier", "Unique token identifier"],
        ["AutonomousSystemNumber", "Autonomous system number"],
        ["CorrelationId", "Correlation ID"],
        ["Id", "Request ID", "OriginalRequestId"],
        ["DeviceDetail.deviceId", "Device ID"],
        ["DeviceDetail.operatingSystem", "Operating System"],
        ["DeviceDetail.browser", "Browser"],
        ["DeviceDetail.trustType", "Join Type"],
        ["DeviceDetail.isCompliant", "Compliant"],
        ["LocationDetails.city", "location.city", "City"],
        ["LocationDetails.state", "location.state", "State"],
        ["LocationDetails.countryOrRegion", "location.countryOrRegion", "Country", "CountryOrRegion"],
        ["LocationDetails.geoCoordinates.latitude", "location.geoCoordinates.latitude"],
        ["LocationDetails.geoCoordinates.longitude", "location.geoCoordinates.longitude"],
        ["Status.additionalDetails", "MfaDetail.authDetail", "Multifactor authentication result"],
        ["TenantId", "tenantId", "homeTenantId", "Home tenant ID"],
        ["OperationName"],
        ["Category"],
    ];

    /// <inheritdoc/>
    public override string Name => "entra-signin";

    /// <inheritdoc/>
    public override int Score(IndexedObject record)
    {
        if (record.Has("Sign-in error code") || Channels.ContainsKey(record.Text("Type")))
        {
            return 95;
        }

        if (Channels.ContainsKey(record.Text("category")))
        {
            return record.Has("properties") || record.Has("ResultType") ? 95 : 40;
        }

        if (Of(record, "operationName").Equals("Sign-in activity", StringComparison.OrdinalIgnoreCase))
        {
            return 90;
        }

        bool isUser =
            record.Has("userPrincipalName") || record.Has("servicePrincipalName") || record.Has("servicePrincipalId");
        if (!isUser || record.Has("activityDateTime") || record.Has("riskEventType"))
        {
            return 0;
        }

        int marks = 0;
        foreach (
            string name in (ReadOnlySpan<string>)
                [
                    "appDisplayName",
                    "clientAppUsed",
                    "conditionalAccessStatus",
                    "ipAddress",
                    "ResultType",
                    "isInteractive",
                    "status",
                    "resourceDisplayName",
                    "createdDateTime",
                ]
        )
        {
            marks += record.Has(name) ? 1 : 0;
        }

        return marks >= 3 ? 60 + (marks * 3) : 0;
    }

    /// <inheritdoc/>
    public override int Score(CsvHeader header) =>
        header.Has("Sign-in error code") && header.Has("IP address") ? 95
        : (header.Has("UserPrincipalName") || header.Has("ServicePrincipalName"))
        && header.Has("IPAddress")
        && (header.Has("ResultType") || header.Has("Status") || header.Has("ErrorCode"))
            ? 90
        : header.Has("Username") && header.Has("IP address") && header.Has("Failure reason") ? 85
        : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record)
    {
        string id = Of(record, "id", "Request ID");
        // A sign-in is told again as it goes on: an interrupt first, then how it ended.
        return id.Length == 0
            ? ""
            : $"{id}|{Of(record, "createdDateTime", "time", "TimeGenerated", "Date (UTC)", "TimeGenerated [UTC]")}|{CodeOf(record)}|{Of(record, "status.additionalDetails", "Status.additionalDetails")}";
    }

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        string channel = ChannelOf(json);
        if (channel == "signinlogs" && record.IsTable && record.IsNamed("NonInteractive"))
        {
            // The portal's tables look alike; the names that it gives them do not.
            channel = "noninteractiveusersigninlogs";
        }

        record.Begin("azure", channel);
        record.Header(TimeOf(record), Of(json, "tenantId", "homeTenantId", "Home tenant ID"));
        foreach (string[] names in Names)
        {
            record.Alias(names[0], Of(json, names));
        }

        string code = CodeOf(json);
        record.Alias("ResultType", code);
        record.Alias("Status.errorCode", code);
        if (Part(json, "authenticationDetails") is { ValueKind: JsonValueKind.Array } details)
        {
            Details(record, details);
        }
        else
        {
            record.Alias("AuthenticationDetails.Method", Of(json, "Multifactor authentication auth method"));
        }

        if (Of(json, "status") is { Length: > 0 } status)
        {
            record.Alias("Status", status);
        }
        else if (code.Length > 0)
        {
            record.Alias("Status", code == "0" ? "Success" : "Failure");
        }

        string interactive = Of(json, "isInteractive");
        record.Alias(
            "IsInteractive",
            interactive.Length > 0 ? interactive
                : channel == "noninteractiveusersigninlogs" ? "false"
                : channel == "signinlogs" && !json.Has("signInEventTypes") ? "true"
                : ""
        );
        if (Part(json, "location") is null or { ValueKind: JsonValueKind.String })
        {
            Place(record, Of(json, "Location"));
        }

        record.Alias("Location", Of(json, "location.countryOrRegion", "LocationDetails.countryOrRegion"));
        record.Alias("ClientApp", Of(json, "clientAppUsed", "Client app"));
        record.Alias("userAgent", Of(json, "userAgent", "User agent"));
        record.Alias("DeviceDetail.trusttype", Of(json, "deviceDetail.trustType", "Join Type"));
        record.Alias("conditionalAccessStatus", Of(json, "conditionalAccessStatus", "Conditional Access"));
        record.Alias("Username", Of(json, "userPrincipalName", "Username"));
        return record.Show();
    }

    // Steps that were taken, under the names that Log Analytics has in its cell.
    private static void Details(CloudRecord record, JsonElement details)
    {
        int number = 0;
        foreach (JsonElement step in details.EnumerateArray().Take(20))
        {
            string place = $"AuthenticationDetails.{CloudRecord.TextOf(number++)}";
            record.Alias($"{place}.authenticationMethod", step.Text("authenticationMethod"));
            record.Alias($"{place}.succeeded", step.Text("succeeded"));
            record.Alias($"{place}.authenticationStepResultDetail", step.Text("authenticationStepResultDetail"));
        }
    }

    // The portal's "City, State, CC".
    private static void Place(CloudRecord record, string location)
    {
        string[] parts = location.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length >= 2)
        {
            record.Alias("LocationDetails.city", parts[0]);
            record.Alias("LocationDetails.countryOrRegion", parts[^1]);
        }
        else if (location.Length == 2)
        {
            record.Alias("LocationDetails.countryOrRegion", location);
        }
    }

    private static DateTime? TimeOf(CloudRecord record)
    {
        IndexedObject json = record.Json;
        // The time of the event before that of the record; of several the first that can be read.
        foreach (
            string name in (ReadOnlySpan<string>)
                [
                    "CreatedDateTime [UTC]",
                    "createdDateTime",
                    "Date (UTC)",
                    "time",
                    "TimeGenerated [UTC]",
                    "TimeGenerated",
                    "Date",
                ]
        )
        {
            bool isLocal = record.IsTable && name is "createdDateTime" or "Date";
            if (record.Time(Of(json, name), isLocal) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static string ChannelOf(IndexedObject record)
    {
        if (
            Channels.TryGetValue(Of(record, "category"), out string? channel)
            || Channels.TryGetValue(record.Text("Type"), out channel)
            || Channels.TryGetValue(record.Text("category"), out channel)
        )
        {
            return channel;
        }

        // Records of Graph name the kinds themselves; without them, who signed in tells.
        string kinds = string.Join(',', record.Items("signInEventTypes").Select(JsonMembers.TextOf));
        bool isService =
            Of(record, "userPrincipalName", "Username", "userId", "User ID").Length == 0
            && Of(record, "servicePrincipalId", "servicePrincipalName", "Service principal ID").Length > 0;
        return kinds.Contains("managedIdentity", StringComparison.OrdinalIgnoreCase) ? "managedidentitysigninlogs"
            : isService || kinds.Contains("servicePrincipal", StringComparison.OrdinalIgnoreCase)
                ? "serviceprincipalsigninlogs"
            : kinds.Contains("nonInteractiveUser", StringComparison.OrdinalIgnoreCase)
            || Of(record, "isInteractive").Equals("false", StringComparison.OrdinalIgnoreCase)
                ? "noninteractiveusersigninlogs"
            : "signinlogs";
    }

    private static string CodeOf(IndexedObject record)
    {
        string code = Of(record, "status.errorCode", "Sign-in error code", "ErrorCode");
        if (code.Length > 0)
        {
            return code;
        }

        code = Of(record, "resultType", "Status");
        return code.Equals("Success", StringComparison.OrdinalIgnoreCase) ? "0" : code;
    }
}
