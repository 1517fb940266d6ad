using System.Globalization;
using System.Text.Json;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>The sign-in object of Microsoft Graph, which all JSON shapes hold.</summary>
internal static class EntraObject
{
    public static string Time(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, SignInEvent item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Mark);
        json.WriteString("createdDateTime", Time(item.Time));
        json.WriteString("userDisplayName", item.Name);
        json.WriteString("userPrincipalName", item.Account);
        json.WriteString("userId", item.UserId);
        json.WriteString("appId", item.App.Id);
        json.WriteString("appDisplayName", item.App.Name);
        json.WriteString("ipAddress", item.From.Address);
        json.WriteString("clientAppUsed", item.ClientApp);
        json.WriteString("userAgent", item.Agent);
        json.WriteString("correlationId", item.Mark);
        json.WriteString(
            "conditionalAccessStatus",
            item.Code == 53003 ? "failure"
                : item.Code == 0 ? "success"
                : "notApplied"
        );
        json.WriteBoolean("isInteractive", item.IsInteractive);
        json.WriteStartArray("signInEventTypes");
        json.WriteStringValue(item.IsInteractive ? "interactiveUser" : "nonInteractiveUser");
        json.WriteEndArray();
        json.WriteString("resourceDisplayName", item.App.Resource);
        json.WriteString("riskLevelDuringSignIn", item.Risk);
        json.WriteString("riskState", item.Risk == "none" ? "none" : "atRisk");
        json.WriteString("authenticationRequirement", Requirement(item));
        json.WriteString("authenticationProtocol", item.Protocol.Length > 0 ? item.Protocol : "none");
        json.WriteString("incomingTokenType", item.Factor == "claim" ? "primaryRefreshToken" : "none");
        json.WriteString("sessionId", item.Session);
        json.WriteString("uniqueTokenIdentifier", item.Code == 0 ? item.Mark[..8] + "AAAA" : "");
        json.WriteNumber("autonomousSystemNumber", item.From.Network.Number);
        json.WriteStartObject("status");
        Status(json, item);
        json.WriteEndObject();
        json.WriteStartObject("deviceDetail");
        Device(json, item);
        json.WriteEndObject();
        json.WriteStartObject("location");
        Location(json, item);
        json.WriteEndObject();
        json.WriteStartArray("authenticationDetails");
        Details(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string Requirement(SignInEvent item) =>
        item.Factor.Length > 0 ? "multiFactorAuthentication" : "singleFactorAuthentication";

    public static void Status(Utf8JsonWriter json, SignInEvent item)
    {
        json.WriteNumber("errorCode", item.Code);
        json.WriteString("failureReason", EntraCodes.Reason(item.Code));
        json.WriteString("additionalDetails", EntraCodes.Additional(item.Factor));
    }

    public static void Device(Utf8JsonWriter json, SignInEvent item)
    {
        json.WriteString("deviceId", item.DeviceId);
        json.WriteString("operatingSystem", item.System);
        json.WriteString("browser", item.Browser);
        json.WriteBoolean("isCompliant", item.DeviceId.Length > 0);
    }

    public static void Location(Utf8JsonWriter json, SignInEvent item)
    {
        json.WriteString("city", item.From.Place.City);
        json.WriteString("state", item.From.Place.State);
        json.WriteString("countryOrRegion", item.From.Place.Country);
        json.WriteStartObject("geoCoordinates");
        json.WriteNumber("latitude", item.From.Place.Latitude);
        json.WriteNumber("longitude", item.From.Place.Longitude);
        json.WriteEndObject();
    }

    public static void Details(Utf8JsonWriter json, SignInEvent item)
    {
        if (!item.IsInteractive)
        {
            return;
        }

        bool? isRight = EntraCodes.IsPasswordRight(item.Code);
        if (item.Factor != "claim" && isRight is { } right && item.Code != 50034)
        {
            Detail(json, item, "Password", right, right ? "Correct password" : "Invalid password");
        }

        switch (item.Factor)
        {
            case "claim":
                Detail(
                    json,
                    item,
                    "Previously satisfied",
                    true,
                    "First factor requirement satisfied by claim in the token"
                );
                break;
            case "push":
                Detail(json, item, "Mobile app notification", true, "MFA successfully completed");
                break;
            case "denied":
                Detail(json, item, "Mobile app notification", false, "MFA denied; user declined the authentication");
                break;
            case "silent":
                Detail(
                    json,
                    item,
                    "Mobile app notification",
                    false,
                    "MFA denied; user did not respond to mobile app notification"
                );
                break;
        }
    }

    private static void Detail(Utf8JsonWriter json, SignInEvent item, string method, bool succeeded, string result)
    {
        json.WriteStartObject();
        json.WriteString("authenticationStepDateTime", Time(item.Time));
        json.WriteString("authenticationMethod", method);
        json.WriteString("authenticationMethodDetail", method == "Password" ? "Password in the cloud" : "");
        json.WriteBoolean("succeeded", succeeded);
        json.WriteString("authenticationStepResultDetail", result);
        json.WriteEndObject();
    }
}
