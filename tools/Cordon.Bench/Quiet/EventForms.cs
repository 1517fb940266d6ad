namespace Cordon.Bench.Quiet;

/// <summary>The events of quiet logs: head, then a field a line, with its type if it is no text, and what fills it.</summary>
/// <remarks>Identifiers, versions, fields and types are those of Windows Server 2019, Windows 10 and Sysmon 13.</remarks>
internal static class EventForms
{
    private const string Auditing = "Microsoft-Windows-Security-Auditing|Security|0x8020000000000000|0";
    private const string Sysmon = "Microsoft-Windows-Sysmon|Microsoft-Windows-Sysmon/Operational|0x8000000000000000|4";
    private const string ServiceControl = "Service Control Manager|System|0x8080000000000000|4";
    private const string Scheduler =
        "Microsoft-Windows-TaskScheduler|Microsoft-Windows-TaskScheduler/Operational|0x8000000000000001|4";

    /// <summary>A logon that succeeded, of a person or computer, over the network.</summary>
    public static EventForm Logon { get; } =
        new(
            Auditing,
            4624,
            2,
            12_544,
            """
            SubjectUserSid:sid S-1-0-0
            SubjectUserName -
            SubjectDomainName -
            SubjectLogonId:hex64 0
            TargetUserSid:sid {accountsid}
            TargetUserName {account}
            TargetDomainName MERIDALE.EXAMPLE
            TargetLogonId:hex64 {logon}
            LogonType:u32 {logontype}
            LogonProcessName {logonprocess}
            AuthenticationPackageName {logonpackage}
            WorkstationName {logonfrom}
            LogonGuid:guid {guid}
            TransmittedServices -
            LmPackageName -
            KeyLength:u32 0
            ProcessId:hex64 0
            ProcessName {logonby}
            IpAddress {logonaddress}
            IpPort {logonport}
            ImpersonationLevel %%1840
            RestrictedAdminMode -
            TargetOutboundUserName -
            TargetOutboundDomainName -
            VirtualAccount %%1843
            TargetLinkedLogonId:hex64 0
            ElevatedToken %%1842
            """
        );

    public static EventForm Logoff { get; } =
        new(
            Auditing,
            4634,
            0,
            12_545,
            """
            TargetUserSid:sid {accountsid}
            TargetUserName {account}
            TargetDomainName MERIDALE
            TargetLogonId:hex64 {logon}
            LogonType:u32 {logontype}
            """
        );

    public static EventForm Privileges { get; } =
        new(
            Auditing,
            4672,
            0,
            12_548,
            """
            SubjectUserSid:sid {accountsid}
            SubjectUserName {account}
            SubjectDomainName MERIDALE
            SubjectLogonId:hex64 {logon}
            PrivilegeList {privileges}
            """
        );

    public static EventForm Ticket { get; } =
        new(
            Auditing,
            4769,
            0,
            14_337,
            """
            TargetUserName {account}@MERIDALE.EXAMPLE
            TargetDomainName MERIDALE.EXAMPLE
            ServiceName {server}$
            ServiceSid:sid S-1-5-21-2084719403-1177238915-682003330-{servicerid}
            TicketOptions:hex32 0x40810000
            TicketEncryptionType:hex32 0x12
            IpAddress ::ffff:{ip}
            IpPort {port}
            Status:hex32 0
            LogonGuid:guid {guid}
            TransmittedServices -
            """
        );

    public static EventForm TicketGranting { get; } =
        new(
            Auditing,
            4768,
            0,
            14_339,
            """
            TargetUserName {account}
            TargetDomainName MERIDALE
            TargetSid:sid {accountsid}
            ServiceName krbtgt
            ServiceSid:sid S-1-5-21-2084719403-1177238915-682003330-502
            TicketOptions:hex32 0x40810010
            Status:hex32 0
            TicketEncryptionType:hex32 0x12
            PreAuthType 2
            IpAddress ::ffff:{ip}
            IpPort {port}
            CertIssuerName
            CertSerialNumber
            CertThumbprint
            """
        );

    /// <summary>A password mistyped, now and then.</summary>
    public static EventForm PreAuthenticationFailed { get; } =
        new(
            Auditing,
            4771,
            0,
            14_339,
            """
            TargetUserName {user}
            TargetSid:sid {usersid}
            ServiceName krbtgt/MERIDALE
            TicketOptions:hex32 0x40810010
            Status:hex32 0x18
            PreAuthType 2
            IpAddress ::ffff:{ip}
            IpPort {port}
            CertIssuerName
            CertSerialNumber
            CertThumbprint
            """
        );

