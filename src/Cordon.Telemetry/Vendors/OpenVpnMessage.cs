using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;

namespace Cordon.Telemetry.Vendors;

/// <summary>Knows what lines of an OpenVPN server say.</summary>
internal static class OpenVpnMessage
{
    /// <summary>What a message says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(ReadOnlySpan<char> message)
    {
        message = message.Trim();
        var reader = new SpanReader(message);
        if (reader.Take("AUTH-PAM: BACKGROUND: user '"))
        {
            int end = reader.Rest.LastIndexOf("' failed to authenticate");
            return end < 0
                ? null
                : new AuthFacts(AuthResult.PamFailure) { Target = reader.Rest[..end].ToString(), Method = "openvpn" };
        }

        // 198.51.100.7:50000 …, or alice/198.51.100.7:50000 …
        ReadOnlySpan<char> peer = reader.TakeWord();
        int slash = peer.LastIndexOf('/');
        ReadOnlySpan<char> address = peer[(slash + 1)..];
        if (!Addresses.IsAddress(Addresses.Clean(address)))
        {
            return null;
        }

        string from = Addresses.Clean(address).ToString();
        string port = address[(address.LastIndexOf(':') + 1)..].ToString();
        if (reader.Take("TLS: Username/Password authentication succeeded for username '"))
        {
            int end = reader.Rest.IndexOf('\'');
            return new AuthFacts(AuthResult.Verified)
            {
                User = (end < 0 ? reader.Rest : reader.Rest[..end]).ToString(),
                Address = from,
                Port = port,
                Method = "password",
            };
        }

        if (
            reader.Rest.Contains("Auth Username/Password verification failed", StringComparison.Ordinal)
            || reader.Rest.StartsWith("TLS Auth Error")
        )
        {
            return new AuthFacts(AuthResult.Failure)
            {
                User = slash > 0 ? peer[..slash].ToString() : "",
                Address = from,
                Port = port,
                Method = "password",
            };
        }

        // [alice] Peer Connection Initiated with [AF_INET]198.51.100.7:50000
        if (reader.Take("[") && reader.TakeUntil("] Peer Connection Initiated with ", out ReadOnlySpan<char> user))
        {
            return new AuthFacts(AuthResult.Success)
            {
                User = user.ToString(),
                Address = from,
                Port = port,
            };
        }

        return null;
    }
}
