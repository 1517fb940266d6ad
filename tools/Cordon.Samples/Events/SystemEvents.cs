using Cordon.Evtx.Writing;
using static Cordon.Samples.Events.Field;

namespace Cordon.Samples.Events;

/// <summary>Events of the system log of one computer.</summary>
internal sealed class SystemEvents(Computer computer, EvtxRecordForm form = EvtxRecordForm.Nested)
{
    private static readonly Guid ServiceControl = new("555908d1-a6d7-4695-8e1e-26931d2012f4");
    private static readonly Guid Update = new("945a8954-c147-4acd-923f-40c45405a658");

    /// <summary>7045: a service was installed.</summary>
    public EvtxWriteEvent ServiceInstalled(
        DateTime time,
        string by,
        string name,
        string image,
        string start = "demand start"
    ) =>
        Make(
            time,
            "Service Control Manager",
            ServiceControl,
            7045,
            by,
            ("ServiceName", Text(name)),
            ("ImagePath", Text(image)),
            ("ServiceType", Text("user mode service")),
            ("StartType", Text(start)),
            ("AccountName", Text("LocalSystem"))
        );

    /// <summary>7040: the way in which a service starts was changed.</summary>
    public EvtxWriteEvent StartChanged(DateTime time, string service, string key, string before, string after) =>
        Make(
            time,
            "Service Control Manager",
            ServiceControl,
            7040,
            "S-1-5-18",
            ("param1", Text(service)),
            ("param2", Text(before)),
            ("param3", Text(after)),
            ("param4", Text(key))
        );

    /// <summary>7036: a service runs or has stopped.</summary>
    public EvtxWriteEvent ServiceState(DateTime time, string service, string state) =>
        Make(
            time,
            "Service Control Manager",
            ServiceControl,
            7036,
            null,
            ("param1", Text(service)),
            ("param2", Text(state))
        );

    /// <summary>19: an update was installed.</summary>
    public EvtxWriteEvent Updated(DateTime time, string title, Guid update) =>
        new()
        {
            ProviderName = "Microsoft-Windows-WindowsUpdateClient",
            ProviderGuid = Update,
            EventId = 19,
            Version = 1,
            Level = 4,
            Task = 1,
            Opcode = 13,
            Keywords = 0x8000000000000018,
            Time = time,
            ProcessId = 5120,
            ThreadId = 7072,
            Channel = "System",
            Computer = computer.FullName,
            UserSid = "S-1-5-18",
            Form = form,
            Payload =
            [
                EvtxPayload.EventData(
                    ("updateTitle", Text(title)),
                    ("updateGuid", Id(update)),
                    ("updateRevisionNumber", Number(200)),
                    ("serviceGuid", Id(new Guid("9482f4b4-e343-43b6-b170-9a65bc822c77")))
                ),
            ],
        };

    private EvtxWriteEvent Make(
        DateTime time,
        string provider,
        Guid providerId,
        ushort id,
        string? user,
        params (string?, BinXmlValue)[] data
    ) =>
        new()
        {
            ProviderName = provider,
            ProviderGuid = providerId,
            EventSourceName = provider,
            EventId = id,
            Qualifiers = 16384,
            Version = 0,
            Level = 4,
            Task = 0,
            Opcode = 0,
            Keywords = 0x8080000000000000,
            Time = time,
            ProcessId = 668,
            ThreadId = 2216,
            Channel = "System",
            Computer = computer.FullName,
            UserSid = user,
            Form = form,
            Payload = [EvtxPayload.EventData(data)],
        };
}
