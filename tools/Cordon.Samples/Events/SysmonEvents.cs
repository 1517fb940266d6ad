using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cordon.Evtx.Writing;
using static Cordon.Samples.Events.Field;

namespace Cordon.Samples.Events;

/// <summary>Events that Sysmon 12 writes on one computer (schema 4.40).</summary>
internal sealed class SysmonEvents(Computer computer, uint machine, Chance chance)
{
    private static readonly Guid Provider = new("5770385f-c22a-43e0-bf4c-06f5698ffbd9");
    private uint _sequence = 0x2A10;

    /// <summary>A process that has run since the computer started, without an event of its own.</summary>
    public SysmonProcess Running(DateTime since, string image, string commandLine, string user, uint id) =>
        new(id, Identify(since), image, commandLine, user);

    /// <summary>1: a process was started.</summary>
    public EvtxWriteEvent Started(
        DateTime time,
        SysmonProcess parent,
        string image,
        string commandLine,
        out SysmonProcess process,
        string? user = null,
        string? originalName = null,
        string product = "Microsoft® Windows® Operating System",
        string company = "Microsoft Corporation",
        string integrity = "Medium",
        string folder = @"C:\Windows\system32\",
        uint? id = null
    )
    {
        process = new SysmonProcess(
            id ?? ((uint)chance.Between(600, 4100) * 4),
            Identify(time),
            image,
            commandLine,
            user ?? parent.User
        );
        var isService = process.User.StartsWith("NT AUTHORITY", StringComparison.Ordinal);
        return Make(
            time,
            1,
            5,
            ("ProcessGuid", Id(process.Guid)),
            ("ProcessId", Number(process.Id)),
            ("Image", Text(image)),
            ("FileVersion", Text("10.0.19041.1 (WinBuild.160101.0800)")),
            ("Description", Text(Path.GetFileNameWithoutExtension(image.Replace('\\', '/')))),
            ("Product", Text(product)),
            ("Company", Text(company)),
            ("OriginalFileName", Text(originalName ?? Path.GetFileName(image.Replace('\\', '/')))),
            ("CommandLine", Text(commandLine)),
            ("CurrentDirectory", Text(folder)),
            ("User", Text(process.User)),
            ("LogonGuid", Id(isService ? Session(0x3E7) : Session(0x8F2A1))),
            ("LogonId", Hex64(isService ? 0x3E7u : 0x8F2A1)),
            ("TerminalSessionId", Number(isService ? 0u : 1)),
            ("IntegrityLevel", Text(isService ? "System" : integrity)),
            ("Hashes", Text("SHA256=" + HashOf(image))),
            ("ParentProcessGuid", Id(parent.Guid)),
            ("ParentProcessId", Number(parent.Id)),
            ("ParentImage", Text(parent.Image)),
            ("ParentCommandLine", Text(parent.CommandLine))
        );
    }

    /// <summary>3: a connection was opened by a program here.</summary>
    public EvtxWriteEvent Connected(
        DateTime time,
        SysmonProcess process,
        string address,
        int port,
        string host = "-"
    ) =>
        Make(
            time,
            3,
            5,
            ("ProcessGuid", Id(process.Guid)),
            ("ProcessId", Number(process.Id)),
            ("Image", Text(process.Image)),
            ("User", Text(process.User)),
            ("Protocol", Text("tcp")),
            ("Initiated", Flag(true)),
            ("SourceIsIpv6", Flag(false)),
            ("SourceIp", Text(computer.Address)),
            ("SourceHostname", Text(computer.FullName)),
            ("SourcePort", Number16(chance.Between(49700, 65000))),
            ("SourcePortName", Text("-")),
            ("DestinationIsIpv6", Flag(false)),
            ("DestinationIp", Text(address)),
            ("DestinationHostname", Text(host)),
            ("DestinationPort", Number16(port)),
            (
                "DestinationPortName",
                Text(
                    port switch
                    {
                        443 => "https",
                        80 => "http",
                        445 => "microsoft-ds",
                        88 => "kerberos",
                        389 => "ldap",
                        _ => "-",
                    }
                )
            )
        );

    /// <summary>5: a process ended.</summary>
    public EvtxWriteEvent Ended(DateTime time, SysmonProcess process) =>
        Make(
            time,
            5,
            3,
            ("ProcessGuid", Id(process.Guid)),
            ("ProcessId", Number(process.Id)),
            ("Image", Text(process.Image))
        );

