using Cordon.Events.Coverage;

namespace Cordon.Incidents.Outcomes;

/// <summary>How to get a log that is missing, in one sentence each.</summary>
internal static class Remedies
{
    public static string Of(LogKind kind, string product, string writer)
    {
        string host = writer.Length > 0 ? $" of {Wording.Words.Name(writer)}" : "";
        return kind switch
        {
            LogKind.CloudSignIn when product is "azure" or "" =>
                "Export the interactive sign-in logs of Entra ID (kept for 7 or 30 days) as JSON, for the whole time.",
            LogKind.CloudSignIn => $"Export the sign-in log of {product} for the whole time.",
            LogKind.CloudSignInNonInteractive =>
                "Export the non-interactive user sign-in logs of Entra ID, which are a separate download beside the interactive ones.",
            LogKind.CloudAudit => "Export the audit log of the cloud directory for the whole time.",
            LogKind.CloudActivity =>
                "Export the unified audit log of Microsoft 365 (Purview, Audit) for the whole time.",
            LogKind.WindowsSecurity =>
                $"Copy the Security event log{host} (wevtutil epl Security security.evtx), from all domain controllers too if the account is a domain's.",
            LogKind.WindowsProcess =>
                $"Copy the Sysmon or PowerShell event log{host}, or turn on process auditing (4688) for the next time.",
            LogKind.WindowsOther => $"Copy the Windows event logs{host}.",
            LogKind.LinuxAuthentication =>
                $"Copy auth.log or secure{host} with its rotated files, or export the journal (journalctl -o json -u ssh).",
            LogKind.Vpn => "Export the log of the VPN gateway with its sign-ins for the whole time.",
            LogKind.Mail => "Run a message trace for the sender and time, which says whether the mail was delivered.",
            LogKind.Proxy => "Export the log of the web proxy or of the network sensor from the delivery on.",
            LogKind.Dns => "Export the query log of the name servers from the delivery on.",
            LogKind.WebServer => $"Copy the access log of the web server{host} for the whole time.",
            _ => "Collect the log that shows sign-ins to what was attacked, for the whole time.",
        };
    }
}
