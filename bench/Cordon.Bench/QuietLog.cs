using System.Globalization;
using Cordon.Evtx;
using Cordon.Evtx.Writing;

namespace Cordon.Bench;

/// <summary>Writes logs like those of a domain controller and workstations on a day on which nothing happens.</summary>
internal sealed class QuietLog
{
    private const string Auditing = "Microsoft-Windows-Security-Auditing";
    private const string Domain = "CORP";

    private static readonly string[] Users = ["asmith", "bjones", "cdiaz", "dmeyer", "svc-backup", "svc-scan"];
    private static readonly string[] Hosts = ["WS-0117", "WS-0256", "WS-0303", "FILE-01", "PRINT-02", "DC-01"];
    private static readonly string[] Services =
    [
        "Windows Update",
        "Background Intelligent Transfer Service",
        "Windows Modules Installer",
        "Print Spooler",
    ];

    private static readonly (string Path, string CommandLine)[] Processes =
    [
        (@"C:\Windows\System32\svchost.exe", @"C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule"),
        (@"C:\Windows\System32\taskhostw.exe", "taskhostw.exe /RuntimeWide"),
        (
            @"C:\Windows\System32\backgroundTaskHost.exe",
            "\"C:\\Windows\\system32\\backgroundTaskHost.exe\" -ServerName:App.mca"
        ),
        (@"C:\Windows\System32\conhost.exe", @"\??\C:\Windows\system32\conhost.exe 0xffffffff -ForceV1"),
        (
            @"C:\Program Files\Google\Chrome\Application\chrome.exe",
            "\"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe\" --type=renderer --lang=en-GB --renderer-client-id=41"
        ),
        (
            @"C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE",
            "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE\" /recycle"
        ),
        (
            @"C:\Windows\System32\SearchProtocolHost.exe",
            "\"C:\\Windows\\system32\\SearchProtocolHost.exe\" Global\\UsGthr 1 2 3"
        ),
        (
            @"C:\Windows\System32\dllhost.exe",
            @"C:\Windows\system32\DllHost.exe /Processid:{12345678-1234-4321-ABCD-1234567890AB}"
        ),
    ];

    private static readonly BinXmlTemplate Logon = Template(
        "SubjectUserSid:sid SubjectUserName SubjectDomainName SubjectLogonId:hex64 TargetUserSid:sid TargetUserName TargetDomainName TargetLogonId:hex64 LogonType:u32 LogonProcessName AuthenticationPackageName WorkstationName LogonGuid:guid TransmittedServices LmPackageName KeyLength:u32 ProcessId:hex64 ProcessName IpAddress IpPort ImpersonationLevel RestrictedAdminMode TargetOutboundUserName TargetOutboundDomainName VirtualAccount TargetLinkedLogonId:hex64 ElevatedToken"
    );

    private static readonly BinXmlTemplate Logoff = Template(
        "TargetUserSid:sid TargetUserName TargetDomainName TargetLogonId:hex64 LogonType:u32"
    );

    private static readonly BinXmlTemplate Privileges = Template(
        "SubjectUserSid:sid SubjectUserName SubjectDomainName SubjectLogonId:hex64 PrivilegeList"
    );

    private static readonly BinXmlTemplate Ticket = Template(
        "TargetUserName TargetDomainName ServiceName ServiceSid:sid TicketOptions:hex32 TicketEncryptionType:hex32 IpAddress IpPort Status:hex32 LogonGuid:guid TransmittedServices"
    );

    private static readonly BinXmlTemplate Process = Template(
        "SubjectUserSid:sid SubjectUserName SubjectDomainName SubjectLogonId:hex64 NewProcessId:hex64 NewProcessName TokenElevationType ProcessId:hex64 CommandLine TargetUserSid:sid TargetUserName TargetDomainName TargetLogonId:hex64 ParentProcessName MandatoryLabel:sid"
    );

    private static readonly BinXmlTemplate Connection = Template(
        "ProcessID:u64 Application Direction SourceAddress SourcePort DestAddress DestPort Protocol:u32 FilterRTID:u64 LayerName LayerRTID:u64 RemoteUserID:sid RemoteMachineID:sid"
    );

    private static readonly BinXmlTemplate Share = Template(
        "SubjectUserSid:sid SubjectUserName SubjectDomainName SubjectLogonId:hex64 ObjectType IpAddress IpPort ShareName ShareLocalPath RelativeTargetName AccessMask:hex32 AccessList AccessReason"
    );

    private static readonly BinXmlTemplate Service = Template("param1 param2");

    // A fixed seed: the same bytes on every machine.
    private uint _random = 0x1234_5678;
    private long _tick;

    /// <summary>Writes a log of at least this many bytes.</summary>
    public void Write(string path, long bytes)
    {
        using FileStream stream = File.Create(path);
        using var writer = new EvtxWriter(stream);
        while (stream.Position < bytes)
        {
            writer.Write(Next());
        }
    }

    private static BinXmlTemplate Template(string fields) =>
        EvtxPayload.EventDataTemplate([
            .. fields
                .Split(' ')
                .Select(f => f.Split(':'))
                .Select(f => ((string?)f[0], f.Length == 1 ? EvtxValueType.String : TypeOf(f[1]))),
        ]);

    private static EvtxValueType TypeOf(string name) =>
        name switch
        {
            "sid" => EvtxValueType.Sid,
            "hex64" => EvtxValueType.HexInt64,
            "hex32" => EvtxValueType.HexInt32,
            "u32" => EvtxValueType.UInt32,
            "u64" => EvtxValueType.UInt64,
            _ => EvtxValueType.Guid,
        };