    public static EventForm NtlmCheck { get; } =
        new(
            Auditing,
            4776,
            0,
            14_336,
            """
            PackageName MICROSOFT_AUTHENTICATION_PACKAGE_V1_0
            TargetUserName {user}
            Workstation {host}
            Status:hex32 0
            """
        );

    public static EventForm Connection { get; } =
        new(
            Auditing,
            5156,
            1,
            12_810,
            """
            ProcessID:u64 {n:9000}
            Application {flowapplication}
            Direction {flowdirection}
            SourceAddress {flowsource}
            SourcePort {flowsourceport}
            DestAddress {flowtarget}
            DestPort {flowtargetport}
            Protocol:u32 {flowprotocol}
            FilterRTID:u64 {n:90000}
            LayerName {flowlayer}
            LayerRTID:u64 44
            RemoteUserID:sid S-1-0-0
            RemoteMachineID:sid S-1-0-0
            """
        );

    public static EventForm Share { get; } =
        new(
            Auditing,
            5145,
            0,
            12_811,
            """
            SubjectUserSid:sid {accountsid}
            SubjectUserName {account}
            SubjectDomainName MERIDALE
            SubjectLogonId:hex64 {logon}
            ObjectType File
            IpAddress {ip}
            IpPort {port}
            ShareName \\*\SYSVOL
            ShareLocalPath \??\C:\Windows\SYSVOL\sysvol
            RelativeTargetName meridale.example\Policies\{policy}\gpt.ini
            AccessMask:hex32 0x120089
            AccessList %%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4419\r\n\t\t\t\t%%4423\r\n\t\t\t\t
            AccessReason -
            """
        );

    public static EventForm Process { get; } =
        new(
            Auditing,
            4688,
            2,
            13_312,
            """
            SubjectUserSid:sid {subjectsid}
            SubjectUserName {subject}
            SubjectDomainName MERIDALE
            SubjectLogonId:hex64 {subjectlogon}
            NewProcessId:hex64 {pid}
            NewProcessName {image}
            TokenElevationType {elevation}
            ProcessId:hex64 {pid}
            CommandLine {command}
            TargetUserSid:sid S-1-0-0
            TargetUserName -
            TargetDomainName -
            TargetLogonId:hex64 0
            ParentProcessName {parent}
            MandatoryLabel:sid {label}
            """
        );

    public static EventForm ProcessEnd { get; } =
        new(
            Auditing,
            4689,
            0,
            13_313,
            """
            SubjectUserSid:sid {subjectsid}
            SubjectUserName {subject}
            SubjectDomainName MERIDALE
            SubjectLogonId:hex64 {subjectlogon}
            Status:hex32 0
            ProcessId:hex64 {pid}
            ProcessName {image}
            """
        );

    public static EventForm SysmonProcess { get; } =
        new(
            Sysmon,
            1,
            5,
            1,
            """
            RuleName -
            UtcTime {time}
            ProcessGuid:guid {guid}
            ProcessId:u32 {n:30000}
            Image {image}
            FileVersion 10.0.{n:19045}.{n:4000} (WinBuild.160101.0800)
            Description {description}
            Product Microsoft® Windows® Operating System
            Company {company}
            OriginalFileName {imagename}
            CommandLine {command}
            CurrentDirectory C:\Windows\system32\
            User {owner}
            LogonGuid:guid {guid}
            LogonId:hex64 {subjectlogon}
            TerminalSessionId:u32 {session}
            IntegrityLevel {integrity}
            Hashes {hashes}
            ParentProcessGuid:guid {guid}
            ParentProcessId:u32 {n:30000}
            ParentImage {parent}
            ParentCommandLine {parentcommand}
            ParentUser {owner}
            """
        );

