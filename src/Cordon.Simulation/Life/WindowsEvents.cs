using System.Globalization;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Life;

/// <summary>Events of Windows with their fields.</summary>
internal static class WindowsEvents
{
    private const string NoSid = "S-1-0-0";

    public static WindowsEvent LogOn(
        DateTime time,
        string host,
        string login,
        string domain,
        string address,
        string workstation,
        int type,
        int sid
    ) =>
        new(time)
        {
            Host = host,
            Code = 4624,
            Data =
            [
                ("SubjectUserSid", NoSid),
                ("SubjectUserName", "-"),
                ("TargetUserSid", Sid(sid)),
                ("TargetUserName", login),
                ("TargetDomainName", domain),
                ("TargetLogonId", LogonId(time)),
                ("LogonType", type.ToString(CultureInfo.InvariantCulture)),
                ("LogonProcessName", type == 3 ? "Kerberos" : "User32"),
                ("AuthenticationPackageName", type == 3 ? "Kerberos" : "Negotiate"),
                ("WorkstationName", workstation),
                ("LmPackageName", "-"),
                ("KeyLength", "0"),
                ("ProcessName", "-"),
                ("IpAddress", address),
                ("IpPort", Port(time)),
            ],
        };

    public static WindowsEvent LogOnFailed(
        DateTime time,
        string host,
        string login,
        string domain,
        string address,
        string workstation,
        bool isUnknown,
        int type = 3
    ) =>
        new(time)
        {
            Host = host,
            Code = 4625,
            Data =
            [
                ("SubjectUserSid", NoSid),
                ("SubjectUserName", "-"),
                ("TargetUserSid", NoSid),
                ("TargetUserName", login),
                ("TargetDomainName", domain),
                ("Status", "0xc000006d"),
                ("FailureReason", "%%2313"),
                ("SubStatus", isUnknown ? "0xc0000064" : "0xc000006a"),
                ("LogonType", type.ToString(CultureInfo.InvariantCulture)),
                ("LogonProcessName", "NtLmSsp"),
                ("AuthenticationPackageName", "NTLM"),
                ("WorkstationName", workstation),
                ("LmPackageName", "-"),
                ("KeyLength", "0"),
                ("ProcessName", "-"),
                ("IpAddress", address),
                ("IpPort", Port(time)),
            ],
        };

    public static WindowsEvent Ticket(
        DateTime time,
        string login,
        string domain,
        string address,
        int sid,
        string status = "0x0"
    ) =>
        new(time)
        {
            Host = "DC01",
            Code = 4768,
            Data =
            [
                ("TargetUserName", login),
                ("TargetDomainName", domain),
                ("TargetSid", status == "0x0" ? Sid(sid) : NoSid),
                ("ServiceName", "krbtgt"),
                ("TicketOptions", "0x40810010"),
                ("Status", status),
                ("TicketEncryptionType", status == "0x0" ? "0x12" : "0xffffffff"),
                ("PreAuthType", "2"),
                ("IpAddress", "::ffff:" + address),
                ("IpPort", Port(time)),
            ],
        };

    public static WindowsEvent WrongPassword(DateTime time, string login, string domain, string address, int sid) =>
        new(time)
        {
            Host = "DC01",
            Code = 4771,
            Data =
            [
                ("TargetUserName", login),
                ("TargetSid", Sid(sid)),
                ("ServiceName", "krbtgt/" + domain),
                ("TicketOptions", "0x40810010"),
                ("Status", "0x18"),
                ("PreAuthType", "2"),
                ("IpAddress", "::ffff:" + address),
                ("IpPort", Port(time)),
            ],
        };

    public static WindowsEvent LockedOut(DateTime time, string login, string caller, int sid) =>
        new(time)
        {
            Host = "DC01",
            Code = 4740,
            Data =
            [
                ("TargetUserName", login),
                ("TargetDomainName", caller),
                ("TargetSid", Sid(sid)),
                ("SubjectUserName", "DC01$"),
            ],
        };

    public static WindowsEvent Process(
        DateTime time,
        string host,
        string user,
        string image,
        string command,
        string parent,
        string parentCommand = ""
    ) =>
        Sysmon(
            time,
            host,
            1,
            ("UtcTime", Utc(time)),
            ("ProcessGuid", Guid(time)),
            ("ProcessId", Port(time)),
            ("Image", image),
            ("FileVersion", "10.0.18362.1"),
            ("OriginalFileName", Path.GetFileName(image.Replace('\\', '/'))),
            ("CommandLine", command),
            ("CurrentDirectory", @"C:\Windows\system32\"),
            ("User", user),
            ("TerminalSessionId", "1"),
            ("IntegrityLevel", "Medium"),
            ("ParentProcessId", "4120"),
            ("ParentImage", parent),
            ("ParentCommandLine", parentCommand.Length > 0 ? parentCommand : parent)
        );

    public static WindowsEvent Connection(
        DateTime time,
        string host,
        string user,
        string image,
        string from,
        string to,
        string name,
        int port
    ) =>
        Sysmon(
            time,
            host,
            3,
            ("UtcTime", Utc(time)),
            ("ProcessGuid", Guid(time)),
            ("ProcessId", Port(time)),
            ("Image", image),
            ("User", user),
            ("Protocol", "tcp"),
            ("Initiated", "true"),
            ("SourceIp", from),
            ("SourcePort", Port(time)),
            ("DestinationIp", to),
            ("DestinationHostname", name),
            ("DestinationPort", port.ToString(CultureInfo.InvariantCulture))
        );

    public static WindowsEvent FileMade(DateTime time, string host, string user, string image, string file) =>
        Sysmon(
            time,
            host,
            11,
            ("UtcTime", Utc(time)),
            ("ProcessId", Port(time)),
            ("Image", image),
            ("TargetFilename", file),
            ("CreationUtcTime", Utc(time)),
            ("User", user)
        );

    public static WindowsEvent Registry(
        DateTime time,
        string host,
        string user,
        string image,
        string key,
        string value
    ) =>
        Sysmon(
            time,
            host,
            13,
            ("EventType", "SetValue"),
            ("UtcTime", Utc(time)),
            ("ProcessId", Port(time)),
            ("Image", image),
            ("TargetObject", key),
            ("Details", value),
            ("User", user)
        );

    public static WindowsEvent NameAsked(DateTime time, string host, string image, string name, string address) =>
        Sysmon(
            time,
            host,
            22,
            ("UtcTime", Utc(time)),
            ("ProcessId", Port(time)),
            ("QueryName", name),
            ("QueryStatus", "0"),
            ("QueryResults", address + ";"),
            ("Image", image)
        );

    private static WindowsEvent Sysmon(DateTime time, string host, ushort code, params (string, string)[] data) =>
        new(time)
        {
            Host = host,
            IsSysmon = true,
            Code = code,
            Data = data,
        };

    private static string Sid(int number) => $"S-1-5-21-1111111111-2222222222-3333333333-{1_100 + number}";

    private static string LogonId(DateTime time) =>
        "0x" + (time.Ticks & 0xFFFFFFF).ToString("x", CultureInfo.InvariantCulture);

    private static string Port(DateTime time) =>
        (49_152 + (int)((ulong)(time.Ticks / 10_000) % 16_000)).ToString(CultureInfo.InvariantCulture);

    private static string Guid(DateTime time) =>
        "{" + new Guid((int)(time.Ticks >> 32), 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte)time.Ticks) + "}";

    private static string Utc(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
