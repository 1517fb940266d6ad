namespace Cordon.Simulation.Logs;

/// <summary>Which logs a member has, in which shapes, and for which times they are there. Immutable.</summary>
internal sealed record LogPlan
{
    /// <summary>The identity provider and the shape of its exports.</summary>
    public required IdentityShape Identity { get; init; }

    /// <summary>Logs the member has, with the times for which they are missing.</summary>
    public required IReadOnlyDictionary<SimLog, LogTimes> Logs { get; init; }

    /// <summary>Whether the unified audit log is CSV with JSON in a column, as opposed to JSON lines.</summary>
    public bool IsActivityCsv { get; init; }

    /// <summary>Whether mails are kept as one mbox, as opposed to EML files.</summary>
    public bool IsMbox { get; init; }

    /// <summary>Whether all mail from outside is kept, as opposed to what was reported.</summary>
    public bool KeepsAllMail { get; init; }

    /// <summary>Whether files are closed each day, as opposed to each week.</summary>
    public bool IsDaily { get; init; }

    /// <summary>Whether closed files are packed.</summary>
    public bool IsPacked { get; init; }

    /// <summary>Whether the VPN hides names of users that it rejects.</summary>
    public bool HidesVpnUsers { get; init; }

    /// <summary>Whether the proxy writes CEF in syslog, as opposed to CSV.</summary>
    public bool IsProxyCef { get; init; }

    /// <summary>Whether sign-ins stand in the unified audit log.</summary>
    public bool ActivityHoldsSignIns => Identity == IdentityShape.AuditOnly;

    /// <summary>Whether the member has the log at all, in full or in part.</summary>
    public bool Has(SimLog log) => Logs.TryGetValue(log, out LogTimes? times) && !times.IsAbsent;

    /// <summary>Whether the log is there for a moment.</summary>
    public bool Shows(SimLog log, DateTime time) =>
        Logs.TryGetValue(log, out LogTimes? times) && times.Covers(time, time);

    /// <summary>Whether the log is there for a whole time.</summary>
    public bool Covers(SimLog log, DateTime from, DateTime until) =>
        Logs.TryGetValue(log, out LogTimes? times) && times.Covers(from, until);
}

/// <summary>For which times a log is there.</summary>
/// <param name="From">Its first moment; records before are lost.</param>
/// <param name="Until">Its last moment.</param>
/// <param name="GapFrom">Start of a gap; equal to <paramref name="GapUntil"/> for none.</param>
/// <param name="GapUntil">End of the gap.</param>
internal sealed record LogTimes(DateTime From, DateTime Until, DateTime GapFrom, DateTime GapUntil)
{
    /// <summary>Whether nothing of it is there.</summary>
    public bool IsAbsent => From >= Until;

    /// <summary>Whether it was left out for part of the time.</summary>
    public bool HasGap => GapUntil > GapFrom;

    /// <summary>Whether it is there from a moment to another, both included.</summary>
    public bool Covers(DateTime from, DateTime until) =>
        From <= from && until < Until && !(HasGap && GapFrom <= until && from < GapUntil);
}

/// <summary>The identity provider and the shape in which its sign-ins were exported.</summary>
internal enum IdentityShape
{
    /// <summary>Entra ID as Microsoft Graph gives it: a JSON document.</summary>
    EntraGraph,

    /// <summary>Entra ID through diagnostic settings: JSON lines, interactive and not in separate files.</summary>
    EntraDiagnostic,

    /// <summary>Entra ID from a Log Analytics workspace: CSV with JSON in cells.</summary>
    EntraTable,

    /// <summary>Entra ID from the portal's download: CSV.</summary>
    EntraPortal,

    /// <summary>Microsoft 365 with the unified audit log alone.</summary>
    AuditOnly,

    /// <summary>Okta in front of Microsoft 365.</summary>
    Okta,

    /// <summary>Google Workspace.</summary>
    Google,
}

/// <summary>A log that a member may have.</summary>
internal enum SimLog
{
    /// <summary>Interactive sign-ins; for Okta and Google all of them.</summary>
    SignIns,

    /// <summary>Non-interactive sign-ins of Entra ID.</summary>
    NonInteractive,

    /// <summary>Changes in the directory.</summary>
    Directory,

    /// <summary>The unified audit log, or Google's reports on files and mail settings.</summary>
    Activity,

    /// <summary>The mail server's trace.</summary>
    Trace,

    /// <summary>Mails themselves.</summary>
    Mail,

    /// <summary>Security of the domain controller.</summary>
    Controller,

    /// <summary>Sysmon and Security of watched hosts.</summary>
    Hosts,

    /// <summary>Authentication on the Linux server.</summary>
    Linux,

    /// <summary>The VPN's firewall.</summary>
    Vpn,

    /// <summary>The proxy.</summary>
    Proxy,

    /// <summary>The name server's queries.</summary>
    Dns,
}
