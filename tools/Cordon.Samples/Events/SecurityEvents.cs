using Cordon.Evtx.Writing;
using static Cordon.Samples.Events.Field;

namespace Cordon.Samples.Events;

/// <summary>Events of the security log of one computer, with the fields and types that Windows 10 and Server 2019 write.</summary>
internal sealed class SecurityEvents(Computer computer, EvtxRecordForm form = EvtxRecordForm.Nested)
{
    private const ulong Success = 0x8020000000000000;
    private const ulong Failure = 0x8010000000000000;
    private const string Nobody = "S-1-0-0";
    private const string SystemSid = "S-1-5-18";
    private const ulong SystemSession = 0x3E7;

    private static readonly Guid Auditing = new("54849625-5478-4994-a5ba-3e3b0328c30d");
    private static readonly Guid EventLog = new("fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148");

    /// <summary>4624: an account signed in over the network or at the console.</summary>
    public EvtxWriteEvent SignedIn(DateTime time, SignIn signIn) =>
        Audit(
            time,
            4624,
            2,
            12544,
            Success,
            ("SubjectUserSid", Sid(signIn.ByService ? SystemSid : Nobody)),
            ("SubjectUserName", Text(signIn.ByService ? computer.AccountName : "-")),
            ("SubjectDomainName", Text(signIn.ByService ? Laboratory.Domain : "-")),
            ("SubjectLogonId", Hex64(signIn.ByService ? SystemSession : 0)),
            ("TargetUserSid", Sid(signIn.Sid)),
            ("TargetUserName", Text(signIn.Name)),
            ("TargetDomainName", Text(signIn.Domain)),
            ("TargetLogonId", Hex64(signIn.Session)),
            ("LogonType", Number(signIn.Type)),
            ("LogonProcessName", Text(signIn.LogonProcess)),
            ("AuthenticationPackageName", Text(signIn.Package)),
            ("WorkstationName", Text(signIn.Workstation)),
            ("LogonGuid", Id(Guid.Empty)),
            ("TransmittedServices", Text("-")),
            ("LmPackageName", Text(signIn.Package == "NTLM" ? "NTLM V2" : "-")),
            ("KeyLength", Number(signIn.Package == "NTLM" ? 128u : 0)),
            ("ProcessId", Hex64(signIn.ByService ? 0x2B8u : 0)),
            ("ProcessName", Text(signIn.Process)),
            ("IpAddress", Text(signIn.Address)),
            ("IpPort", Text(signIn.Port)),
            ("ImpersonationLevel", Text("%%1833")),
            ("RestrictedAdminMode", Text("-")),
            ("TargetOutboundUserName", Text("-")),
            ("TargetOutboundDomainName", Text("-")),
            ("VirtualAccount", Text("%%1843")),
            ("TargetLinkedLogonId", Hex64(0)),
            ("ElevatedToken", Text(signIn.Elevated ? "%%1842" : "%%1843"))
        );

    /// <summary>4625: a sign-in was refused.</summary>
    /// <param name="time">When.</param>
    /// <param name="signIn">Who tried, from where; session and SID are not used.</param>
    /// <param name="reason">The sub status: 0xC000006A wrong password, 0xC0000064 no such account.</param>
    public EvtxWriteEvent Refused(DateTime time, SignIn signIn, uint reason) =>
        Audit(
            time,
            4625,
            0,
            12544,
            Failure,
            ("SubjectUserSid", Sid(signIn.ByService ? SystemSid : Nobody)),
            ("SubjectUserName", Text(signIn.ByService ? computer.AccountName : "-")),
            ("SubjectDomainName", Text(signIn.ByService ? Laboratory.Domain : "-")),
            ("SubjectLogonId", Hex64(signIn.ByService ? SystemSession : 0)),
            ("TargetUserSid", Sid(Nobody)),
            ("TargetUserName", Text(signIn.Name)),
            ("TargetDomainName", Text(signIn.Domain)),
            ("Status", Hex(0xC000006D)),
            ("FailureReason", Text("%%2313")),
            ("SubStatus", Hex(reason)),
            ("LogonType", Number(signIn.Type)),
            ("LogonProcessName", Text(signIn.LogonProcess)),
            ("AuthenticationPackageName", Text(signIn.Package)),
            ("WorkstationName", Text(signIn.Workstation)),
            ("TransmittedServices", Text("-")),
            ("LmPackageName", Text("-")),
            ("KeyLength", Number(0)),
            ("ProcessId", Hex64(signIn.ByService ? 0x1F74u : 0)),
            ("ProcessName", Text(signIn.Process)),
            ("IpAddress", Text(signIn.Address)),
            ("IpPort", Text(signIn.Port))
        );

