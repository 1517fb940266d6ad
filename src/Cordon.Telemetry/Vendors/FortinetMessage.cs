using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Vendors;

/// <summary>Knows lines of Fortinet's firewalls: <c>date=… time=… devname=… type="event" subtype="vpn" action="ssl-login-fail" …</c>.</summary>
internal static class FortinetMessage
{
    /// <summary>Whether a text is such a line.</summary>
    public static bool Is(ReadOnlySpan<char> content)
    {
        int head = Math.Min(content.Length, 400);
        ReadOnlySpan<char> text = content[..head];
        return (text.Contains("logid=", StringComparison.Ordinal) || text.Contains("devid=", StringComparison.Ordinal))
            && text.Contains("type=", StringComparison.Ordinal)
            && (
                text.Contains("date=", StringComparison.Ordinal)
                || text.Contains("eventtime=", StringComparison.Ordinal)
            );
    }

    /// <summary>When it happened, UTC: by its clock and zone, else by the number of nanoseconds; null where it does not say.</summary>
    public static DateTime? TimeOf(List<KeyValuePair<string, string>> pairs, TimeZoneInfo zone)
    {
        string date = pairs.Of("date");
        string time = pairs.Of("time");
        string offset = pairs.Of("tz");
        // Older versions count seconds, and local ones at that: the clock with its zone is surer.
        if (date.Length > 0 && time.Length > 0 && LogTime.TryParse($"{date}T{time}{offset}", zone, out DateTime whole))
        {
            return whole;
        }

        return LogTime.TryEpoch(pairs.Of("eventtime"), out DateTime epoch) ? epoch : null;
    }

    /// <summary>What it says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(List<KeyValuePair<string, string>> pairs)
    {
        string action = pairs.Of("action");
        string status = pairs.Of("status");
        string? result = action switch
        {
            "ssl-login-fail" or "login-fail" => AuthResult.Failure,
            "tunnel-up" when pairs.Of("tunneltype").StartsWith("ssl", StringComparison.Ordinal) => AuthResult.Success,
            "tunnel-up" when pairs.Of("xauthuser").Length > 0 => AuthResult.Success,
            "ssl-new-con" => null,
            "tunnel-down" => AuthResult.SessionClosed,
            "login" or "authentication" or "auth-logon" => status switch
            {
                "success" or "logon" => AuthResult.Success,
                "failed" or "failure" or "authentication failure" => AuthResult.Failure,
                _ => null,
            },
            _ => null,
        };
        if (result is null)
        {
            return null;
        }

        string reason = pairs.Of("reason");
        if (
            result is AuthResult.Failure
            && (
                reason.Contains("unknown_user", StringComparison.OrdinalIgnoreCase)
                || reason.Contains("unknown user", StringComparison.OrdinalIgnoreCase)
                || reason.Contains("name_invalid", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            result = AuthResult.NoSuchAccount;
        }

        string user = pairs.Of("xauthuser", "user", "dstuser", "srcuser");
        return new AuthFacts(result)
        {
            User = user is "N/A" ? "" : user,
            Address = pairs.Of("remip", "srcip", "ip"),
            Reason = reason is "N/A" ? "" : reason,
            Method = pairs.Of("tunneltype", "method", "ui"),
        };
    }

    /// <summary>The log it belongs to: <c>vpn</c> for sign-ins from outside, else its type, such as <c>event</c> or <c>traffic</c>.</summary>
    public static string ChannelOf(List<KeyValuePair<string, string>> pairs) =>
        pairs.Of("subtype") is "vpn" ? "vpn"
        : pairs.Of("type").ToLowerInvariant() is { Length: > 0 and < 32 } type ? type
        : "event";

    /// <summary>The number of the kind of message; null where there is none.</summary>
    public static long? CodeOf(List<KeyValuePair<string, string>> pairs) =>
        long.TryParse(pairs.Of("logid"), NumberStyles.None, CultureInfo.InvariantCulture, out long code) ? code : null;
}
