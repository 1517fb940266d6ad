using System.Globalization;
using Cordon.Evtx;
using Cordon.Evtx.Writing;

namespace Cordon.Bench.Quiet;

/// <summary>Writes the logs of a domain controller and of workstations on a day on which nothing happens.</summary>
internal static class QuietSet
{
    /// <summary>What the records hold and how they are chosen: another number where that changes, as sets made before are kept.</summary>
    public const int Version = 5;

    private static readonly DateTime Start = new(2021, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    // Events of an hour of the day, for one of the night.
    private static readonly int[] Activity =
    [
        1,
        1,
        1,
        1,
        1,
        2,
        4,
        8,
        14,
        16,
        15,
        14,
        11,
        13,
        15,
        14,
        13,
        10,
        6,
        3,
        2,
        2,
        1,
        1,
    ];

    private static readonly int[] Stations = [15, 22, 41, 63, 88, 117];

    // How many of a thousand bytes each log has; about how many bytes its records have, which spreads them over the day; what it
    // holds, and how often.
    private static readonly LogPlan[] Domain =
    [
        new(
            "Security",
            430,
            655,
            [
                (EventForms.Logon, 480),
                (EventForms.Logoff, 400),
                (EventForms.Privileges, 160),
                (EventForms.Ticket, 320),
                (EventForms.TicketGranting, 100),
                (EventForms.PreAuthenticationFailed, 1),
                (EventForms.NtlmCheck, 60),
                (EventForms.Connection, 220),
                (EventForms.Share, 160),
                (EventForms.Process, 80),
            ]
        ),
        new("System", 10, 390, [(EventForms.Service, 9), (EventForms.ServiceStart, 1)]),
    ];

    // Of all workstations together.
    private static readonly LogPlan[] Station =
    [
        new(
            "Security",
            140,
            700,
            [
                (EventForms.Process, 32),
                (EventForms.ProcessEnd, 28),
                (EventForms.Connection, 12),
                (EventForms.Logon, 12),
                (EventForms.Logoff, 8),
                (EventForms.Privileges, 8),
            ]
        ),
        new(
            "Microsoft-Windows-Sysmon%4Operational",
            320,
            1_200,
            [
                (EventForms.SysmonProcess, 18),
                (EventForms.SysmonConnection, 16),
                (EventForms.SysmonLibrary, 30),
                (EventForms.SysmonFile, 14),
                (EventForms.SysmonRegistry, 12),
                (EventForms.SysmonName, 10),
            ]
        ),
        new("System", 20, 400, [(EventForms.Service, 9), (EventForms.ServiceStart, 1)]),
        new("Microsoft-Windows-PowerShell%4Operational", 30, 1_050, [(EventForms.ScriptBlock, 1)]),
        new(
            "Microsoft-Windows-TaskScheduler%4Operational",
            20,
            710,
            [(EventForms.TaskStarted, 2), (EventForms.TaskEnded, 2), (EventForms.TaskProcess, 1)]
        ),
        new("Microsoft-Windows-DNS-Client%4Operational", 30, 520, [(EventForms.NameLookup, 1)]),
    ];

    /// <summary>Writes logs of together at least this many bytes below a folder, and answers how many records they hold.</summary>
    public static long Write(string folder, long bytes)
    {
        long records = 0;
        uint log = 0;
        foreach (LogPlan plan in Domain)
        {
            records += Write(folder, "DC01", null, plan, bytes * plan.Share / 1_000, ++log);
        }

        foreach (int station in Stations)
        {
            foreach (LogPlan plan in Station)
            {
                long share = bytes * plan.Share / 1_000 / Stations.Length;
                records += Write(folder, Filling.HostOf(station), station, plan, share, ++log);
            }
        }

        return records;
    }

    private static long Write(string folder, string computer, int? station, LogPlan plan, long bytes, uint log)
    {
        string path = Path.Combine(folder, computer.ToLowerInvariant(), plan.Name + ".evtx");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        using var writer = new EvtxWriter(stream);
        var filling = new Filling(0x1234_5678 + (log * 7_919), station);
        int all = plan.Events.Sum(static e => e.Often);
        int busy = Activity.Sum();
        long step = TimeSpan.TicksPerHour * busy / ((bytes + EvtxFile.ChunkSize) / plan.RecordBytes);
        string name = string.Create(CultureInfo.InvariantCulture, $"{computer}.meridale.example");
        DateTime time = Start;
        long records = 0;
        for (; stream.Position < bytes; records++)
        {
            int chosen = filling.Below(all);
            int at = 0;
            while (chosen >= plan.Events[at].Often)
            {
                chosen -= plan.Events[at++].Often;
            }

            // Between nothing and twice the mean, which is longer where the hour is quieter.
            time = time.AddTicks(step / Activity[time.Hour] * filling.Below(2_000) / 1_000);
            writer.Write(plan.Events[at].Form.Make(filling, name, 600 + (log * 68), time));
        }

        return records;
    }

    private sealed record LogPlan(string Name, int Share, int RecordBytes, (EventForm Form, int Often)[] Events);
}
