using System.Globalization;
using System.Text.Json;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Formats;

/// <summary>Okta's System Log as JSON lines. A sign-in with a second factor gives two records, as there.</summary>
internal sealed class OktaFormat : ITextFormat
{
    public string Extension => ".json";

    public void Write(ByteSink sink, SimEvent item)
    {
        switch (item)
        {
            case SignInEvent s:
                SignIn(sink, s);
                break;
            case DirectoryEvent d:
                (string type, string text) = d.What switch
                {
                    "method" => (
                        "user.mfa.factor.activate",
                        "Activate factor or authenticator enrollment method for user"
                    ),
                    "reset" => ("user.account.reset_password", "Reset password for user"),
                    "change" => ("user.account.update_password", "User update password for Okta"),
                    "revoke" => ("user.session.clear", "Clear user session"),
                    "disable" => ("user.lifecycle.suspend", "Suspend Okta user"),
                    "add-user" => ("user.lifecycle.create", "Create Okta user"),
                    "role" => ("user.account.privilege.grant", "Grant user privilege"),
                    "consent" => ("app.oauth2.as.consent.grant", "User granted consent to app"),
                    "app-removed" => ("app.oauth2.as.consent.revoke", "User revoked consent from app"),
                    _ => ("user.account.update_profile", "Update user profile for Okta"),
                };
                Record(
                    sink,
                    d,
                    d.Mark,
                    type,
                    text,
                    "SUCCESS",
                    "",
                    d.Actor,
                    d.Actor,
                    d.ActorId,
                    d.From,
                    d.Agent,
                    "",
                    (d.Target, d.TargetId)
                );
                break;
        }
    }

    private static void SignIn(ByteSink sink, SignInEvent s)
    {
        void Put(string mark, string type, string text, string result, string reason) =>
            Record(
                sink,
                s,
                mark,
                type,
                text,
                result,
                reason,
                s.Account,
                s.Name,
                s.UserId,
                s.From,
                s.Agent,
                s.Session,
                (s.App.Name, s.App.Id)
            );

        string second = s.Mark[..^4] + "b001";
        if (!s.IsInteractive && s.Code == 0)
        {
            Put(s.Mark, "user.authentication.sso", "User single sign on to app", "SUCCESS", "");
            return;
        }

        switch (s.Code)
        {
            case 0:
                Put(s.Mark, "user.session.start", "User login to Okta", "SUCCESS", "");
                if (s.Factor == "push")
                {
                    Put(second, "user.authentication.auth_via_mfa", "Authentication of user via MFA", "SUCCESS", "");
                }

                break;
            case 50053:
                Put(s.Mark, "user.session.start", "User login to Okta", "FAILURE", "LOCKED_OUT");
                break;
            case 50055:
                Put(s.Mark, "user.session.start", "User login to Okta", "FAILURE", "PASSWORD_EXPIRED");
                break;
            case 53003:
                Put(
                    s.Mark,
                    "policy.evaluate_sign_on",
                    "Evaluation of sign-on policy",
                    "DENY",
                    "Sign-on policy evaluation resulted in DENY"
                );
                break;
            case 50074 or 50076 or 50079:
                Put(
                    s.Mark,
                    "policy.evaluate_sign_on",
                    "Evaluation of sign-on policy",
                    "CHALLENGE",
                    "Sign-on policy evaluation resulted in CHALLENGE"
                );
                Put(
                    second,
                    "user.authentication.auth_via_mfa",
                    "Authentication of user via MFA",
                    "FAILURE",
                    "INVALID_CREDENTIALS"
                );
                break;
            case 500121:
                Put(
                    s.Mark,
                    "user.mfa.okta_verify.deny_push",
                    "User rejected Okta push verify",
                    "FAILURE",
                    s.Factor == "denied" ? "INVALID_CREDENTIALS" : "TIMEOUT"
                );
                break;
            default:
                Put(
                    s.Mark,
                    "user.session.start",
                    "User login to Okta",
                    "FAILURE",
                    s.Code == 50034 ? "VERIFICATION_ERROR" : "INVALID_CREDENTIALS"
                );
                break;
        }
    }

    private static void Record(
        ByteSink sink,
        SimEvent item,
        string mark,
        string type,
        string text,
        string result,
        string reason,
        string account,
        string name,
        string id,
        Endpoint from,
        string agent,
        string session,
        (string Name, string Id) target
    )
    {
        Utf8JsonWriter json = sink.BeginJson();
        json.WriteStartObject();
        json.WriteStartObject("actor");
        json.WriteString("id", id);
        json.WriteString("type", "User");
        json.WriteString("alternateId", account);
        json.WriteString("displayName", name);
        json.WriteEndObject();
        json.WriteStartObject("client");
        json.WriteStartObject("userAgent");
        json.WriteString("rawUserAgent", agent);
        json.WriteEndObject();
        json.WriteString("device", "Computer");
        json.WriteString("ipAddress", from.Address);
        json.WriteStartObject("geographicalContext");
        json.WriteString("city", from.Place.City);
        json.WriteString("state", from.Place.State);
        json.WriteString("country", Country(from.Place.Country));
        json.WriteStartObject("geolocation");
        json.WriteNumber("lat", from.Place.Latitude);
        json.WriteNumber("lon", from.Place.Longitude);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("authenticationContext");
        json.WriteNumber("authenticationStep", 0);
        json.WriteString("externalSessionId", session.Length > 0 ? session : "unknown");
        json.WriteString("rootSessionId", session.Length > 0 ? session : "unknown");
        json.WriteEndObject();
        json.WriteString("displayMessage", text);
        json.WriteString("eventType", type);
        json.WriteStartObject("outcome");
        json.WriteString("result", result);
        if (reason.Length > 0)
        {
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
        json.WriteString("published", item.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("securityContext");
        json.WriteNumber("asNumber", from.Network.Number);
        json.WriteString("asOrg", from.Network.Name);
        json.WriteString("isp", from.Network.Name);
        json.WriteBoolean("isProxy", from.Network.Kind == NetworkKind.Anonymiser);
        json.WriteEndObject();
        json.WriteString("severity", result is "SUCCESS" or "ALLOW" ? "INFO" : "WARN");
        json.WriteStartObject("debugContext");
        json.WriteStartObject("debugData");
        json.WriteString("requestUri", "/api/v1/authn");
        json.WriteString("threatSuspected", "false");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("legacyEventType", "core." + type);
        json.WriteStartObject("transaction");
        json.WriteString("type", "WEB");
        json.WriteString("id", item.Mark);
        json.WriteEndObject();
        json.WriteString("uuid", mark);
        json.WriteString("version", "0");
        json.WriteStartObject("request");
        json.WriteStartArray("ipChain");
        json.WriteStartObject();
        json.WriteString("ip", from.Address);
        json.WriteString("version", from.Address.Contains(':', StringComparison.Ordinal) ? "V6" : "V4");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("target");
        json.WriteStartObject();
        json.WriteString("id", target.Id);
        json.WriteString("type", target.Name.Contains('@', StringComparison.Ordinal) ? "User" : "AppInstance");
        json.WriteString("alternateId", target.Name);
        json.WriteString("displayName", target.Name);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        sink.EndJson();
    }

    private static string Country(string code) =>
        code switch
        {
            "DE" => "Germany",
            "FR" => "France",
            "GB" => "United Kingdom",
            "US" => "United States",
            "CA" => "Canada",
            "IN" => "India",
            "KR" => "South Korea",
            _ => "Switzerland",
        };
}
