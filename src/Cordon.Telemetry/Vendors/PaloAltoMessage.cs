using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Vendors;

/// <summary>Knows GlobalProtect lines of Palo Alto's firewalls, comma-separated as they send them, or as <c>name=value</c>.</summary>
internal static class PaloAltoMessage
{
    // The documented order of PAN-OS 9.1 and later, from the first field.
    private static readonly string[] Names =
    [
        "future_use1",
        "receive_time",
        "serial",
        "type",
        "subtype",
        "future_use2",
        "time_generated",
        "vsys",
        "eventid",
        "stage",
        "auth_method",
        "tunnel_type",
        "srcuser",
        "srcregion",
        "machinename",
        "public_ip",
        "public_ipv6",
        "private_ip",
        "private_ipv6",
        "hostid",
        "serialnumber",
        "client_ver",
        "client_os",
        "client_os_ver",
        "repeatcnt",
        "reason",
        "error",
        "opaque",
        "status",
        "location",
        "login_duration",
        "connect_method",
        "error_code",
        "portal",
        "seqno",
        "actionflags",
    ];

    /// <summary>Takes a line apart; false where it is none of GlobalProtect.</summary>
    public static bool TryRead(ReadOnlySpan<char> content, out List<KeyValuePair<string, string>> pairs)
    {
        pairs = [];
        if (content.Contains(",GLOBALPROTECT,", StringComparison.Ordinal))
        {
            List<string> fields = Split(content);
            if (fields.Count < 17 || fields[3] is not "GLOBALPROTECT")
            {
                return false;
            }

            for (int i = 0; i < Math.Min(fields.Count, Names.Length); i++)
            {
                pairs.Add(new(Names[i], fields[i]));
            }

            return true;
        }

        if (
            content.Contains("GLOBALPROTECT", StringComparison.OrdinalIgnoreCase)
            && (content.Contains("public_ip=", StringComparison.OrdinalIgnoreCase))
        )
        {
            pairs = KeyValueText.Read(content);
            return pairs.Of("public_ip", "srcuser").Length > 0;
        }

        return false;
    }

    /// <summary>When it happened, UTC; null where it does not say.</summary>
    public static DateTime? TimeOf(List<KeyValuePair<string, string>> pairs, TimeZoneInfo zone) =>
        LogTime.TryParse(pairs.Of("time_generated", "receive_time"), zone, out DateTime time) ? time : null;

    /// <summary>What it says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(List<KeyValuePair<string, string>> pairs)
    {
        string id = pairs.Of("eventid");
        string stage = pairs.Of("stage");
        bool isFailure = pairs.Of("status").StartsWith("fail", StringComparison.OrdinalIgnoreCase);
        // A right password is followed by the tunnel, which is what gives access.
        string? result = (id, stage) switch
        {
            ("portal-auth" or "gateway-auth" or "portal-prelogin" or "gateway-login", _) when isFailure =>
                AuthResult.Failure,
            ("portal-auth" or "gateway-auth", _) => AuthResult.Verified,
            ("gateway-connected" or "gateway-register", _) => isFailure ? AuthResult.Failure : AuthResult.Success,
            ("gateway-logout", _) => AuthResult.SessionClosed,
            _ => null,
        };
        string address = pairs.Of("public_ip");
        return result is null
            ? null
            : new AuthFacts(result)
            {
                User = pairs.Of("srcuser"),
                Address = address is "" or "0.0.0.0" ? pairs.Of("public_ipv6") : address,
                Reason = pairs.Of("reason", "error"),
                Method = pairs.Of("auth_method"),
            };
    }

    private static List<string> Split(ReadOnlySpan<char> text)
    {
        List<string> fields = [];
        bool isQuoted = false;
        int start = 0;
        for (int i = 0; i <= text.Length && fields.Count < 100; i++)
        {
            if (i == text.Length || (text[i] == ',' && !isQuoted))
            {
                fields.Add(LineLimits.Cut(text[start..i].Trim().Trim('"')));
                start = i + 1;
            }
            else
            {
                isQuoted ^= text[i] == '"';
            }
        }

        return fields;
    }
}