    /// <summary>4634: a session ended.</summary>
    public EvtxWriteEvent SignedOut(DateTime time, SignIn signIn) =>
        Audit(
            time,
            4634,
            0,
            12545,
            Success,
            ("TargetUserSid", Sid(signIn.Sid)),
            ("TargetUserName", Text(signIn.Name)),
            ("TargetDomainName", Text(signIn.Domain)),
            ("TargetLogonId", Hex64(signIn.Session)),
            ("LogonType", Number(signIn.Type))
        );

    /// <summary>4672: a new session has the rights of an administrator.</summary>
    public EvtxWriteEvent Privileged(DateTime time, SignIn signIn) =>
        Audit(
            time,
            4672,
            0,
            12548,
            Success,
            ("SubjectUserSid", Sid(signIn.Sid)),
            ("SubjectUserName", Text(signIn.Name)),
            ("SubjectDomainName", Text(signIn.Domain)),
            ("SubjectLogonId", Hex64(signIn.Session)),
            (
                "PrivilegeList",
                Text(
                    "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\tSeTakeOwnershipPrivilege\r\n\t\t\tSeDebugPrivilege"
                )
            )
        );

    /// <summary>4776: a password was checked by NTLM. Status 0 is success.</summary>
    public EvtxWriteEvent CheckedByNtlm(DateTime time, string name, string workstation, uint status) =>
        Audit(
            time,
            4776,
            0,
            14336,
            status == 0 ? Success : Failure,
            ("PackageName", Text("MICROSOFT_AUTHENTICATION_PACKAGE_V1_0")),
            ("TargetUserName", Text(name)),
            ("Workstation", Text(workstation)),
            ("Status", Hex(status))
        );

    /// <summary>4769: a ticket to a service was given out, in AES.</summary>
    public EvtxWriteEvent TicketGiven(DateTime time, Account account, Computer from, Computer service, Chance chance) =>
        Audit(
            time,
            4769,
            0,
            14337,
            Success,
            ("TargetUserName", Text($"{account.Name}@{Laboratory.DnsDomain.ToUpperInvariant()}")),
            ("TargetDomainName", Text(Laboratory.DnsDomain.ToUpperInvariant())),
            ("ServiceName", Text(service.AccountName)),
            ("ServiceSid", Sid(service.AccountSid)),
            ("TicketOptions", Hex(0x40810000)),
            ("TicketEncryptionType", Hex(0x12)),
            ("IpAddress", Text("::ffff:" + from.Address)),
            ("IpPort", Text(chance.Between(49700, 65000).ToString())),
            ("Status", Hex(0)),
            ("LogonGuid", Id(chance.Guid())),
            ("TransmittedServices", Text("-"))
        );

    /// <summary>4688: a process was started.</summary>
    public EvtxWriteEvent Started(
        DateTime time,
        SignIn by,
        uint id,
        string image,
        string commandLine,
        uint parent,
        string parentImage
    ) =>
        Audit(
            time,
            4688,
            2,
            13312,
            Success,
            ("SubjectUserSid", Sid(by.Sid)),
            ("SubjectUserName", Text(by.Name)),
            ("SubjectDomainName", Text(by.Domain)),
            ("SubjectLogonId", Hex64(by.Session)),
            ("NewProcessId", Hex64(id)),
            ("NewProcessName", Text(image)),
            ("TokenElevationType", Text(by.Sid == SystemSid ? "%%1936" : "%%1937")),
            ("ProcessId", Hex64(parent)),
            ("CommandLine", Text(commandLine)),
            ("TargetUserSid", Sid(Nobody)),
            ("TargetUserName", Text("-")),
            ("TargetDomainName", Text("-")),
            ("TargetLogonId", Hex64(0)),
            ("ParentProcessName", Text(parentImage)),
            ("MandatoryLabel", Sid(by.Sid == SystemSid ? "S-1-16-16384" : "S-1-16-12288"))
        );

