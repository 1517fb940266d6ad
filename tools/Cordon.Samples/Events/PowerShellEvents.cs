using Cordon.Evtx.Writing;
using static Cordon.Samples.Events.Field;

namespace Cordon.Samples.Events;

/// <summary>Events of the operational log of PowerShell on one computer.</summary>
internal sealed class PowerShellEvents(Computer computer)
{
    private static readonly Guid Provider = new("a0c1853b-5c40-4b15-8766-3cf1c58f985a");

    /// <summary>4104: a block of script, as it runs. <paramref name="isSuspicious"/> raises the level to a warning, as PowerShell does.</summary>
    public EvtxWriteEvent Block(
        DateTime time,
        Account by,
        uint process,
        Guid activity,
        Guid block,
        string text,
        string path = "",
        bool isSuspicious = false
    ) =>
        Make(
            time,
            4104,
            isSuspicious ? (byte)3 : (byte)5,
            2,
            15,
            by,
            process,
            activity,
            ("MessageNumber", BinXmlValue.Int32(1)),
            ("MessageTotal", BinXmlValue.Int32(1)),
            ("ScriptBlockText", Text(text)),
            ("ScriptBlockId", Text(block.ToString())),
            ("Path", Text(path))
        );

    /// <summary>40961 and 40962: a console starts and is ready.</summary>
    public IEnumerable<EvtxWriteEvent> ConsoleStarted(DateTime time, Account by, uint process, Guid activity) =>
        [
            Make(time, 40961, 4, 4, 1, by, process, activity),
            Make(time.AddMilliseconds(412), 40962, 4, 4, 2, by, process, activity),
        ];

    /// <summary>53504: the pipe for other programs is open.</summary>
    public EvtxWriteEvent PipeOpened(DateTime time, Account by, uint process, Guid activity) =>
        Make(
            time,
            53504,
            4,
            111,
            10,
            by,
            process,
            activity,
            ("param1", Text(process.ToString())),
            ("param2", Text("DefaultAppDomain"))
        );

    private EvtxWriteEvent Make(
        DateTime time,
        ushort id,
        byte level,
        ushort task,
        byte opcode,
        Account by,
        uint process,
        Guid activity,
        params (string?, BinXmlValue)[] data
    ) =>
        new()
        {
            ProviderName = "Microsoft-Windows-PowerShell",
            ProviderGuid = Provider,
            EventId = id,
            Version = 1,
            Level = level,
            Task = task,
            Opcode = opcode,
            Keywords = 0,
            Time = time,
            ActivityId = activity,
            ProcessId = process,
            ThreadId = process + 1404,
            Channel = "Microsoft-Windows-PowerShell/Operational",
            Computer = computer.FullName,
            UserSid = by.Sid,
            Payload = [EvtxPayload.EventData(data)],
        };
}
