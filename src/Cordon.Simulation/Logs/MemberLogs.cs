using Cordon.Simulation.Chances;
using Cordon.Simulation.Formats;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Logs;

/// <summary>All logs of one member: leads each event to the files that tell of it, where they are there for its time.</summary>
internal sealed class MemberLogs : IDisposable
{
    private readonly Member _member;
    private readonly LogPlan _plan;
    private readonly Chance _ids;
    private readonly Dictionary<SimLog, LogFile> _files = [];
    private readonly Dictionary<(string Host, bool IsSysmon), EventLogFile> _hosts = [];
    private readonly MailFolder _mails;
    private readonly string _folder;

    public MemberLogs(Member member, string folder, Chance ids)
    {
        (_member, _plan, _ids, _folder) = (member, member.Logs, ids, folder);
        _mails = new MailFolder(Path.Combine(folder, "mail", "messages"), member.MailServer, Tally);
        foreach (SimLog log in Enum.GetValues<SimLog>())
        {
            if (_plan.Has(log) && Make(log) is { } file)
            {
                _files.Add(log, file);
            }
        }
    }

    /// <summary>What was written.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The logs that tell of an event if they are there.</summary>
    public static IReadOnlyList<SimLog> Of(SimEvent item, LogPlan plan) =>
        item switch
        {
            SignInEvent when plan.ActivityHoldsSignIns => [SimLog.Activity],
            SignInEvent s when s.IsInteractive || plan.Identity is IdentityShape.Okta or IdentityShape.Google =>
            [
                SimLog.SignIns,
            ],
            SignInEvent => [SimLog.NonInteractive],
            DirectoryEvent when plan.ActivityHoldsSignIns => [SimLog.Activity],
            DirectoryEvent => [SimLog.Directory],
            ActivityEvent => [SimLog.Activity],
            MailEvent m when (plan.KeepsAllMail && !m.IsInternal) || m.IsKept => [SimLog.Trace, SimLog.Mail],
            MailEvent => [SimLog.Trace],
            WindowsEvent { Host: "DC01" } => [SimLog.Controller],
            WindowsEvent => [SimLog.Hosts],
            LinuxEvent => [SimLog.Linux],
            VpnEvent => [SimLog.Vpn],
            ProxyEvent => [SimLog.Proxy],
            DnsEvent => [SimLog.Dns],
            _ => [],
        };

    /// <summary>Whether anything that is there tells of an event.</summary>
    public static bool Tells(SimEvent item, Member member)
    {
        if (item is WindowsEvent w && w.Host != "DC01" && !member.WatchedHosts.Contains(w.Host, StringComparer.Ordinal))
        {
            return false;
        }

        if (
            member.Logs.Identity == IdentityShape.Google
            && (
                item
                is SignInEvent { Code: 50034 }
                    or ActivityEvent { Operation: "MailItemsAccessed" or "Send" or "Remove-InboxRule" }
            )
        )
        {
            return false;
        }

        foreach (SimLog log in Of(item, member.Logs))
        {
            if (member.Logs.Shows(log, item.Time))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes an event; they come in order of time.</summary>
    public void Write(SimEvent item)
    {
        if (!Tells(item, _member))
        {
            return;
        }

        if (item.Mark.Length == 0 && item is SignInEvent or DirectoryEvent or ActivityEvent or MailEvent)
        {
            item = item with { Mark = item.Mark.Length > 0 ? item.Mark : _ids.Guid().ToString() };
        }

        foreach (SimLog log in Of(item, _plan))
        {
            if (!_plan.Shows(log, item.Time))
            {
                continue;
            }

            if (item is WindowsEvent w)
            {
                Host(w).Write(w);
            }
            else if (log == SimLog.Mail && !_plan.IsMbox)
            {
                _mails.Write((MailEvent)item);
            }
            else if (_files.TryGetValue(log, out LogFile? file))
            {
                file.Write(item);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LogFile file in _files.Values)
        {
            file.Dispose();
        }

        foreach (EventLogFile file in _hosts.Values)
        {
            file.Dispose();
        }
    }

    private EventLogFile Host(WindowsEvent item)
    {
        if (!_hosts.TryGetValue((item.Host, item.IsSysmon), out EventLogFile? file))
        {
            string name = item.IsSysmon ? "Microsoft-Windows-Sysmon%4Operational.evtx" : "Security.evtx";
            string path = Path.Combine(_folder, "windows", item.Host.ToLowerInvariant(), name);
            file = new EventLogFile(path, _member.HostName(item.Host), Tally);
            _hosts.Add((item.Host, item.IsSysmon), file);
        }

        return file;
    }

    private LogFile? Make(SimLog log)
    {
        string tenant = _member.Tenant;
        IdentityShape shape = _plan.Identity;
        (string Folder, string Name, ITextFormat Format)? choice = log switch
        {
            SimLog.SignIns when shape == IdentityShape.Okta => ("okta", "system-log", new OktaFormat()),
            SimLog.SignIns when shape == IdentityShape.Google => ("google", "login", new GoogleFormat()),
            SimLog.SignIns when SignIns(isInteractive: true) is { } format => ("entra", "signins", format),
            SimLog.NonInteractive when SignIns(isInteractive: false) is { } format => (
                "entra",
                "noninteractive",
                format
            ),
            SimLog.Directory when shape == IdentityShape.Okta => ("okta", "administration", new OktaFormat()),
            SimLog.Directory when shape == IdentityShape.Google => ("google", "admin", new GoogleFormat()),
            SimLog.Directory => (
                "entra",
                "audit",
                new EntraAuditFormat(tenant, shape == IdentityShape.EntraDiagnostic)
            ),
            SimLog.Activity when shape == IdentityShape.Google => ("google", "drive", new GoogleFormat()),
            SimLog.Activity => ("m365", "unified-audit", new UnifiedAuditFormat(tenant, _plan.IsActivityCsv)),
            SimLog.Trace => ("mail", "trace", new TraceFormat()),
            SimLog.Mail when _plan.IsMbox => ("mail", "messages", new MboxFormat(_member.MailServer)),
            SimLog.Linux => ("linux", "auth", new LinuxFormat(Member.LinuxServer, _member.Place)),
            SimLog.Vpn => ("vpn", "asa", new VpnFormat(_member.Place)),
            SimLog.Proxy when _plan.IsProxyCef => ("network", "gateway", new ProxyCefFormat(_member.Place)),
            SimLog.Proxy => ("network", "proxy", new ProxyFormat()),
            SimLog.Dns => ("network", "queries", new DnsFormat(_member.Place)),
            _ => null,
        };
        return choice is { } c ? new LogFile(Path.Combine(_folder, c.Folder), c.Name, c.Format, _plan, Tally) : null;
    }

    private ITextFormat? SignIns(bool isInteractive) =>
        _plan.Identity switch
        {
            IdentityShape.EntraGraph => new EntraGraphFormat(),
            IdentityShape.EntraDiagnostic => new EntraDiagnosticFormat(_member.Tenant, isInteractive),
            IdentityShape.EntraTable => new EntraTableFormat(isInteractive),
            IdentityShape.EntraPortal => new EntraPortalFormat(),
            _ => null,
        };
}
