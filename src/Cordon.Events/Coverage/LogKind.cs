namespace Cordon.Events.Coverage;

/// <summary>What a log can show, whatever its format: what a "no" rests on.</summary>
public enum LogKind
{
    /// <summary>Something that says nothing of outcomes.</summary>
    Other = 0,

    /// <summary>Interactive sign-ins at the cloud identity provider.</summary>
    CloudSignIn,

    /// <summary>Sign-ins there without a person: tokens that are renewed, services.</summary>
    CloudSignInNonInteractive,

    /// <summary>Changes in the cloud directory: consents, methods, roles.</summary>
    CloudAudit,

    /// <summary>What was done in mailboxes and files in the cloud.</summary>
    CloudActivity,

    /// <summary>Sign-ins on Windows hosts and domain controllers (Security).</summary>
    WindowsSecurity,

    /// <summary>Processes on Windows hosts (Sysmon, Security 4688, PowerShell).</summary>
    WindowsProcess,

    /// <summary>Other Windows logs.</summary>
    WindowsOther,

    /// <summary>Sign-ins by SSH and on Linux.</summary>
    LinuxAuthentication,

    /// <summary>Sign-ins at the VPN.</summary>
    Vpn,

    /// <summary>Mail as it came: files or traces that say what became of it.</summary>
    Mail,

    /// <summary>What was asked of web servers outside, by proxy or sensor.</summary>
    Proxy,

    /// <summary>Names that were looked up.</summary>
    Dns,

    /// <summary>What was asked of the organisation's own web servers.</summary>
    WebServer,
}
