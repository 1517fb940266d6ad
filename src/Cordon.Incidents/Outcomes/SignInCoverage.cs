using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Entities;

namespace Cordon.Incidents.Outcomes;

/// <summary>
/// Says which logs would show a success of tries to sign in, and whether they were there. What bears success depends on what was attacked: for
/// Entra ID both the interactive and the non-interactive sign-ins. A tenant always has the latter, so that where there is no such log at all it was
/// not collected, and nothing is said to have failed.
/// </summary>
internal static class SignInCoverage
{
    /// <summary>Whether the logs cover the tries and the time of grace; what is missing is noted.</summary>
    public static bool Check(TargetCase target, IReadOnlyList<SignIn> tries, Judgement judgement)
    {
        bool isCovered = true;
        foreach (
            IGrouping<(string System, string Host), SignIn> group in tries
                .GroupBy(s => (s.System, Host: EntityExtractor.HostName(s.Host)))
                .OrderBy(g => g.Key.System, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Host, StringComparer.Ordinal)
        )
        {
            // Each log has to cover the tries at its own system: what was tried elsewhere, weeks before, is not its to show.
            DateTime from = group.Min(s => s.Time);
            DateTime until = group.Max(s => s.Time) + judgement.Options.SignInGrace;
            (from, until) = judgement.Draft.Guessing.Widen(group.Key.System, from, until);
            foreach ((LogKind kind, string product, string writer) in Needed(group.Key.System, group.Key.Host))
            {
                isCovered &= Check(target, judgement, kind, product, writer, from, until);
            }
        }

        return isCovered;
    }

    /// <summary>Whether one log covers a time; noted where it does not.</summary>
    public static bool Check(
        TargetCase target,
        Judgement judgement,
        LogKind kind,
        string product,
        string writer,
        DateTime from,
        DateTime until
    )
    {
        if (judgement.Ledger.Missing(kind, product, writer, from, until) is not { } missing)
        {
            return true;
        }

        target.Miss(missing);
        return false;
    }

    /// <summary>The kind of log that tries at a system are read from.</summary>
    public static LogKind KindOf(string system) => Needed(system, "")[0].Kind;

    /// <summary>The logs that bear success for a system.</summary>
    public static IReadOnlyList<(LogKind Kind, string Product, string Writer)> Needed(string system, string host) =>
        system switch
        {
            "entra" => [(LogKind.CloudSignIn, "azure", ""), (LogKind.CloudSignInNonInteractive, "azure", "")],
            "adfs" => [(LogKind.CloudSignIn, "", "")],
            "m365" => [(LogKind.CloudActivity, "m365", "")],
            "google" => [(LogKind.CloudSignIn, "gcp", "")],
            "okta" or "duo" or "onelogin" or "aws" => [(LogKind.CloudSignIn, system, "")],
            "windows" or "kerberos" or "ntlm" => [(LogKind.WindowsSecurity, "", host)],
            "sshd" or "sudo" => [(LogKind.LinuxAuthentication, "", host)],
            "vpn" => [(LogKind.Vpn, "", "")],
            "web" => [(LogKind.WebServer, "", "")],
            _ => [(LogKind.CloudSignIn, "", "")],
        };

    /// <summary>The logs that bear success where only a finding's event is known.</summary>
    public static IReadOnlyList<(LogKind Kind, string Product, string Writer)> NeededFor(
        string product,
        string channel,
        string host
    ) =>
        product.ToLowerInvariant() switch
        {
            "azure" => Needed("entra", host),
            "m365" => Needed("m365", host),
            "gcp" => Needed("google", host),
            "okta" or "duo" or "onelogin" or "aws" => Needed(product.ToLowerInvariant(), host),
            "windows" when channel.Equals("Security", StringComparison.OrdinalIgnoreCase) => Needed("windows", host),
            "windows" => [(LogKind.WindowsSecurity, "", host), (LogKind.WindowsProcess, "", host)],
            "linux" => Needed("sshd", host),
            "apache" or "nginx" or "iis" => Needed("web", host),
            "mail" => [(LogKind.Proxy, "", ""), (LogKind.CloudSignIn, "", "")],
            "proxy" => [(LogKind.Proxy, "", "")],
            "dns" => [(LogKind.Proxy, "", "")],
            "zeek" or "suricata" => [(LogKind.Proxy, "", "")],
            _ when channel.Equals("vpn", StringComparison.OrdinalIgnoreCase)
                    || channel.Equals("asa", StringComparison.OrdinalIgnoreCase) => Needed("vpn", host),
            _ => [(LogKind.Other, product, host)],
        };
}