    /// <summary>10: a process was opened by another.</summary>
    public EvtxWriteEvent Opened(
        DateTime time,
        SysmonProcess source,
        SysmonProcess target,
        uint access,
        string callTrace
    ) =>
        Make(
            time,
            10,
            3,
            ("SourceProcessGUID", Id(source.Guid)),
            ("SourceProcessId", Number(source.Id)),
            ("SourceThreadId", Number(source.Id + 208)),
            ("SourceImage", Text(source.Image)),
            ("TargetProcessGUID", Id(target.Guid)),
            ("TargetProcessId", Number(target.Id)),
            ("TargetImage", Text(target.Image)),
            ("GrantedAccess", Hex(access)),
            ("CallTrace", Text(callTrace))
        );

    /// <summary>11: a file was made.</summary>
    public EvtxWriteEvent FileMade(DateTime time, SysmonProcess process, string file) =>
        Make(
            time,
            11,
            2,
            ("ProcessGuid", Id(process.Guid)),
            ("ProcessId", Number(process.Id)),
            ("Image", Text(process.Image)),
            ("TargetFilename", Text(file)),
            ("CreationUtcTime", Text(Stamp(time)))
        );

    /// <summary>13: a registry value was set.</summary>
    public EvtxWriteEvent ValueSet(DateTime time, SysmonProcess process, string target, string details) =>
        Make(
            time,
            13,
            2,
            "SetValue",
            ("ProcessGuid", Id(process.Guid)),
            ("ProcessId", Number(process.Id)),
            ("Image", Text(process.Image)),
            ("TargetObject", Text(target)),
            ("Details", Text(details))
        );

    /// <summary>22: a name was looked up.</summary>
    public EvtxWriteEvent LookedUp(DateTime time, SysmonProcess process, string name, string results) =>
        Make(
            time,
            22,
            5,
            ("ProcessGuid", Id(process.Guid)),
            ("ProcessId", Number(process.Id)),
            ("QueryName", Text(name)),
            ("QueryStatus", Text("0")),
            ("QueryResults", Text(results)),
            ("Image", Text(process.Image))
        );

    private static string Stamp(DateTime time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>A hash of the name, not of any file: there is none.</summary>
    private static string HashOf(string image) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("Cordon sample " + image)));

    /// <summary>Sysmon's identifiers: the machine, the second of the start, a running number.</summary>
    private Guid Identify(DateTime time)
    {
        var seconds = (uint)(time - DateTime.UnixEpoch).TotalSeconds;
        _sequence += 1 + (uint)chance.Between(0, 90);
        return new Guid(
            machine,
            (ushort)(seconds & 0xFFFF),
            (ushort)(seconds >> 16),
            0,
            0,
            0,
            0,
            (byte)(_sequence >> 8),
            (byte)_sequence,
            0,
            0
        );
    }

    private Guid Session(uint logon) =>
        new(machine, 0x5E3A, 0x6018, 0, 0, (byte)logon, (byte)(logon >> 8), (byte)(logon >> 16), 0, 0, 0);

    private EvtxWriteEvent Make(DateTime time, ushort id, byte version, params (string?, BinXmlValue)[] data) =>
        Make(time, id, version, null, data);

    private EvtxWriteEvent Make(
        DateTime time,
        ushort id,
        byte version,
        string? eventType,
        params (string?, BinXmlValue)[] data
    )
    {
        (string?, BinXmlValue)[] common = eventType is null
            ? [("RuleName", Text("-")), ("UtcTime", Text(Stamp(time)))]
            : [("RuleName", Text("-")), ("EventType", Text(eventType)), ("UtcTime", Text(Stamp(time)))];
        return new EvtxWriteEvent
        {
            ProviderName = "Microsoft-Windows-Sysmon",
            ProviderGuid = Provider,
            EventId = id,
            Version = version,
            Level = 4,
            Task = id,
            Opcode = 0,
            Keywords = 0x8000000000000000,
            // The driver notes the time first; the service writes the record a little later.
            Time = time.AddTicks(chance.Between(9_000, 140_000)),
            ProcessId = 3184,
            ThreadId = id == 22 ? 4404u : 4212,
            Channel = "Microsoft-Windows-Sysmon/Operational",
            Computer = computer.FullName,
            UserSid = "S-1-5-18",
            Payload = [EvtxPayload.EventData([.. common, .. data])],
        };
    }
}

/// <summary>A process, as other events name it.</summary>
internal sealed record SysmonProcess(uint Id, Guid Guid, string Image, string CommandLine, string User);
