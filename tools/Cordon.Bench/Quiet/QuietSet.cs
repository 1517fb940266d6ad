using Cordon.Evtx.Writing;

namespace Cordon.Bench.Quiet;

/// <summary>Writes the logs of a domain controller and of workstations on a day on which nothing happens.</summary>
internal static class QuietSet
{
    private static readonly DateTime Start = new(2021, 3, 2, 6, 0, 0, DateTimeKind.Utc);

    // How many of a hundred bytes each log has; what it holds, with how often of a hundred.
    private static readonly (string Path, string Computer, int Share, (EventForm Form, int Often)[] Events)[] Logs =
    [
        (
            "dc01/Security.evtx",
            "DC01.meridale.example",
            48,
            [
                (EventForms.Logon, 24),
                (EventForms.Logoff, 20),
                (EventForms.Privileges, 8),
                (EventForms.Ticket, 16),
                (EventForms.TicketGranting, 5),
                (EventForms.PreAuthenticationFailed, 1),
                (EventForms.NtlmCheck, 3),
                (EventForms.Connection, 11),
                (EventForms.Share, 8),
                (EventForms.Process, 4),
            ]
        ),
        (
            "ws-1105/Security.evtx",
            "WS-1105.meridale.example",
            12,
            [
                (EventForms.Process, 36),
                (EventForms.ProcessEnd, 32),
                (EventForms.Logon, 12),
                (EventForms.Logoff, 12),
                (EventForms.Privileges, 8),
            ]
        ),
        (
            "ws-1105/Microsoft-Windows-Sysmon%4Operational.evtx",
            "WS-1105.meridale.example",
            30,
            [
                (EventForms.SysmonProcess, 18),
                (EventForms.SysmonConnection, 16),
                (EventForms.SysmonLibrary, 30),
                (EventForms.SysmonFile, 14),
                (EventForms.SysmonRegistry, 12),
                (EventForms.SysmonName, 10),
            ]
        ),
        ("ws-1105/System.evtx", "WS-1105.meridale.example", 2, [(EventForms.Service, 1)]),
        (
            "ws-1105/Microsoft-Windows-PowerShell%4Operational.evtx",
            "WS-1105.meridale.example",
            3,
            [(EventForms.ScriptBlock, 1)]
        ),
        (
            "ws-1105/Microsoft-Windows-TaskScheduler%4Operational.evtx",
            "WS-1105.meridale.example",
            2,
            [(EventForms.TaskStarted, 1)]
        ),
        (
            "ws-1105/Microsoft-Windows-DNS-Client%4Operational.evtx",
            "WS-1105.meridale.example",
            3,
            [(EventForms.NameLookup, 1)]
        ),
    ];

    /// <summary>Writes logs of together at least this many bytes below a folder.</summary>
    public static void Write(string folder, long bytes)
    {
        foreach ((int index, var log) in Logs.Index())
        {
            string path = Path.Combine(folder, log.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream stream = File.Create(path);
            using var writer = new EvtxWriter(stream);
            var filling = new Filling((uint)(0x1234_5678 + (index * 7_919)));
            int all = log.Events.Sum(static e => e.Often);
            DateTime time = Start;
            while (stream.Position < bytes * log.Share / 100)
            {
                int chosen = filling.Below(all);
                int at = 0;
                while (chosen >= log.Events[at].Often)
                {
                    chosen -= log.Events[at++].Often;
                }

                time = time.AddTicks(10_000 + filling.Below(900_000));
                writer.Write(log.Events[at].Form.Make(filling, log.Computer, time));
            }
        }
    }
}
