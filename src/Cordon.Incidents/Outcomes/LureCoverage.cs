using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Entities;

namespace Cordon.Incidents.Outcomes;

/// <summary>
/// Says whether the logs would show that a lure worked: the recipient's sign-ins in any case; where there are links, the directory's changes, because a
/// link may ask for a consent, and requests or look-ups; requests where a link was followed; processes where something in the mail can run.
/// </summary>
internal static class LureCoverage
{
    public static bool Check(TargetCase target, Mail[] arrived, bool hasDomains, Visits visits, Judgement judgement)
    {
        DateTime from = arrived.Min(m => m.Time);
        DateTime until = arrived.Max(m => m.Time) + judgement.Options.MailGrace;
        bool isCovered = true;
        string system = SystemOf(target, judgement);
        if (hasDomains && ConsentsOf(system) is { } directory)
        {
            isCovered &= IsDirectoryCovered(target, judgement, directory, from, until);
        }

        foreach ((LogKind kind, string product, string writer) in SignInCoverage.Needed(system, ""))
        {
            isCovered &= SignInCoverage.Check(target, judgement, kind, product, writer, from, until);
        }

        bool isKnown = arrived.All(m => m.IsWhole) || hasDomains;
        if (!isKnown)
        {
            target.Miss(
                new MissingLog(
                    LogKind.Mail,
                    from,
                    until,
                    "holds no content",
                    "Save the mail itself from the mailbox or quarantine as EML: a trace does not say where its links lead."
                )
            );
        }

        if (visits.IsUntold)
        {
            target.Miss(
                new MissingLog(
                    LogKind.Proxy,
                    from,
                    until,
                    "does not say who",
                    "Somebody asked for the lure's domain: find out who had that client's address, from DHCP leases or the proxy's sign-ins."
                )
            );
        }

        if (hasDomains)
        {
            MissingLog? proxy = judgement.Ledger.Missing(LogKind.Proxy, "", "", from, until);
            MissingLog? names = judgement.Ledger.Missing(LogKind.Dns, "", "", from, until);
            // Where a name was looked up, only the requests say what happened there.
            if (proxy is not null && (names is not null || visits.First is not null))
            {
                target.Miss(proxy);
                isCovered = false;
            }
        }

        // What a trace tells of may have brought anything.
        if (arrived.Any(m => !m.IsWhole && !IsTold(m, arrived)) || arrived.Any(MailJudge.IsActive))
        {
            isCovered &= AreProcessesCovered(target, judgement, from, until);
        }

        return isCovered && isKnown && !visits.IsUntold;
    }

    private static bool IsTold(Mail trace, Mail[] arrived) =>
        Array.Exists(
            arrived,
            m => m.IsWhole && m.MessageId.Equals(trace.MessageId, StringComparison.OrdinalIgnoreCase)
        );

    // A file runs on the recipient's own computers: the processes of others say nothing of it.
    private static bool AreProcessesCovered(TargetCase target, Judgement judgement, DateTime from, DateTime until)
    {
        string[] hosts =
        [
            .. judgement
                .Index.SignInsOf(target.Target.Value)
                .Where(s => s.Verdict == SignInVerdict.Succeeded)
                .Select(s => EntityExtractor.HostName(s.Host))
                .Where(h => h.Length > 0 && !judgement.Life.IsSharedHost(h))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (hosts.Length == 0)
        {
            target.Miss(
                new MissingLog(
                    LogKind.WindowsProcess,
                    from,
                    until,
                    "does not say where",
                    "No log tells which computer the recipient works on: find it, and look there for what the attachment started."
                )
            );
            return false;
        }

        bool isCovered = true;
        foreach (string host in hosts)
        {
            isCovered &= SignInCoverage.Check(target, judgement, LogKind.WindowsProcess, "", host, from, until);
        }

        return isCovered;
    }

    private static bool IsDirectoryCovered(
        TargetCase target,
        Judgement judgement,
        string directory,
        DateTime from,
        DateTime until
    )
    {
        if (!SignInCoverage.Check(target, judgement, LogKind.CloudAudit, directory, "", from, until))
        {
            return false;
        }

        if (!judgement.Ledger.IsThin(LogKind.CloudAudit, directory))
        {
            return true;
        }

        target.Miss(
            new MissingLog(
                LogKind.CloudAudit,
                from,
                until,
                "has less than a record a day",
                "Look in the directory for consents that the recipient gave since: so thin a log may have gaps that nobody sees."
            )
        );
        return false;
    }

    // Where the identity provider's log is not there, the unified audit log of Microsoft 365 may hold its sign-ins too.
    private static string SystemOf(TargetCase target, Judgement judgement)
    {
        CoverageLedger ledger = judgement.Ledger;
        return ledger.Has(LogKind.CloudSignIn, "azure") ? "entra"
            : ledger.Has(LogKind.CloudSignIn, "gcp") ? "google"
            : ledger.Has(LogKind.CloudSignIn, "okta") ? "okta"
            : judgement.Index.SignInsOf(target.Target.Value).Any(s => s.System == "m365") ? "m365"
            : "entra";
    }

    // What the log that shows consents is called; the unified audit log holds them itself.
    private static string? ConsentsOf(string system) =>
        system switch
        {
            "entra" => "azure",
            "google" => "gcp",
            "okta" => "okta",
            _ => null,
        };
}
