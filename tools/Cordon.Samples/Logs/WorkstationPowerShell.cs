using Cordon.Samples.Events;

namespace Cordon.Samples.Logs;

/// <summary>The PowerShell log of the workstation on which the lure was opened: inventory, a reader's export, and one block that is neither.</summary>
internal static class WorkstationPowerShell
{
    private static readonly PowerShellEvents Events = new(Laboratory.Workstation);

    // What people and management run here. Short and dull, like most of what such a log holds.
    private static readonly string[] Ordinary =
    [
        "Get-CimInstance -ClassName Win32_OperatingSystem | Select-Object Version, BuildNumber, LastBootUpTime",
        "Get-Service -Name 'wuauserv','Spooler' | Where-Object Status -ne 'Running'",
        "$free = (Get-PSDrive -Name C).Free / 1GB\nif ($free -lt 20) { Write-EventLog -LogName Application -Source 'MeridaleInventory' -EventId 1100 -Message \"Only $free GB left\" }",
        "Import-Csv -Path 'C:\\PlateReader\\Export\\plate.csv' | Group-Object -Property Sample | Measure-Object",
        "Get-ChildItem -Path 'C:\\PlateReader\\Export' -Filter *.csv | Where-Object LastWriteTime -lt (Get-Date).AddDays(-30) | Move-Item -Destination '\\\\fs02\\instruments$\\archive'",
        "Get-HotFix | Sort-Object -Property InstalledOn -Descending | Select-Object -First 5",
        "function Test-Calibration {\n    param([string] $Path)\n    (Get-Content -Path $Path | Select-String -Pattern 'R2=').Line\n}",
        "prompt",
        "Test-NetConnection -ComputerName fs02.meridale.example -Port 445 -InformationLevel Quiet",
        "Get-LocalGroupMember -Group 'Administrators' | Select-Object Name",
    ];

    // A comment, not a script. A real one would be here; the names in it are what a rule looks for.
    private const string Tampering =
        "# Cordon sample: this text does nothing. In the story a script stands here that reaches for AmsiUtils\n"
        + "# among the NonPublic members of System.Management.Automation, so that nothing after it is scanned.";

    public static byte[] Make()
    {
        var chance = new Chance(0x5057534831);
        var book = new LogBook();
        for (var day = 1; day <= 4; day++)
        {
            var date = new DateTime(2021, 2, day, 0, 0, 0, DateTimeKind.Utc);
            for (var run = 0; run < 5; run++)
            {
                Session(book, chance.Within(date.AddHours(7), TimeSpan.FromHours(10)), chance);
            }
        }

        var fall = Lure.ShellStarted.AddTicks(4_410_392);
        var activity = chance.Guid();
        book.AddAll(Events.ConsoleStarted(fall, Laboratory.Assay, Lure.ShellProcess, activity));
        book.Add(
            Events.PipeOpened(fall.AddMilliseconds(120), Laboratory.Assay, Lure.ShellProcess, activity),
            Events.Block(
                fall.AddMilliseconds(650),
                Laboratory.Assay,
                Lure.ShellProcess,
                activity,
                chance.Guid(),
                Lure.DecodedCommand,
                isSuspicious: true
            ),
            Events.Block(
                fall.AddMilliseconds(910),
                Laboratory.Assay,
                Lure.ShellProcess,
                activity,
                chance.Guid(),
                Tampering,
                isSuspicious: true
            )
        );
        return book.Write(firstRecordId: 2_117);
    }

    private static void Session(LogBook book, DateTime time, Chance chance)
    {
        var process = (uint)chance.Between(700, 3000) * 4;
        var activity = chance.Guid();
        var account = chance.Between(0, 3) == 0 ? Laboratory.Assay : Laboratory.Administrator;
        book.AddAll(Events.ConsoleStarted(time, account, process, activity));
        book.Add(Events.PipeOpened(time.AddMilliseconds(90), account, process, activity));
        for (var i = chance.Between(1, 4); i > 0; i--)
        {
            time = time.AddSeconds(chance.Between(1, 20)).AddTicks(chance.Between(0, 9_999_999));
            book.Add(Events.Block(time, account, process, activity, chance.Guid(), chance.Pick(Ordinary)));
        }
    }
}