    /// <summary>5140: a share was opened.</summary>
    public EvtxWriteEvent ShareOpened(DateTime time, SignIn by, string share, string localPath) =>
        Audit(
            time,
            5140,
            1,
            12808,
            Success,
            ("SubjectUserSid", Sid(by.Sid)),
            ("SubjectUserName", Text(by.Name)),
            ("SubjectDomainName", Text(by.Domain)),
            ("SubjectLogonId", Hex64(by.Session)),
            ("ObjectType", Text("File")),
            ("IpAddress", Text(by.Address)),
            ("IpPort", Text(by.Port)),
            ("ShareName", Text(@"\\*\" + share)),
            ("ShareLocalPath", Text(@"\??\" + localPath)),
            ("AccessMask", Hex(0x1)),
            ("AccessList", Text("%%4416\r\n\t\t\t\t"))
        );

    /// <summary>5145: a file on a share was opened; to write where <paramref name="write"/> is set.</summary>
    public EvtxWriteEvent FileOnShare(
        DateTime time,
        SignIn by,
        string share,
        string localPath,
        string file,
        bool write
    ) =>
        Audit(
            time,
            5145,
            0,
            12811,
            Success,
            ("SubjectUserSid", Sid(by.Sid)),
            ("SubjectUserName", Text(by.Name)),
            ("SubjectDomainName", Text(by.Domain)),
            ("SubjectLogonId", Hex64(by.Session)),
            ("ObjectType", Text("File")),
            ("IpAddress", Text(by.Address)),
            ("IpPort", Text(by.Port)),
            ("ShareName", Text(@"\\*\" + share)),
            ("ShareLocalPath", Text(@"\??\" + localPath)),
            ("RelativeTargetName", Text(file)),
            ("AccessMask", Hex(write ? 0x12019Fu : 0x120089)),
            (
                "AccessList",
                Text(
                    write
                        ? "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4417\r\n\t\t\t\t%%4423\r\n\t\t\t\t"
                        : "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4423\r\n\t\t\t\t"
                )
            ),
            ("AccessReason", Text("-"))
        );

    /// <summary>4798: a program listed the groups of an account on this computer.</summary>
    public EvtxWriteEvent GroupsListed(DateTime time, SignIn by, Account account, string image, uint process) =>
        Audit(
            time,
            4798,
            0,
            13824,
            Success,
            ("TargetUserName", Text(account.Name)),
            ("TargetDomainName", Text(computer.Name)),
            ("TargetSid", Sid(account.Sid)),
            ("SubjectUserSid", Sid(by.Sid)),
            ("SubjectUserName", Text(by.Name)),
            ("SubjectDomainName", Text(by.Domain)),
            ("SubjectLogonId", Hex64(by.Session)),
            ("CallerProcessId", Hex64(process)),
            ("CallerProcessName", Text(image))
        );

    /// <summary>1102: the log was emptied.</summary>
    public EvtxWriteEvent LogEmptied(DateTime time, SignIn by) =>
        new()
        {
            ProviderName = "Microsoft-Windows-Eventlog",
            ProviderGuid = EventLog,
            EventId = 1102,
            Version = 0,
            Level = 4,
            Task = 104,
            Opcode = 0,
            Keywords = 0x4020000000000000,
            Time = time,
            ProcessId = 1148,
            ThreadId = 4476,
            Channel = "Security",
            Computer = computer.FullName,
            Form = form,
            Payload =
            [
                EvtxPayload.UserData(
                    new BinXmlElement(
                        "LogFileCleared",
                        [new BinXmlAttribute("xmlns", "http://manifests.microsoft.com/win/2004/08/windows/eventlog")],
                        new BinXmlElement("SubjectUserSid", new BinXmlSubstitution(0, Evtx.EvtxValueType.Sid)),
                        new BinXmlElement("SubjectUserName", new BinXmlSubstitution(1, Evtx.EvtxValueType.String)),
                        new BinXmlElement("SubjectDomainName", new BinXmlSubstitution(2, Evtx.EvtxValueType.String)),
                        new BinXmlElement("SubjectLogonId", new BinXmlSubstitution(3, Evtx.EvtxValueType.HexInt64))
                    ),
                    Sid(by.Sid),
                    Text(by.Name),
                    Text(by.Domain),
                    Hex64(by.Session)
                ),
            ],
        };

    private EvtxWriteEvent Audit(
        DateTime time,
        ushort id,
        byte version,
        ushort task,
        ulong keywords,
        params (string?, BinXmlValue)[] data
    ) =>
        new()
        {
            ProviderName = "Microsoft-Windows-Security-Auditing",
            ProviderGuid = Auditing,
            EventId = id,
            Version = version,
            Level = 0,
            Task = task,
            Opcode = 0,
            Keywords = keywords,
            Time = time,
            ProcessId = id == 4688 || id == 5140 || id == 5145 ? 4u : 708,
            // One of the few threads that audit; which one says nothing.
            ThreadId = 700 + ((uint)(time.Ticks >> 12) % 9 * 44),
            Channel = "Security",
            Computer = computer.FullName,
            Form = form,
            Payload = [EvtxPayload.EventData(data)],
        };
}
