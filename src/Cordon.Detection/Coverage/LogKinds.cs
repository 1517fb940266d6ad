using Cordon.Events.Coverage;

namespace Cordon.Detection.Coverage;

/// <summary>What the logs of each product and channel can show.</summary>
internal static class LogKinds
{
    /// <summary>What Okta's one log holds beside sign-ins: an export may be of one or the other.</summary>
    public const string OktaAdministration = "administration";

    /// <summary>The kind of a log.</summary>
    /// <param name="product">The product in Sigma's words.</param>
    /// <param name="channel">The channel.</param>
    public static LogKind Of(string product, string channel)
    {
        string stream = channel.ToLowerInvariant();
        return product.ToLowerInvariant() switch
        {
            "azure" => Azure(stream),
            "m365" => LogKind.CloudActivity,
            "okta" when stream is OktaAdministration => LogKind.CloudAudit,
            "okta" or "duo" or "onelogin" or "aws" => LogKind.CloudSignIn,
            "gcp" => Google(stream),
            "windows" => Windows(stream),
            "linux" => Linux(stream),
            "cisco" => LogKind.Vpn,
            "apache" or "nginx" or "iis" => LogKind.WebServer,
            "proxy" => LogKind.Proxy,
            "dns" => LogKind.Dns,
            "zeek" or "suricata" => Sensor(stream),
            "mail" => LogKind.Mail,
            _ => Other(stream),
        };
    }

    /// <summary>
    /// Linux programs that write to one log of sign-ins; they are one stream, because a quiet hour of one says nothing where another goes on writing.
    /// </summary>
    public static bool IsLinuxAuthentication(ReadOnlySpan<char> channel) =>
        channel is "sshd" or "sshd-session" or "sudo" or "su" or "login" or "systemd-logind";

    /// <summary>Whether an event of Okta's, by its type, is one of signing in.</summary>
    public static bool IsOktaSignIn(ReadOnlySpan<char> eventType) =>
        eventType.IsEmpty
        || eventType.StartsWith("user.session.", StringComparison.Ordinal)
        || eventType.StartsWith("user.authentication.", StringComparison.Ordinal)
        || eventType.StartsWith("policy.", StringComparison.Ordinal)
        || eventType.StartsWith("security.", StringComparison.Ordinal)
        || eventType.StartsWith("system.push.", StringComparison.Ordinal);

    private static LogKind Azure(string stream) =>
        stream switch
        {
            "signinlogs" or "adfssigninlogs" => LogKind.CloudSignIn,
            "noninteractiveusersigninlogs" or "serviceprincipalsigninlogs" or "managedidentitysigninlogs" =>
                LogKind.CloudSignInNonInteractive,
            "auditlogs" or "activitylogs" => LogKind.CloudAudit,
            _ => LogKind.Other,
        };

    private static LogKind Google(string stream) =>
        stream switch
        {
            "google_workspace.login" => LogKind.CloudSignIn,
            "google_workspace.admin" or "google_workspace.token" => LogKind.CloudAudit,
            "google_workspace.drive" or "google_workspace.gmail" => LogKind.CloudActivity,
            _ => LogKind.Other,
        };

    private static LogKind Windows(string stream) =>
        stream switch
        {
            "security" => LogKind.WindowsSecurity,
            _ when stream.Contains("sysmon", StringComparison.Ordinal)
                    || stream.Contains("powershell", StringComparison.Ordinal) => LogKind.WindowsProcess,
            _ => LogKind.WindowsOther,
        };

    private static LogKind Linux(string stream) =>
        stream is "auth" or "auditd" || IsLinuxAuthentication(stream) ? LogKind.LinuxAuthentication : LogKind.Other;

    private static LogKind Sensor(string stream) =>
        stream switch
        {
            "http" or "ssl" or "tls" => LogKind.Proxy,
            "dns" => LogKind.Dns,
            "smtp" => LogKind.Mail,
            _ => LogKind.Other,
        };

    private static LogKind Other(string stream) =>
        stream switch
        {
            "vpn" or "asa" => LogKind.Vpn,
            "webserver" => LogKind.WebServer,
            "proxy" => LogKind.Proxy,
            "dns" => LogKind.Dns,
            _ => LogKind.Other,
        };
}
