using System.Globalization;
using System.Text.Json;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>Google Workspace's reports (applications login, admin, token, drive, user_accounts) as JSON lines. Why a password failed is not told.</summary>
internal sealed class GoogleFormat : ITextFormat
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
                (string application, string name) = d.What switch
                {
                    "method" => ("user_accounts", "2sv_enroll"),
                    "change" => ("user_accounts", "password_edit"),
                    "consent" => ("token", "authorize"),
                    "app-removed" => ("token", "revoke"),
                    "reset" => ("admin", "CHANGE_PASSWORD"),
                    "revoke" => ("admin", "SIGN_OUT_USER"),
                    "disable" => ("admin", "SUSPEND_USER"),
                    "add-user" => ("admin", "CREATE_USER"),
                    "role" => ("admin", "ASSIGN_ROLE"),
                    _ => ("admin", "CHANGE_USER_SETTING"),
                };
                Record(
                    sink,
                    item,
                    application,
                    d.Actor,
                    d.ActorId,
                    d.From.Address,
                    name,
                    application == "token"
                        ? [("app_name", d.Target), ("client_id", d.TargetId), ("scope", d.Detail)]
                        : [("USER_EMAIL", d.Target)]
                );
                break;
            case ActivityEvent a:
                if (a.Operation is "New-InboxRule" or "Set-Mailbox")
                {
                    string to =
                        a.Parameters.FirstOrDefault(static p =>
                            p.Name.StartsWith("Forward", StringComparison.Ordinal)
                        ).Value
                        ?? "";
                    Record(
                        sink,
                        item,
                        "user_accounts",
                        a.Account,
                        "",
                        a.From.Address,
                        "email_forwarding_out_of_domain",
                        [("email_forwarding_destination_address", to.Replace("smtp:", "", StringComparison.Ordinal))]
                    );
                }
                else
                {
                    string name2 = a.Operation switch
                    {
                        "FileDownloaded" => "download",
                        "AnonymousLinkCreated" => "change_document_visibility",
                        _ => "view",
                    };
                    Record(
                        sink,
                        item,
                        "drive",
                        a.Account,
                        "",
                        a.From.Address,
                        name2,
                        [("doc_title", a.Object), ("doc_id", a.Mark[..8]), ("owner", a.Account)]
                    );
                }

                break;
        }
    }

    private static void SignIn(ByteSink sink, SignInEvent s)
    {
        (string Name, string Value)[] more = s.Code switch
        {
            0 =>
            [
                ("login_challenge_method", s.Factor == "push" ? "google_prompt" : "password"),
                ("is_second_factor", s.Factor == "push" ? "true" : "false"),
            ],
            50074 or 50076 or 50079 or 500121 =>
            [
                ("login_challenge_method", "google_prompt"),
                ("login_challenge_status", "Challenge Failed"),
                ("is_second_factor", "true"),
            ],
            _ => [("login_challenge_method", "password")],
        };
        string name = s.Code switch
        {
            0 => "login_success",
            50074 or 50076 or 50079 or 500121 => "login_challenge",
            _ => "login_failure",
        };
        Record(
            sink,
            s,
            "login",
            s.Account,
            s.UserId,
            s.From.Address,
            name,
            [("login_type", s.IsInteractive ? "google_password" : "reauth"), .. more]
        );
    }

    private static void Record(
        ByteSink sink,
        SimEvent item,
        string application,
        string account,
        string id,
        string address,
        string name,
        ReadOnlySpan<(string Name, string Value)> parameters
    )
    {
        Utf8JsonWriter json = sink.BeginJson();
        json.WriteStartObject();
        json.WriteString("kind", "admin#reports#activity");
        json.WriteStartObject("id");
        json.WriteString("time", item.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("uniqueQualifier", item.Mark);
        json.WriteString("applicationName", application);
        json.WriteString("customerId", "C0example");
        json.WriteEndObject();
        json.WriteStartObject("actor");
        json.WriteString("email", account);
        json.WriteString("profileId", id);
        json.WriteEndObject();
        json.WriteString("ipAddress", address);
        json.WriteStartArray("events");
        json.WriteStartObject();
        json.WriteString("type", application == "login" ? "login" : application);
        json.WriteString("name", name);
        json.WriteStartArray("parameters");
        foreach ((string key, string value) in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", key);
            if (value is "true" or "false")
            {
                json.WriteBoolean("boolValue", value == "true");
            }
            else if (key is "login_challenge_method" or "scope")
            {
                json.WriteStartArray("multiValue");
                json.WriteStringValue(value);
                json.WriteEndArray();
            }
            else
            {
                json.WriteString("value", value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        sink.EndJson();
    }
}