    private EvtxWriteEvent Next()
    {
        string user = Pick(Users);
        string host = Pick(Hosts);
        BinXmlValue sid = BinXmlValue.Sid(
            "S-1-5-21-1004336348-1177238915-682003330-" + (1100 + Below(6)).ToString(CultureInfo.InvariantCulture)
        );
        BinXmlValue session = BinXmlValue.HexInt64(Random() * 16UL);
        string address = string.Create(CultureInfo.InvariantCulture, $"10.20.{Below(4)}.{Below(200) + 10}");
        string port = (49_152 + Below(16_000)).ToString(CultureInfo.InvariantCulture);
        BinXmlValue none = S("-");
        BinXmlValue guid = BinXmlValue.Guid(new Guid(Random(), 0x12, 0x34, 1, 2, 3, 4, 5, 6, 7, 8));
        switch (Below(100))
        {
            case < 24:
                return Security(
                    4624,
                    12_544,
                    Logon,
                    BinXmlValue.Sid("S-1-0-0"),
                    none,
                    none,
                    BinXmlValue.HexInt64(0),
                    sid,
                    S(user),
                    S(Domain),
                    session,
                    BinXmlValue.UInt32(3),
                    S("Kerberos"),
                    S("Kerberos"),
                    none,
                    guid,
                    none,
                    none,
                    BinXmlValue.UInt32(0),
                    BinXmlValue.HexInt64(0),
                    none,
                    S(address),
                    S(port),
                    S("%%1833"),
                    none,
                    none,
                    none,
                    S("%%1843"),
                    BinXmlValue.HexInt64(0),
                    S("%%1842")
                );
            case < 44:
                return Security(4634, 12_545, Logoff, sid, S(user), S(Domain), session, BinXmlValue.UInt32(3));
            case < 52:
                return Security(
                    4672,
                    12_548,
                    Privileges,
                    sid,
                    S(user),
                    S(Domain),
                    session,
                    S(
                        "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\tSeSystemEnvironmentPrivilege"
                    )
                );
            case < 66:
                return Security(
                    4769,
                    14_337,
                    Ticket,
                    S(user + "@CORP.EXAMPLE"),
                    S("CORP.EXAMPLE"),
                    S(host + "$"),
                    sid,
                    BinXmlValue.HexInt32(0x4081_0000),
                    BinXmlValue.HexInt32(0x12),
                    S("::ffff:" + address),
                    S(port),
                    BinXmlValue.HexInt32(0),
                    guid,
                    none
                );
            case < 78:
                return Security(
                    5156,
                    12_810,
                    Connection,
                    BinXmlValue.UInt64(Below(9_000)),
                    S(@"\device\harddiskvolume2\windows\system32\svchost.exe"),
                    S("%%14593"),
                    S(address),
                    S(port),
                    S("10.20.0.5"),
                    S("443"),
                    BinXmlValue.UInt32(6),
                    BinXmlValue.UInt64(71_000),
                    S("%%14611"),
                    BinXmlValue.UInt64(48),
                    BinXmlValue.Sid("S-1-0-0"),
                    BinXmlValue.Sid("S-1-0-0")
                );
            case < 86:
                return Security(
                    5145,
                    12_811,
                    Share,
                    sid,
                    S(user),
                    S(Domain),
                    session,
                    S("File"),
                    S(address),
                    S(port),
                    S(@"\\*\Projects"),
                    S(@"\??\D:\Shares\Projects"),
                    S("Reports\\2026\\plan-" + port + ".xlsx"),
                    BinXmlValue.HexInt32(0x12_0089),
                    S("%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4419"),
                    none
                );
            case < 96:
                (string path, string commandLine) = Pick(Processes);
                return Security(
                    4688,
                    13_312,
                    Process,
                    sid,
                    S(host + "$"),
                    S(Domain),
                    session,
                    BinXmlValue.HexInt64(Below(20_000)),
                    S(path),
                    S("%%1936"),
                    BinXmlValue.HexInt64(Below(20_000)),
                    S(commandLine),
                    BinXmlValue.Sid("S-1-0-0"),
                    none,
                    none,
                    BinXmlValue.HexInt64(0),
                    S(@"C:\Windows\System32\services.exe"),
                    BinXmlValue.Sid("S-1-16-16384")
                );
            default:
                return Make(
                    "Service Control Manager",
                    "System",
                    7036,
                    0,
                    0x8080_0000_0000_0000,
                    Service,
                    S(Pick(Services)),
                    S(Below(2) == 0 ? "running" : "stopped")
                );
        }
    }

    private EvtxWriteEvent Security(ushort id, ushort task, BinXmlTemplate template, params BinXmlValue[] values) =>
        Make(Auditing, "Security", id, task, 0x8020_0000_0000_0000, template, values);

    private EvtxWriteEvent Make(
        string provider,
        string channel,
        ushort id,
        ushort task,
        ulong keywords,
        BinXmlTemplate template,
        params BinXmlValue[] values
    ) =>
        new()
        {
            ProviderName = provider,
            ProviderGuid = new Guid(0x5484_9625, 0x5478, 0x4994, 0xA5, 0xBA, 0x3E, 0x3B, 3, 0x28, 0xC3, 0x0D),
            EventId = id,
            Version = 2,
            Level = 0,
            Task = task,
            Opcode = 0,
            Keywords = keywords,
            Time = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(_tick++ * 3),
            ProcessId = 700,
            ThreadId = 800 + Below(40),
            Channel = channel,
            Computer = "DC-01.corp.example",
            Payload = [new BinXmlFragment(template, values)],
        };

    private static BinXmlValue S(string text) => BinXmlValue.String(text);

    private T Pick<T>(T[] items) => items[Below((uint)items.Length)];

    private uint Below(uint end) => Random() % end;

    private uint Random()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return _random;
    }
}
