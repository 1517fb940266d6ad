using Cordon.Simulation.Logs;

namespace Cordon.Simulation.Attempts;

/// <summary>What logs are called in truth.json: the kinds of log that coverage knows.</summary>
internal static class LogWords
{
    public static string Of(SimLog log, LogPlan plan) =>
        log switch
        {
            SimLog.SignIns => "cloud-sign-in",
            SimLog.NonInteractive => "cloud-sign-in-non-interactive",
            SimLog.Directory => "cloud-audit",
            SimLog.Activity => plan.ActivityHoldsSignIns ? "cloud-sign-in" : "cloud-activity",
            SimLog.Trace or SimLog.Mail => "mail",
            SimLog.Controller => "windows-security",
            SimLog.Hosts => "windows-process",
            SimLog.Linux => "linux-authentication",
            SimLog.Vpn => "vpn",
            SimLog.Proxy => "proxy",
            _ => "dns",
        };
}