    public static EventForm SysmonConnection { get; } =
        new(
            Sysmon,
            3,
            5,
            3,
            """
            RuleName -
            UtcTime {time}
            ProcessGuid:guid {guid}
            ProcessId:u32 {n:30000}
            Image {talker}
            User MERIDALE\{user}
            Protocol tcp
            Initiated:bool true
            SourceIsIpv6:bool false
            SourceIp {ip}
            SourceHostname {host}.meridale.example
            SourcePort:u16 {port}
            SourcePortName -
            DestinationIsIpv6:bool false
            DestinationIp {talkerto}
            DestinationHostname {talkertoname}
            DestinationPort:u16 {talkerport}
            DestinationPortName {talkername}
            """
        );

    public static EventForm SysmonLibrary { get; } =
        new(
            Sysmon,
            7,
            3,
            7,
            """
            RuleName -
            UtcTime {time}
            ProcessGuid:guid {guid}
            ProcessId:u32 {n:30000}
            Image {image}
            ImageLoaded {library}
            FileVersion 10.0.{n:19045}.{n:4000} (WinBuild.160101.0800)
            Description {librarytext}
            Product Microsoft® Windows® Operating System
            Company Microsoft Corporation
            OriginalFileName {libraryname}
            Hashes {libraryhashes}
            Signed true
            Signature Microsoft Windows
            SignatureStatus Valid
            User {owner}
            """
        );

    public static EventForm SysmonFile { get; } =
        new(
            Sysmon,
            11,
            2,
            11,
            """
            RuleName -
            UtcTime {time}
            ProcessGuid:guid {guid}
            ProcessId:u32 {n:30000}
            Image {writer}
            TargetFilename {file}
            CreationUtcTime {time}
            User MERIDALE\{user}
            """
        );

    public static EventForm SysmonRegistry { get; } =
        new(
            Sysmon,
            13,
            2,
            13,
            """
            RuleName -
            EventType SetValue
            UtcTime {time}
            ProcessGuid:guid {guid}
            ProcessId:u32 {n:30000}
            Image {setter}
            TargetObject {key}
            Details {details}
            User MERIDALE\{user}
            """
        );

    public static EventForm SysmonName { get; } =
        new(
            Sysmon,
            22,
            5,
            22,
            """
            RuleName -
            UtcTime {time}
            ProcessGuid:guid {guid}
            ProcessId:u32 {n:30000}
            QueryName {name}
            QueryStatus 0
            QueryResults ::ffff:{serverip};
            Image {lookedupby}
            User MERIDALE\{user}
            """
        );

    public static EventForm Service { get; } =
        new(
            ServiceControl,
            7036,
            0,
            0,
            """
            param1 {servicename}
            param2 {servicestate}
            """
        );

    /// <summary>A service that starts another way from now on.</summary>
    public static EventForm ServiceStart { get; } =
        new(
            ServiceControl,
            7040,
            0,
            0,
            """
            param1 {servicename}
            param2 {startfrom}
            param3 {startto}
            param4 {svc}
            """
        );

    public static EventForm ScriptBlock { get; } =
        new(
            "Microsoft-Windows-PowerShell|Microsoft-Windows-PowerShell/Operational|0x0|5",
            4104,
            1,
            2,
            """
            MessageNumber:i32 1
            MessageTotal:i32 1
            ScriptBlockText {script}
            ScriptBlockId {guid}
            Path
            """
        );

    public static EventForm TaskStarted { get; } =
        new(
            Scheduler,
            200,
            1,
            200,
            """
            TaskName {taskname}
            ActionName {taskaction}
            TaskInstanceId:guid {guid}
            EnginePID:u32 {n:9000}
            """
        );

    public static EventForm TaskEnded { get; } =
        new(
            Scheduler,
            201,
            2,
            201,
            """
            TaskName {taskname}
            TaskInstanceId:guid {guid}
            ActionName {taskaction}
            ResultCode:u32 0
            EnginePID:u32 {n:9000}
            """
        );

    public static EventForm TaskProcess { get; } =
        new(
            Scheduler,
            129,
            0,
            129,
            """
            TaskName {taskname}
            Path {taskaction}
            ProcessID:u32 {n:30000}
            Priority:u32 16384
            """
        );

    public static EventForm NameLookup { get; } =
        new(
            "Microsoft-Windows-DNS-Client|Microsoft-Windows-DNS-Client/Operational|0x8000000000000000|4",
            3008,
            0,
            0,
            """
            QueryName {name}
            QueryType:u32 1
            QueryOptions:u64 140737488355328
            QueryStatus:u32 0
            QueryResults ::ffff:{serverip};
            """
        );
}
