using System.Globalization;
using System.Text.Json;

namespace Cordon.Samples.Cloud;

/// <summary>Writes sign-ins in the shape in which Azure's diagnostic settings hand them on: a JSON object a line.</summary>
internal static class SignInLog
{
    public static byte[] Write(IEnumerable<CloudSignIn> signIns)
    {
        using var stream = new MemoryStream();
        foreach (var signIn in signIns.OrderBy(item => item.Time))
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                Write(json, signIn);
            }

            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CloudSignIn signIn)
    {
        var time = signIn.Time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("time", time);
        json.WriteString("resourceId", $"/tenants/{CloudAccounts.Tenant}/providers/Microsoft.aadiam");
        json.WriteString("operationName", "Sign-in activity");
        json.WriteString("operationVersion", "1.0");
        json.WriteString("category", signIn.IsInteractive ? "SignInLogs" : "NonInteractiveUserSignInLogs");
        json.WriteString("tenantId", CloudAccounts.Tenant);
        json.WriteString("resultType", signIn.Code.ToString(CultureInfo.InvariantCulture));
        json.WriteString("resultSignature", "None");
        json.WriteString("resultDescription", signIn.Code == 0 ? "" : signIn.Reason);
        json.WriteNumber("durationMs", 0);
        json.WriteString("callerIpAddress", signIn.Address);
        json.WriteString("correlationId", signIn.Id);
        json.WriteString("identity", signIn.Account.Name);
        json.WriteNumber("Level", 4);
        json.WriteString("location", signIn.Country);
        json.WriteStartObject("properties");
        Properties(json, signIn, time);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, CloudSignIn signIn, string time)
    {
        json.WriteString("id", signIn.Id);
        json.WriteString("createdDateTime", time);
        json.WriteString("userDisplayName", signIn.Account.Name);
        json.WriteString("userPrincipalName", signIn.Account.Upn());
        json.WriteString("userId", signIn.Account.ObjectId());
        json.WriteString("appId", signIn.ApplicationId);
        json.WriteString("appDisplayName", signIn.Application);
        json.WriteString("ipAddress", signIn.Address);
        json.WriteStartObject("status");
        json.WriteNumber("errorCode", signIn.Code);
        json.WriteString("failureReason", signIn.Reason);
        json.WriteString("additionalDetails", signIn.Details);
        json.WriteEndObject();
        json.WriteString("clientAppUsed", signIn.Client);
        json.WriteString("userAgent", signIn.UserAgent);
        json.WriteStartObject("deviceDetail");
        json.WriteString("deviceId", signIn.Device);
        json.WriteString("operatingSystem", signIn.Device.Length == 0 ? "" : "Windows 10");
        json.WriteString("browser", signIn.Client == "Browser" ? "Chrome 88.0.4324" : "");
        json.WriteBoolean("isCompliant", signIn.Device.Length > 0);
        json.WriteEndObject();
        json.WriteStartObject("location");
        json.WriteString("city", signIn.City);
        json.WriteString("countryOrRegion", signIn.Country);
        json.WriteStartObject("geoCoordinates");
        json.WriteNumber("latitude", signIn.Latitude);
        json.WriteNumber("longitude", signIn.Longitude);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("autonomousSystemNumber", signIn.Network);
        json.WriteString("correlationId", signIn.Id);
        json.WriteString("conditionalAccessStatus", signIn.Code == 0 ? "success" : "notApplied");
        json.WriteBoolean("isInteractive", signIn.IsInteractive);
        json.WriteString("authenticationRequirement", signIn.Requirement);
        json.WriteString("authenticationProtocol", "none");
        json.WriteString("incomingTokenType", signIn.IsInteractive ? "none" : "refreshToken");
        json.WriteString("sessionId", signIn.Session);
        json.WriteString("riskLevelDuringSignIn", "hidden");
        json.WriteString("riskState", "hidden");
        json.WriteStartArray("authenticationDetails");
        foreach (var (method, succeeded, detail) in signIn.Steps)
        {
            json.WriteStartObject();
            json.WriteString("authenticationMethod", method);
            json.WriteBoolean("succeeded", succeeded);
            json.WriteString("authenticationStepResultDetail", detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
